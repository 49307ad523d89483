import Diagnostics
import Foundation
import Plumbline
import TestSupport
import Testing

@Suite("the pages of the targets")
struct TargetPagesTests {
    /// What the names of a page's cases begin with: the value below, at and above the limit, or as asked and not; then
    /// what was not reported, a group of nobody or nothing, and a period without data.
    private static func kinds(of target: String) -> [String] {
        let yesOrNo = ["one_of", "matches", "unique", "same_set"]
        let withoutGroup = ["equals", "between", "one_of", "matches", "reaches", "change", "composition", "unique"]
        return (yesOrNo.contains(target) ? ["相符", "不符"] : ["低于", "等于", "高于"]) + ["缺失", "缺期"]
            + (withoutGroup.contains(target) ? [] : ["空组"])
    }

    @Test("every target has a page, whose cases come out as they say and show what can become of a record", arguments: builtInTargets.map(\.name))
    func page(target: String) throws {
        let page = try TargetPage(target)
        let plan = try Fixture.plan(page.files)
        let result = CaseRunner(plan).run()
        #expect(result.failures.all.map(\.message.en) == [])
        #expect(result.untested == [])
        #expect(plan.rules.allSatisfy { $0.limit?.kind == target })
        let cases = plan.rules.flatMap(\.rule.cases)
        for kind in Self.kinds(of: target) {
            #expect(cases.contains { $0.name.hasPrefix(kind) }, "no case of '\(target)' begins with \(kind)")
        }
        #expect(Set(cases.map(\.outcome)).isSuperset(of: [.pass, .fail, .notMeasured]))
    }

    @Test("a page says what its cases come to: every reason that they have is among those that it lists", arguments: builtInTargets.map(\.name))
    func reasons(target: String) throws {
        let page = try TargetPage(target)
        let cases = try Fixture.plan(page.files).rules.flatMap(\.rule.cases)
        for reason in Set(cases.compactMap(\.reason)) { #expect(page.prose.contains("`\(reason.rawValue)`"), "\(reason)") }
    }

    @Test("the list of pages has every target")
    func list() throws {
        let list = try String(contentsOf: TargetPage.folder.appending(path: "README.md"), encoding: .utf8)
        for target in builtInTargets { #expect(list.contains("[`\(target.name)`](\(target.name).md)")) }
    }
}

/// A page with a vocabulary and a ruleset in it.
private struct TargetPage {
    static let folder = SharedData.repository.appending(path: "Docs/targets")

    /// What the page says outside its YAML.
    let prose: String
    let files: [String: String]

    init(_ target: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(target).md"), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        prose = stride(from: 0, to: parts.count, by: 2).map { parts[$0] }.joined()
        var files: [String: String] = [:]
        for case let part in stride(from: 1, to: parts.count, by: 2).map({ parts[$0] }) where part.hasPrefix("yaml\n") {
            let yaml = String(part.dropFirst(5))
            files[yaml.hasPrefix("vocabulary:") ? "vocabulary.yaml" : "ruleset.yaml"] = yaml
        }
        self.files = files
    }
}
