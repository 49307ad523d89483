import Diagnostics
import Foundation
import Testing

@testable import Plumbline

@Suite("Boundary cases") struct CaseGeneratorTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations:
          kind: {values: [学校, 医院, 诊所]}
          grade: {order: [未定, 乙, 甲]}
          stage: {order: [谋划, 开工, 竣工, 启用]}
        tables:
          school:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: kind}
              grade: {type: grade}
              beds: {type: integer, unit: 张}
              posts: {type: integer, unit: 人}
              staff: {type: integer, unit: 人}
              open: {type: boolean}
              skills: {type: string, many: true}
              stage: {type: stage, reached_on: {竣工: finished_on}}
              finished_on: {type: date}
              county: {references: county, list: schools}
              total: {type: integer, unit: 人}
              share: {expression: staff / total, type: percent}
          yearly:
            key: [school, year]
            period: year
            fields: {school: {references: school, list: years}, year: {type: period}, pupils: {type: integer, unit: 人}}
          county: {key: [name], fields: {name: {type: string}}}
          teacher:
            key: [id]
            fields:
              id: {type: string}
              school: {references: school, list: teachers}
              trained: {type: boolean}
          year_figure:
            key: [id, year]
            period: year
            fields:
              id: {type: string}
              year: {type: period}
              rooms: {type: integer, unit: 间}
              cost: {type: decimal, unit: 元}

        """

    private static func text(_ rule: String) throws -> String {
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: 床位数, \(rule)}\n")
        return GeneratedCases([CaseGenerator(plan).cases(ofRule: 0)]).text(in: .zh)
    }

    @Test("a rule's boundaries are made and what they expect is computed", arguments: [
        ("for: school, observe: beds, target: {at_least: 10 张}", ["given: {beds: 10}\n  outcome: pass", "given: {beds: 9}\n  outcome: fail", "given: {beds: 11}\n  outcome: pass"]),
        ("for: school, observe: staff / posts, target: {at_least: 85%}", ["given: {posts: 100, staff: 85}\n  outcome: pass", "given: {posts: 100, staff: 84}\n  outcome: fail", "reason: zero_denominator"]),
        ("for: school, where: \"kind == '学校' && open\", observe: beds, target: {at_most: 10 张}", ["given: {kind: 学校, open: true, beds: 11}\n  outcome: fail", "given: {kind: 学校, open: false}\n  outcome: not_applicable"]),
        ("for: school, where: \"kind in ['医院', '诊所']\", require: beds >= 3 && open", ["given: {kind: 医院, beds: 3, open: true}\n  outcome: pass", "name: '仅不满足 beds >= 3'\n  given: {kind: 医院, open: true, beds: 2}\n  outcome: fail"]),
        ("for: school, observe: grade, target: {reaches: 乙}", ["given: {grade: 乙}\n  outcome: pass", "given: {grade: 未定}\n  outcome: fail"]),
        ("for: school, observe: \"teachers.count(t, t.trained)\", target: {at_least: 3 人}", ["given: {teachers: [{repeat: 3, of: {trained: true}}]}\n  outcome: pass", "given: {teachers: [{repeat: 2, of: {trained: true}}]}\n  outcome: fail", "reason: list_not_submitted"]),
        ("for: school, observe: \"teachers.share(t, t.trained)\", target: {at_least: 60%}", ["given: {teachers: [{repeat: 6, of: {trained: true}}, {repeat: 4, of: {trained: false}}]}\n  outcome: pass", "reason: empty_group"]),
        ("for: school, require: open, coverage: {at_least: 60%}", ["records: [{repeat: 3, of: {open: true}}, {repeat: 2, of: {open: false}}]\n  outcome: pass", "records: [{repeat: 2, of: {open: true}}, {repeat: 3, of: {open: false}}]\n  outcome: fail", "reason: missing_decides", "name: 一条记录也没有\n  records: []\n  outcome: not_measured\n  reason: empty_group"]),
        ("for: school, observe: beds, target: {parity: {test: open, within: [kind], at_least: 100%}}", ["outcome: pass", "outcome: fail", "reason: no_tested_group"]),
        ("for: school, target: {unique: [kind, beds]}", ["outcome: pass", "outcome: fail"]),
        ("for: school, any_of: [{name: 床, observe: beds, target: {at_least: 10 张}}, {name: 人, require: staff >= 3}]", ["name: '只满足“床”'\n  given: {beds: 10, staff: 2}\n  outcome: pass", "name: '只满足“人”'\n  given: {beds: 9, staff: 3}\n  outcome: pass", "name: 各项均不满足\n  given: {beds: 9, staff: 2}\n  outcome: fail"]),
        ("for: school, all_of: [{name: 床, observe: beds, target: {more_than: 10 张}}, {name: 人, observe: staff, target: {at_most: 3 人}}]", ["name: '只满足“床”'\n  given: {beds: 11, staff: 4}\n  outcome: fail", "name: 各项均满足\n  given: {beds: 11, staff: 3}\n  outcome: pass"]),
        ("for: school, observe: beds, target: {peers: {at_least: 0 张, among: [kind]}}", ["records: [{kind: 学校, beds: 100}, {kind: 学校, beds: 100}]\n  outcome: pass", "records: [{kind: 学校, beds: 99}, {kind: 学校, beds: 100}]\n  outcome: fail", "# 未能生成“略高于限值”"]),
        ("for: school, observe: skills, target: {same_set: {as: \"['内科', '外科']\"}}", ["given: {skills: [内科, 外科]}\n  outcome: pass", "given: {skills: [内科]}\n  outcome: fail", "given: {skills: [内科, 外科, 丙]}\n  outcome: fail"]),
        ("for: school, observe: stage, due: 2025-06-30, target: {reaches: 竣工}", ["given: {finished_on: 2025-06-30, stage: 竣工}\n  outcome: pass", "given: {finished_on: 2025-07-01, stage: 竣工}\n  outcome: fail", "reason: date_missing"]),
        ("for: year_figure, observe: rooms, period: 2025, baseline: {period: 2020}, target: {growth: {at_least: 5%, against: baseline}}", ["periods: {2020: {rooms: 100}, 2025: {rooms: 105}}\n  outcome: pass", "periods: {2020: {rooms: 100}, 2025: {rooms: 104}}\n  outcome: fail"]),
        ("for: year_figure, observe: rooms, period: 2025, baseline: {period: 2020, value: 200 间}, target: {change: {at_least: 10 间, against: baseline}}", ["periods: {2025: {rooms: 210}}\n  outcome: pass", "periods: {2025: {rooms: 209}}\n  outcome: fail"]),
        ("for: year_figure, observe: cost, period: 2025, baseline: {period: 2023}, target: {growth: {at_most: 10%, against: baseline, yearly: compound}}", ["2025: {cost: 121}}\n  outcome: pass", "outcome: fail"]),
        ("for: school, require: open, coverage: {at_least: 60%, per: county.name}", ["records: [{repeat: 3, of: {open: true, county: {name: 其他}}}, {repeat: 2, of: {open: false, county: {name: 其他}}}]\n  outcome: pass", "outcome: fail", "reason: missing_decides"]),
        ("for: school, require: open, coverage: {at_least: 2 所, per: county}", ["records: [{repeat: 2, of: {open: true, county: {name: A}}}, {open: false, county: {name: A}}]\n  outcome: pass", "outcome: fail"]),
        ("for: school, any_of: [{name: 甲, observe: \"teachers.count(t, t.trained)\", target: {at_least: 2 人}}, {name: 乙, observe: \"teachers.count(t, !t.trained)\", target: {at_least: 3 人}}]", ["name: '只满足“甲”'\n  given: {teachers: [{repeat: 2, of: {trained: true}}, {repeat: 2, of: {trained: false}}]}\n  outcome: pass", "name: 各项均不满足\n  given: {teachers: [{trained: true}, {repeat: 2, of: {trained: false}}]}\n  outcome: fail"]),
        ("for: school, observe: grade, target: {composition: {parts: {甲: {at_least: 30%}, 乙: {at_most: 50%}}}}", ["records: [{repeat: 3, of: {grade: 甲}}, {repeat: 7, of: {grade: 未定}}]\n  outcome: pass", "records: [{repeat: 2, of: {grade: 甲}}, {repeat: 8, of: {grade: 未定}}]\n  outcome: fail", "records: [{repeat: 4, of: {grade: 甲}}, {repeat: 6, of: {grade: 未定}}]\n  outcome: pass"]),
        ("for: school, observe: grade, target: {composition: {at_or_above: {甲: 20%, 乙: 60%}}}", ["records: [{repeat: 2, of: {grade: 甲}}, {repeat: 4, of: {grade: 乙}}, {repeat: 4, of: {grade: 未定}}]\n  outcome: pass", "outcome: fail"]),
        ("for: school, observe: \"years.at(2023).avg(y, y.pupils)\", target: {at_least: 60 人}", ["given: {years: [{year: 2023, pupils: 60}]}\n  outcome: pass", "given: {years: [{year: 2023, pupils: 59", "reason: list_not_submitted", "given: {years: []}\n  outcome: not_measured"]),
        ("for: school, observe: share, target: {at_least: 50%}", ["reason: zero_denominator", "given: {total: 100, staff: 50}\n  outcome: pass", "given: {total: 100, staff: 49}\n  outcome: fail"]),
        ("for: year_figure, observe: rooms, period: {latest_since: 2020}, target: {at_least: 10 间}", ["outcome: pass", "outcome: fail"]),
        ("for: school, observe: beds, target: {between: [10 张, 20 张]}", ["given: {beds: 9}\n  outcome: fail", "given: {beds: 10}\n  outcome: pass", "given: {beds: 20}\n  outcome: pass", "given: {beds: 21}\n  outcome: fail"]),
        ("for: school, observe: beds, target: {about: {value: 100 张, tolerance: 10 张}}", ["given: {beds: 89}\n  outcome: fail", "given: {beds: 90}\n  outcome: pass", "given: {beds: 110}\n  outcome: pass", "given: {beds: 111}\n  outcome: fail"]),
        ("for: school, observe: kind, target: {one_of: [学校, 医院]}", ["given: {kind: 学校}\n  outcome: pass", "given: {kind: 诊所}\n  outcome: fail"]),
    ])
    func boundaries(rule: String, parts: [String]) throws {
        let text = try Self.text(rule)
        for part in parts { #expect(text.contains(part), "\(text)") }
        #expect(text.contains("未能生成") == parts.contains { $0.contains("未能生成") }, "\(text)")
    }

    @Test("cases of a rule that a template made stand under the entry of its list")
    func templates() throws {
        let rules = """
            ruleset: test
            uses: [vocabulary.yaml]
            templates:
              - id: more
                params: {value: {type: field}, least: {type: quantity}}
                rule: {for: school, observe: params.value, target: {at_least: {value: params.least}}}
            rules:
              - use: more
                each:
                  - id: r
                    title: t
                    with: {value: beds, least: 10 张}
                  - id: s
                    title: t
                    with: {value: staff, least: 3 人}

            """
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": rules])
        let insertions = plan.rules.indices.compactMap { CaseInsertion(CaseGenerator(plan).cases(ofRule: $0)) }
        let text = CaseInsertion.text(rules, inserting: insertions)
        let again = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": text])
        #expect(again.rules.map(\.rule.cases.count) == [4, 4])
        #expect(CaseRunner(again).run().failures.sorted == [], "\(text)")
    }

    @Test("what could not be made is said, with its reason")
    func unmade() throws {
        let text = try Self.text("for: school, require: \"id.startsWith('A')\"")
        #expect(text.contains("# 未能生成“恰好符合条件”：表达式 id.startsWith('A') 太复杂"), "\(text)")
    }

    @Test("a case that is there already is not made again")
    func present() throws {
        let text = try Self.text("for: school, observe: beds, target: {at_least: 10 张}, cases: [{name: 略低于限值, given: {beds: 9}, outcome: fail}]")
        #expect(text.contains("# 已有同名用例：略低于限值"))
        #expect(!text.contains("name: 略低于限值"))
    }

    @Test("cases for every rule that comes along load, lint and pass where they are written, and change nothing else", arguments: ShippedRulesets.folders)
    func shipped(folder: String) throws {
        let copy = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: copy) }
        for top in ["Rules", "Examples"] {
            try FileManager.default.copyItem(at: ShippedRulesets.root.appending(path: top), to: copy.appending(path: top))
        }
        let path = copy.appending(path: folder).path
        let plan = try AuditPlanner.plan(RuleBookLoader.load([path]))
        let results = plan.rules.indices.map { CaseGenerator(plan).cases(ofRule: $0) }
        for result in results { #expect(!result.cases.isEmpty || !result.unmade.isEmpty || !result.present.isEmpty, "\(result.rule.id)") }
        for result in results where !result.cases.isEmpty { #expect(CaseInsertion(result) != nil, "\(result.rule.id)") }
        for (file, insertions) in Dictionary(grouping: results.compactMap { CaseInsertion($0) }, by: \.file) {
            let before = try String(contentsOfFile: file, encoding: .utf8)
            let after = try CaseInsertion.text(ofFile: file, inserting: insertions)
            var rest = after.split(separator: "\n", omittingEmptySubsequences: false)[...]
            for line in before.split(separator: "\n", omittingEmptySubsequences: false) {
                let place = try #require(rest.firstIndex(of: line), "\(file): \(line)")
                rest = rest[(place + 1)...]
            }
            try after.write(toFile: file, atomically: true, encoding: .utf8)
        }
        let again = try AuditPlanner.plan(RuleBookLoader.load([path]))
        let run = CaseRunner(again).run()
        #expect(run.failures.sorted == [])
        #expect(run.caseCount == CaseRunner(plan).run().caseCount + results.reduce(0) { $0 + $1.cases.count })
    }
}
