import Diagnostics
import Foundation
import Testing

@testable import Plumbline

@Suite("Mistakes in the rules that come along") struct ShippedMutantsTests {
    @Test("no other operator, limit or period goes unnoticed", arguments: ["Rules/plans/suining", "Examples/us-nursing-homes"])
    func survivors(folder: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let plan = try AuditPlanner.plan(RuleBookLoader.load([root.appending(path: folder).path]))
        let decisive: Set<MutationKind> = [.comparison, .threshold, .period, .exception]
        let left = MutationTest(plan).run().flatMap(\.survivors).filter { decisive.contains($0.kind) }
        #expect(left.map { "\($0.location): \($0.before) → \($0.after)" } == [])
    }
}
