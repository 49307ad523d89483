import Diagnostics
import Foundation
import Testing

@testable import Plumbline

@Suite("Mistakes in rules") struct MutationTestTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations:
          grade: {order: [未定, 乙, 甲]}
          kind: {values: [学校, 医院]}
        tables:
          school:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: kind}
              grade: {type: grade}
              beds: {type: integer, unit: 张}
              staff: {type: integer, unit: 人}
              posts: {type: integer, unit: 人}
          teacher:
            key: [id]
            fields:
              id: {type: string}
              school: {references: school, list: teachers}
              trained: {type: boolean}
              age: {type: integer}
          figure:
            key: [school, quarter]
            period: quarter
            fields:
              school: {type: string}
              quarter: {type: period}
              share: {type: percent}
              rooms: {type: integer, unit: 间}

        """

    /// The mutants of one rule as `kind: before → after`, those that no case noticed first.
    private static func result(_ rule: String) throws -> MutationTest.Result {
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: rule.split(separator: "\n").map { "  \($0)\n" }.joined())
        return try #require(MutationTest(plan).run().first)
    }

    private static func survivors(_ rule: String) throws -> [String] {
        try result(rule).survivors.map { "\($0.kind.rawValue): \($0.before) → \($0.after)" }
    }

    @Test("each kind of mistake is made, and survives where no case looks", arguments: [
        ("for: school, observe: beds, target: {at_least: 10 张}", "operator: at_least: 10 张 → more_than: 10 张"),
        ("for: school, observe: beds, target: {at_least: 10 张}", "operator: at_least: 10 张 → at_most: 10 张"),
        ("for: school, observe: beds, target: {at_least: 10 张}", "threshold: at_least: 10 张 → at_least: 11 张"),
        ("for: school, observe: beds, target: {at_least: 10 张}", "threshold: at_least: 10 张 → at_least: 20 张"),
        ("for: school, require: beds >= 10", "operator: beds >= 10 → beds > 10"),
        ("for: school, require: beds >= 10", "threshold: 10 → 9"),
        ("for: school, require: \"beds >= q('10 张')\"", "threshold: '10 张' → '11 张'"),
        ("for: school, require: posts + staff > 1", "operator: posts + staff → posts - staff"),
        ("for: school, require: beds > 1 && staff > 1", "operator: beds > 1 && staff > 1 → beds > 1 || staff > 1"),
        ("for: school, require: beds > 1 && staff > 1", "filter: staff > 1 → "),
        ("for: school, where: \"kind == '学校'\", require: beds > 1", "filter: where: kind == '学校' → "),
        ("for: school, where: \"kind == '学校'\", require: beds > 1", "operator: kind == '学校' → kind != '学校'"),
        ("for: school, require: \"teachers.all(t, t.trained)\"", "operator: teachers.all(t, t.trained) → teachers.exists(t, t.trained)"),
        ("for: school, observe: \"teachers.count(t, t.trained)\", target: {at_least: 1}", "filter: .count(t, t.trained) → .count()"),
        ("for: school, observe: \"teachers.filter(t, t.trained).count()\", target: {at_least: 1}", "filter: .filter(t, t.trained) → "),
        ("for: school, observe: \"teachers.avg(t, t.age)\", target: {at_least: 30}, missing: skip", "aggregate: avg → median"),
        ("for: school, observe: \"teachers.avg(t, t.age)\", target: {at_least: 30}, missing: skip", "missing: missing: skip → missing: against"),
        ("for: school, observe: staff / posts, target: {at_least: 85%}", "sides: staff / posts → posts / staff"),
        ("for: school, observe: staff / posts, target: {at_least: 85%}", "unit: at_least: 85% → at_least: 85‰"),
        ("for: school, observe: grade, target: {reaches: 乙}", "enumeration: reaches: 乙 → reaches: 甲"),
        ("for: school, require: \"kind in ['学校', '医院']\"", "list: '医院' → "),
        ("for: school, observe: kind, target: {one_of: [学校, 医院]}", "list: 医院 → "),
        ("for: school, require: beds > 1, coverage: {at_least: 80%, per: kind}", "coverage: per: kind → "),
        ("for: school, require: beds > 1, coverage: {at_least: 80%}", "threshold: at_least: 80% → at_least: 79%"),
        ("for: school, subjects: [A, B], require: beds > 1", "exception: subjects: A → "),
        ("for: school, except: [A, B], require: beds > 1", "exception: except: B → "),
        ("for: school, require: beds > 1, due: 2025", "period: due: 2025 → due: 2026"),
        ("for: figure, observe: share, target: {at_least: 85%}, period: {each: 2024Q1..2024Q3}", "period: each: 2024Q1..2024Q3 → each: 2024Q2..2024Q3"),
        ("for: figure, observe: share, target: {at_least: 85%}, period: {each: 2024Q1..2024Q3}", "period: each → all"),
        ("for: figure, observe: share, target: {growth: {at_least: 5%, against: year_ago}}, period: 2024Q1", "period: against: year_ago → against: previous"),
        ("for: school, any_of: [{name: 床, observe: beds, target: {at_least: 10 张}}, {name: 人, where: posts > 1, observe: staff, target: {at_least: 3 人}}]", "operator: any_of: … → all_of: …"),
        ("for: school, any_of: [{name: 床, observe: beds, target: {at_least: 10 张}}, {name: 人, where: posts > 1, observe: staff, target: {at_least: 3 人}}]", "list: any_of: 人 → "),
        ("for: school, any_of: [{name: 床, observe: beds, target: {at_least: 10 张}}, {name: 人, where: posts > 1, observe: staff, target: {at_least: 3 人}}]", "filter: where: posts > 1 → "),
        ("for: school, all_of: [{name: 床, require: beds > 1}, {name: 人, require: staff > 1}, {name: 岗, require: posts > 1}]", "list: all_of: 岗 → "),
        ("for: figure, observe: share, period: 2025Q1, due: 2025, baseline: {period: 2020Q1, value: 50%}, pace: stepped, target: {at_least: 60%}", "period: period: 2020Q1 → period: 2020Q2"),
        ("for: figure, observe: share, period: 2025Q1, due: 2025, baseline: {period: 2020Q1, value: 50%}, pace: stepped, target: {at_least: 60%}", "threshold: value: 50% → value: 51%"),
        ("for: figure, observe: share, period: 2025Q1, due: 2025, baseline: {period: 2020Q1, value: 50%}, pace: stepped, target: {at_least: 60%}", "choice: pace: stepped → pace: linear"),
        ("for: figure, observe: share, period: 2025Q1, expected_on: 2025-06-30, target: {at_least: 60%}", "period: expected_on: 2025-06-30 → expected_on: 2026-06-30"),
        ("for: figure, observe: rooms, period: 2025Q1, baseline: {period: 2020Q1}, target: {growth: {at_least: 5%, against: baseline, yearly: compound}}", "choice: yearly: compound → yearly: linear"),
        ("for: figure, observe: rooms, period: 2025Q1, baseline: {period: 2020Q1}, target: {growth: {at_least: 5%, against: baseline, yearly: compound}}", "period: against: baseline → against: previous"),
        ("for: figure, observe: rooms, period: 2025Q1, baseline: {period: 2020Q1}, target: {growth: {at_least: 5%, against: baseline, yearly: compound}}", "operator: at_least: 5% → at_most: 5%"),
        ("for: figure, observe: share, period: {latest_since: 2015Q1}, target: {at_least: 60%}", "period: latest_since: 2015Q1 → latest_since: 2015Q2"),
        ("for: school, observe: staff / posts, target: {peers: {more_than: 0pp, among: [kind], pooled: true}}", "list: kind → "),
        ("for: school, observe: staff / posts, target: {peers: {more_than: 0pp, among: [kind], pooled: true}}", "choice: pooled: true → "),
        ("for: school, observe: staff / posts, target: {peers: {more_than: 0pp, among: [kind], pooled: true}}", "operator: more_than: 0pp → at_least: 0pp"),
        ("for: school, observe: kind, target: {composition: {parts: {学校: {at_least: 30%}, 医院: {at_most: 60%}}}}", "threshold: at_least: 30% → at_least: 31%"),
        ("for: school, observe: kind, target: {composition: {parts: {学校: {at_least: 30%}, 医院: {at_most: 60%}}}}", "list: 医院: {at_most: 60%} → "),
        ("for: school, observe: grade, target: {composition: {at_or_above: {乙: 80%}}}", "threshold: 乙: 80% → 乙: 81%"),
        ("for: school, observe: teachers, target: {same_set: {by: id, as: \"['A', 'B']\", extra: refused}}", "choice: extra: refused → extra: allowed"),
        ("for: school, observe: beds, target: {about: {value: 10 张, tolerance: 2 张, side: below}}", "choice: side: below → side: both"),
    ])
    func kinds(rule: String, mutant: String) throws {
        let survivors = try Self.survivors("- {id: r, title: t, \(rule)}")
        #expect(survivors.contains(mutant), "\(survivors)")
    }

    @Test("what an entry fills in for a template is mutated at the entry, within the template's expressions too")
    func templates() throws {
        let files = [
            "vocabulary.yaml": Self.vocabulary,
            "ruleset.yaml": """
                ruleset: test
                uses: [vocabulary.yaml]
                templates:
                  - id: more
                    params: {value: {type: field}, least: {type: quantity}, from: {type: period}, by: {type: period}}
                    rule:
                      for: figure
                      period: params.by
                      where: at(params.from).params.value > q('1%')
                      observe: params.value
                      target: {at_least: {value: params.least}}
                rules:
                  - use: more
                    each:
                      - {id: r, title: t, with: {value: share, least: 85%, from: 2020Q1, by: 2025Q1}}

                """,
        ]
        let survivors = try #require(MutationTest(try Fixture.plan(files)).run().first).survivors
        let said = survivors.map { "\($0.kind.rawValue): \($0.before) → \($0.after) on \($0.location.start.line)" }
        for mutant in [
            "threshold: at_least: 85% → at_least: 86% on 15", "period: period: 2025Q1 → period: 2025Q2 on 15",
            "period: from: 2020Q1 → from: 2019Q4 on 15", "operator: at_least: 85% → more_than: 85% on 15",
        ] { #expect(said.contains(mutant), "\(said)") }
    }

    @Test("what a case has to show of several periods goes by how they are judged together", arguments: [
        ("all", "a case in which 2021Q1 alone fails"), ("any", "a case in which 2021Q1 alone passes"), ("each", "a case with period: 2021Q1"),
    ])
    func ofSeveralPeriods(manner: String, hint: String) throws {
        let rule = "{id: r, title: t, for: figure, period: {\(manner): 2021Q1..2021Q3}, observe: share, target: {at_least: 5%}}"
        let files = ["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "ruleset: test\nuses: [vocabulary.yaml]\nrules:\n  - \(rule)\n"]
        let survivors = MutationTest(try Fixture.plan(files)).run().flatMap(\.survivors).filter { $0.kind == .period }
        #expect(survivors.first { $0.after.hasSuffix(": 2021Q2..2021Q3") }?.hint.en == hint)
        let each = survivors.first { $0.after == (manner == "each" ? "all" : "each") }
        #expect(each?.hint.en.hasSuffix("otherwise than all together") == true)
    }

    @Test("a case notices a mistake when it passed before and no longer does")
    func noticed() throws {
        let rule = """
            - id: r
              title: t
              for: school
              observe: beds
              target: {at_least: 10 张}
              cases:
                - {name: at, given: {beds: 10}, outcome: pass}
                - {name: below, given: {beds: 9}, outcome: fail}
            """
        let result = try Self.result(rule)
        #expect(result.survivors.isEmpty)
        // Ten steps off the limit are noticed by whoever notices one.
        #expect(result.total.killed == 4)
        #expect(result.caseCount == 2)
    }

    @Test("a case that fails as it stands notices nothing")
    func failing() throws {
        let rule = "- {id: r, title: t, for: school, observe: beds, target: {at_least: 10 张}, cases: [{name: at, given: {beds: 10}, outcome: fail}]}"
        let result = try Self.result(rule)
        #expect(result.caseCount == 0)
        #expect(result.total.killed == 0 && result.total.survived == 6)
    }

    @Test("where a mistake goes unnoticed, cases that fail as they stand are not counted, whether or not they were needed")
    func someFail() throws {
        let rule = """
            - id: r
              title: t
              for: school
              observe: beds
              target: {at_least: 10 张}
              cases:
                - {name: above, given: {beds: 11}, outcome: pass}
                - {name: below, given: {beds: 9}, outcome: pass}
                - {name: far below, given: {beds: 1}, outcome: fail}
            """
        let result = try Self.result(rule)
        #expect(result.caseCount == 2)
        #expect(result.survivors.contains { $0.after == "at_least: 9 张" })
    }

    @Test("a limit is taken to be ten steps off only where no case notices one step, or both have to be noticed", arguments: [
        // Of eleven beds nobody learns whether ten or eleven are enough, but twenty would be noticed.
        ("at_least: 10 张", "11", "pass", ["at_least: 11 张": false, "at_least: 20 张": true]),
        ("at_least: 10 张", "10", "pass", ["at_least: 11 张": true]),
        ("at_most: 10 张", "10", "pass", ["at_most: 9 张": true]),
        ("equals: 10 张", "10", "pass", ["equals: 11 张": true, "equals: 20 张": true, "equals: 9 张": true, "equals: 0 张": true]),
    ])
    func tenSteps(_ limit: String, _ beds: String, _ outcome: String, _ noticed: [String: Bool]) throws {
        let result = try Self.result(
            "- {id: r, title: t, for: school, observe: beds, target: {\(limit)}, cases: [{name: c, given: {beds: \(beds)}, outcome: \(outcome)}]}")
        let survivors = Set(result.survivors.filter { $0.kind == .threshold }.map(\.after))
        for (mistake, isNoticed) in noticed { #expect(survivors.contains(mistake) != isNoticed, "\(mistake)") }
        // What is not among the survivors was noticed or not tried.
        #expect(result.count(.threshold).killed == noticed.values.count { $0 })
    }

    @Test("a limit on what is counted is tried ten steps off as well: a case that notices one step need not notice ten")
    func tenStepsOfElements() throws {
        let result = try Self.result("""
            - id: r
              title: t
              for: school
              require: teachers.count(t, t.age >= 30) == 1
              cases: [{name: two, given: {teachers: [{age: 30}, {age: 35}]}, outcome: fail}]
            """)
        let survivors = result.survivors.filter { $0.kind == .threshold }.map(\.after)
        #expect(survivors.contains("40") && !survivors.contains("31"), "\(survivors)")
    }

    @Test("of a rule in which there is no mistake to notice it is told whether a case comes out", arguments: [("fail", 0), ("pass", 1)])
    func nothingToNotice(_ outcome: String, _ caseCount: Int) throws {
        let result = try Self.result(
            "- {id: r, title: t, for: school, require: id.startsWith('s'), cases: [{name: c, given: {id: s1}, outcome: \(outcome)}]}")
        #expect(result.total.tried == 0 && result.caseCount == caseCount)
    }

    @Test("of a rule of which nothing is noticed all cases were asked whether they come out")
    func nothingNoticed() throws {
        let result = try Self.result(
            "- {id: r, title: t, for: school, require: beds == beds, cases: [{name: c, given: {beds: 10}, outcome: fail}]}")
        #expect(result.total.survived > 0 && result.caseCount == 0)
    }

    @Test("what no longer compiles, or says the same, is dropped and counted")
    func dropped() throws {
        let result = try Self.result("- {id: r, title: t, for: school, require: \"teachers.exists(t, t.trained) == true && teachers.all(t, t.age == 1)\"}")
        #expect(!result.survivors.contains { $0.after.isEmpty && $0.before == "subjects" })
        let points = try Self.survivors("- {id: r, title: t, for: school, observe: staff / posts, target: {at_least: 85%}}")
        #expect(!points.contains { $0.contains("85pp") })
        let none = try Self.survivors("- {id: r, title: t, for: school, observe: teachers.count(), target: {equals: 0}}")
        #expect(!none.contains { $0.contains("at_most") })
    }

    @Test("a survivor stands where its mistake was made, and says what a case would have to show")
    func places() throws {
        let result = try Self.result("- {id: r, title: t, for: school, require: \"beds >= 10\"}")
        let step = try #require(result.survivors.first { $0.after == "9" })
        #expect(step.location.start.column == 54)
        #expect(step.hint.en == "a case with 9")
        #expect(step.hint.zh == "一个 9 的用例")
        #expect(result.survivors.first { $0.after == "11" }?.hint.en == "a case at exactly 10")
    }
}
