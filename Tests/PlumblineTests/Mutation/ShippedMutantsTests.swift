import Diagnostics
import Foundation
import Testing

@testable import Plumbline

@Suite("Mistakes in the rules that come along") struct ShippedMutantsTests {
    @Test("no other operator, limit, period, condition, unit, figure or choice goes unnoticed", arguments: ShippedRulesets.folders)
    func survivors(folder: String) throws {
        let plan = try AuditPlanner.plan(RuleBookLoader.load([ShippedRulesets.root.appending(path: folder).path]))
        let left = MutationTest(plan).run().flatMap(\.survivors)
        #expect(left.map { "\($0.location): \($0.before) → \($0.after)" } == [])
    }

    @Test("the rulesets of plans and examples are all found")
    func found() {
        #expect(ShippedRulesets.folders.contains("Examples/who-sdg-health"))
        #expect(ShippedRulesets.plans.contains("Rules/plans/suining"))
    }
}
