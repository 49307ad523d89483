import Diagnostics
import Plumbline
import Testing

@Suite("rules of one ruleset that conflict")
struct RuleConflictTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations:
          tier: {values: [上, 中, 下]}
        tables:
          city:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: string}
              tier: {type: tier}
              beds: {type: integer, unit: 张, range: 0..}
              doctors: {type: integer, unit: 人, range: 0..}
              nurses: {type: integer, unit: 人, range: 0..}
              residents: {type: integer, unit: 人, range: 0..}
        """

    /// Two rules or more, each by its keys after `for: city`; what the linter says of them.
    private func warnings(_ rules: [String]) throws -> [Diagnostic] {
        let text = rules.enumerated().map { place, keys in
            "  - {id: rule-\(place + 1), title: \(place + 1), for: city, \(keys)}\n"
        }
        return try Fixture.plan(vocabulary: Self.vocabulary, rules: text.joined()).book.faults.all
    }

    @Test(
        "limits on one figure are held against each other",
        arguments: [
            ("observe: beds, target: {at_least: 80 张}", "observe: beds, target: {at_least: 100 张}", "limit-idle"),
            ("observe: beds, target: {at_most: 80 张}", "observe: (beds), target: {at_most: 100 张}", "limit-idle"),
            ("observe: beds, target: {at_least: 80 张}", "observe: beds, target: {at_least: 80 张}", "limit-idle"),
            ("observe: beds, target: {at_least: 100 张}", "observe: beds, target: {less_than: 100 张}", "limits-exclude"),
            ("observe: beds, target: {equals: 90 张}", "observe: beds, target: {between: [95 张, 99 张]}", "limits-exclude"),
            (
                "where: kind == 'a' && beds > 0, observe: beds, target: {at_least: 80 张}",
                "where: beds>0, observe: beds, target: {at_least: 100 张}", "limit-idle"
            ),
        ])
    func pairs(one: String, other: String, code: DiagnosticCode) throws {
        let found = try warnings([one, other])
        #expect(found.map(\.code) == [code])
        #expect(found.allSatisfy { $0.severity == .warning && $0.location != nil })
    }

    @Test(
        "limits that can both matter are left alone",
        arguments: [
            ("observe: beds, target: {at_least: 80 张}", "observe: beds, target: {at_most: 100 张}"),
            ("observe: beds, target: {at_least: 80 张}", "observe: doctors, target: {at_least: 100 人}"),
            ("where: kind == 'a', observe: beds, target: {at_least: 80 张}", "where: kind == 'b', observe: beds, target: {at_least: 100 张}"),
            ("observe: beds, target: {at_least: 80 张}", "where: kind == 'b', observe: beds, target: {at_least: 100 张}"),
            ("due: 2023, observe: beds, target: {at_least: 80 张}", "due: 2025, observe: beds, target: {at_least: 100 张}"),
            ("binding: obligatory, observe: beds, target: {at_least: 80 张}", "binding: strive, observe: beds, target: {at_least: 100 张}"),
            ("subjects: [甲], observe: beds, target: {at_least: 80 张}", "subjects: [乙], observe: beds, target: {at_least: 100 张}"),
        ])
    func noPairs(one: String, other: String) throws { #expect(try warnings([one, other]).isEmpty) }

    @Test("a floor and a ceiling that exclude each other name both rules, in both languages")
    func words() throws {
        let found = try #require(try warnings(["observe: beds, target: {at_least: 100 张}", "observe: beds, target: {at_most: 90 张}"]).first)
        #expect(found.message.en.hasPrefix("'rule-2' (≤ 90 张) and 'rule-1' (≥ 100 张, "))
        #expect(found.message.zh.hasPrefix("规则“rule-2”（≤ 90 张）与“rule-1”（≥ 100 张，"))
    }

    @Test("floors on the shares of one whole that add to all of it are told once")
    func shares() throws {
        func part(_ tier: String, _ floor: String) -> String { "require: tier == '\(tier)', coverage: {at_least: \(floor)}" }
        #expect(try warnings([part("上", "15%"), part("中", "70%"), part("下", "15%")]).map(\.code) == ["shares-fill-whole"])
        #expect(try warnings([part("上", "15%"), part("中", "70%"), part("下", "16%")]).map(\.code) == ["shares-above-whole"])
        #expect(try warnings([part("上", "15%"), part("中", "70%"), part("下", "14%")]).isEmpty)
    }

    @Test("how many pass and which share of them does are no limits on one figure")
    func coverages() throws {
        let rule = "require: tier == '上', coverage: {at_least: "
        #expect(try warnings([rule + "8 家}", rule + "80%}"]).isEmpty)
        #expect(try warnings([rule + "8 家}", rule + "9 家}"]).count == 1)
    }

    @Test("counts and rates that imply different populations are told")
    func populations() throws {
        let doctors = ["observe: doctors, target: {at_least: 2000 人}", "observe: doctors / residents, target: {at_least: 4 人/万人}"]
        func nurses(_ count: Int) -> [String] {
            ["observe: nurses, target: {at_least: \(count) 人}", "observe: nurses / residents, target: {at_least: 5 人/千人}"]
        }
        let found = try warnings(doctors + nurses(20_000))
        #expect(found.map(\.code) == ["totals-differ"])
        #expect(found.first?.message.en.contains("4000000") == true && found.first?.message.en.contains("5000000") == true)
        #expect(try warnings(doctors + nurses(25_000)).isEmpty)
        #expect(try warnings(doctors).isEmpty)
    }

    @Test(
        "a limit that does not go with its rule's baseline is told",
        arguments: [
            ("baseline: {period: 2020, value: 90 张}, due: 2025, observe: beds, target: {at_least: 80 张}", "limit-met-at-baseline"),
            ("baseline: {period: 2020, value: 70 张}, due: 2025, observe: beds, target: {at_most: 80 张}", "limit-met-at-baseline"),
            ("baseline: {period: 2020, value: 79 张}, period: {all: 2021..2025}, observe: beds, target: {at_least: 80 张}", "kept-level-not-reached"),
            ("baseline: {period: 2020, value: 79 张}, period: {each: 2021..2025}, observe: beds, target: {at_least: 80 张}", "kept-level-not-reached"),
            ("baseline: {period: 2020, value: 81 张}, period: {all: 2021..2025}, observe: beds, target: {at_most: 80 张}", "kept-level-not-reached"),
        ])
    func baselines(rule: String, code: DiagnosticCode) throws {
        let found = try warnings([rule])
        #expect(found.map(\.code) == [code])
        #expect(found.allSatisfy { $0.severity == .warning && $0.location != nil })
    }

    @Test("a rule is told against the first that it conflicts with, however many more there are")
    func onePerRule() throws {
        let floors = (1...30).map { "observe: beds, target: {at_least: \($0 * 10) 张}" }
        let found = try warnings(floors)
        #expect(found.map(\.code) == Array(repeating: "limit-idle", count: 29))
        #expect(found.allSatisfy { $0.message.en.contains("'rule-1'") })
    }

    @Test(
        "a limit that goes with its rule's baseline is left alone",
        arguments: [
            "baseline: {period: 2020, value: 70 张}, due: 2025, observe: beds, target: {at_least: 80 张}",
            "baseline: {period: 2020, value: 80 张}, due: 2025, observe: beds, target: {at_least: 80 张}",
            "baseline: {period: 2020, value: 90 张}, due: 2025, observe: beds, target: {between: [80 张, 95 张]}",
            "baseline: {period: 2020, value: 90 张}, period: {all: 2021..2025}, observe: beds, target: {at_least: 80 张}",
            "baseline: {period: 2020, value: 70 张}, period: {each: 2021..2025}, pace: linear, observe: beds, target: {at_least: 80 张}",
            "baseline: {period: 2020, value: 90 张}, due: 2025, observe: beds, target: {growth: {at_least: 5%, against: baseline}}",
        ])
    func noBaselines(rule: String) throws { #expect(try warnings([rule]).isEmpty) }

    @Test("a composition whose floors leave nothing over is told, unless each is a ceiling, too")
    func compositions() throws {
        func composition(_ parts: String) -> [String] { ["observe: tier, target: {composition: {\(parts)}}"] }
        let full = try warnings(composition("parts: {上: {at_least: 15%}, 中: {at_least: 70%}, 下: {at_least: 15%}}"))
        #expect(full.map(\.code) == ["shares-fill-whole"])
        #expect(full.first?.message.zh == "“上”、“中”、“下”的下限之和为 100%，只有恰好相等时才能同时满足")
        #expect(try warnings(composition("parts: {上: {at_least: 15%}, 中: {at_least: 70%}}, whole: 85%")).map(\.code) == ["shares-fill-whole"])
        #expect(try warnings(composition("parts: {上: {at_least: 15%}, 中: {at_least: 70%}, 下: {at_least: 14%}}")).isEmpty)
        #expect(try warnings(composition("parts: {上: {at_least: 40%, at_most: 40%}, 中: {at_least: 60%, at_most: 60%}}")).isEmpty)
    }

    @Test("a growth beside a floor on the same figure implies a base, and another base is told with the rule that is idle")
    func bases() throws {
        func pair(_ base: String, _ floor: String, where scope: String = "") -> [String] {
            [
                "due: 2025, \(scope)observe: beds, target: {at_least: \(floor)}",
                "due: 2025, baseline: {period: 2020, value: \(base)}, observe: beds, target: {growth: {at_least: 100%, against: baseline}}",
            ]
        }
        let more = try warnings(pair("48 张", "100 张"))
        #expect(more.map(\.code) == ["bases-differ"])
        #expect(more.first?.message.en.hasSuffix("imply a base of 50 张, but it is given as 48 张: 'rule-2' then asks for nothing more") == true)
        #expect(try warnings(pair("52 张", "100 张")).first?.message.zh.hasSuffix("“rule-1”因此不起作用") == true)
        #expect(try warnings(pair("50 张", "100 张")).isEmpty)
        #expect(try warnings(pair("48 张", "100 张", where: "where: kind == 'a', ")).isEmpty)
    }

    private func warnings(_ rules: String, register: String) throws -> [Diagnostic] {
        let header = "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"
        return try Fixture.plan([
            "vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n\(rules)", "register.yaml": "register: test\nclauses:\n\(register)",
        ]).book.faults.all
    }

    @Test("a contradiction that the register declares is a note, with what it says", arguments: [
        ("baseline: {period: 2020, value: 79 张}, period: {all: 2021..2025}, observe: beds, target: {at_least: 80 张}", "kept-level-not-reached"),
        ("baseline: {period: 2020, value: 90 张}, due: 2025, observe: beds, target: {at_least: 80 张}", "limit-met-at-baseline"),
    ])
    func declaredBaseline(rule: String, code: DiagnosticCode) throws {
        let rules = "  - {id: kept, title: a, for: city, source: {section: 一, clause: A-1}, \(rule)}\n"
        let register = """
              - {id: A-1, section: 一, term: 甲, rules: [kept], conflicts: [{with: A-2, why: {zh: 原文如此, en: so it says}}]}
              - {id: A-2, section: 二, term: 乙, uncheckable: {reason: aspiration}}

            """
        let found = try warnings(rules, register: register)
        #expect(found.map(\.code) == [code] && found.map(\.severity) == [.note])
        #expect(found.first?.related.first?.message.zh.contains("原文如此") == true)
    }

    @Test("a baseline that contradicts its limit is a warning, though the register declares that the clause contradicts one about something else", arguments: [
        ("A-2", "beds", Diagnostic.Severity.note), ("A-2", "doctors", .warning), ("A-1", "doctors", .note),
    ] as [(String, String, Diagnostic.Severity)])
    func declaredOther(with clause: String, observed: String, severity: Diagnostic.Severity) throws {
        let unit = observed == "beds" ? "张" : "人"
        let rules = """
              - {id: loose, title: a, for: city, source: {section: 一, clause: A-1}, baseline: {period: 2020, value: 90 张}, due: 2025, observe: beds, target: {at_least: 80 张}}
              - {id: other, title: b, for: city, source: {section: 二, clause: A-2}, period: 2023, observe: \(observed), target: {at_most: 90 \(unit)}}

            """
        let register = """
              - {id: A-1, section: 一, term: 甲, rules: [loose], conflicts: [{with: \(clause), why: {zh: 原文如此, en: so it says}}]}
              - {id: A-2, section: 二, term: 乙, rules: [other]}

            """
        let found = try warnings(rules, register: register).first { $0.code == "limit-met-at-baseline" }
        #expect(found?.severity == severity)
    }

    @Test("a rule that belongs to no clause of a register is warned of, one that a clause names is not")
    func withoutClause() throws {
        let rules = """
              - {id: own, title: a, for: city, source: {section: 一, clause: A-1}, observe: beds, target: {at_least: 80 张}}
              - {id: named, title: b, for: city, period: 2023, observe: doctors, target: {at_most: 90 人}}
              - {id: stray, title: c, for: city, source: {section: 三}, period: 2022, observe: doctors, target: {at_most: 90 人}}

            """
        let register = "  - {id: A-1, section: 一, term: 甲}\n  - {id: A-2, section: 二, term: 乙, rules: [named]}\n"
        let found = try warnings(rules, register: register)
        #expect(found.map(\.code) == ["rule-without-clause"])
        #expect(found.first?.message.en.contains("'stray'") == true)
        #expect(try warnings(["observe: beds, target: {at_least: 80 张}"]) == [])
    }

    @Test("what the register declares of two clauses is told once, of limits on one figure with the limits")
    func declaredPairs() throws {
        func rules(_ other: String) -> String {
            """
              - {id: more, title: a, for: city, source: {section: 一, clause: A-1}, observe: beds, target: {at_least: 100 张}}
              - {id: less, title: b, for: city, source: {section: 二, clause: A-2}, observe: \(other)}

            """
        }
        let register = """
              - {id: A-1, section: 一, term: 甲, rules: [more], conflicts: [{with: A-2, why: {zh: 原文如此, en: so it says}}]}
              - {id: A-2, section: 二, term: 乙, rules: [less], conflicts: [{with: A-1}]}

            """
        let same = try warnings(rules("beds, target: {at_most: 90 张}"), register: register)
        #expect(same.map(\.code) == ["limits-exclude"] && same.map(\.severity) == [.note])
        let apart = try warnings(rules("doctors, target: {at_most: 90 人}"), register: register)
        #expect(apart.map(\.code) == ["clauses-conflict"] && apart.map(\.severity) == [.note])
        #expect(apart.first?.message.zh == "条款“A-1”（more）与“A-2”（less）矛盾：原文如此")
        let silent = register.replacing(", conflicts: [{with: A-2, why: {zh: 原文如此, en: so it says}}]", with: "").replacing(", conflicts: [{with: A-1}]", with: "")
        #expect(try warnings(rules("beds, target: {at_most: 90 张}"), register: silent).map(\.severity) == [.warning])
        #expect(try warnings(rules("doctors, target: {at_most: 90 人}"), register: silent) == [])
    }
}
