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
          teacher:
            key: [id]
            fields:
              id: {type: string}
              school: {references: school, list: teachers}
              trained: {type: boolean}

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
        ("for: school, require: open, coverage: {at_least: 60%}", ["records: [{repeat: 3, of: {open: true}}, {repeat: 2, of: {open: false}}]\n  outcome: pass", "records: [{repeat: 2, of: {open: true}}, {repeat: 3, of: {open: false}}]\n  outcome: fail", "reason: missing_decides"]),
        ("for: school, observe: beds, target: {parity: {test: open, within: [kind], at_least: 100%}}", ["outcome: pass", "outcome: fail", "reason: no_tested_group"]),
        ("for: school, target: {unique: [kind, beds]}", ["outcome: pass", "outcome: fail"]),
    ])
    func boundaries(rule: String, parts: [String]) throws {
        let text = try Self.text(rule)
        for part in parts { #expect(text.contains(part), "\(text)") }
        #expect(!text.contains("未能生成"), "\(text)")
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

    @Test("cases for every rule that comes along load, lint and pass where they are written, and change nothing else", arguments: [
        "Rules/plans/suining", "Examples/us-nursing-homes",
    ])
    func shipped(folder: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let copy = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: copy) }
        let top = try #require(folder.split(separator: "/").first.map { String($0) })
        try FileManager.default.copyItem(at: root.appending(path: top), to: copy.appending(path: top))
        let path = copy.appending(path: folder).path
        let plan = try AuditPlanner.plan(RuleBookLoader.load([path]))
        let results = plan.rules.indices.map { CaseGenerator(plan).cases(ofRule: $0) }
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
