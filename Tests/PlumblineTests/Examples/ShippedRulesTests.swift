import Diagnostics
import Foundation
import Plumbline
import TestSupport
import Testing

/// The folders under Rules/ and Examples/ that hold a ruleset's header.
private let rulesets: [String] = ["Rules", "Examples"].flatMap { top in
    let root = SharedData.repository.appending(path: top).resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.lastPathComponent == "ruleset.yaml" }.map { $0.deletingLastPathComponent().path }.sorted()
}

@Suite("the rules that ship")
struct ShippedRulesTests {
    @Test("there are rulesets to test")
    func thereAreRulesets() { #expect(rulesets.count >= 2) }

    @Test("every rule passes its own cases, and has one that fails", arguments: rulesets)
    func ownCases(folder: String) throws {
        let plan = try AuditPlanner.plan(RuleBookLoader.load([folder]))
        let result = CaseRunner(plan).run()
        #expect(result.failures.all.map(\.message.en) == [])
        #expect(result.untested == [])
        for rule in plan.rules { #expect(rule.rule.cases.contains { $0.outcome == .fail }, "\(rule.rule.fullName)") }
    }
}
