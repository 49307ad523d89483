import Foundation
import Testing

/// The second reading of the rule language, in the files around this one, is written from what the language says and
/// shares nothing with the product but its texts. `Scripts/differential` runs many more cases.
@Suite("The product says of random rules on random tables what a plain reading of the rule language says")
struct RuleDifferentialTests {
    private static let batches = 0..<8

    @Test("reason, value, gap, limit and closings of every finding, and every ledger", arguments: batches)
    func random(batch: Int) throws {
        let environment = ProcessInfo.processInfo.environment
        let books = environment["DIFFERENTIAL_BOOKS"].flatMap { Int($0) } ?? 5
        var tally = DifferentialTally()
        for seed in (batch * books)..<((batch + 1) * books) { try RandomAudit(seed: UInt64(seed)).compare(into: &tally) }
        for difference in tally.differences.prefix(3) { Issue.record("\(difference)") }
        #expect(tally.differences.isEmpty)
        #expect(tally.cases > books * 110, "\(tally.cases) cases")
        for (reason, least) in Self.expected {
            let count = tally.reasons[reason, default: 0]
            #expect(count >= least * books / 5, "\(count) times \(reason)")
        }
        if let folder = environment["DIFFERENTIAL_LOG"] {
            try tally.text.write(toFile: "\(folder)/batch-\(batch).txt", atomically: true, encoding: .utf8)
        }
    }

    /// How often five vocabularies have to show a reason, so that nothing passes for want of trying.
    private static let expected: [PlainReason: Int] = [
        .out_of_scope: 50, .no_limit: 3, .scope_unknown: 20, .list_not_submitted: 3, .no_such_record: 1, .no_such_period: 20, .missing: 40,
        .unreadable: 5, .zero_denominator: 3, .missing_decides: 5, .before_due: 20, .beyond_limit: 80, .condition_false: 20,
        .coverage_short: 8, .within_limit: 50, .condition_true: 20, .coverage_met: 8,
    ]
}
