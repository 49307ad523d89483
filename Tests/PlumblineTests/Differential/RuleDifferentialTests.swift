import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("The product says of random rules on random tables what a plain reading of the rule language says")
struct RuleDifferentialTests {
    @Test("outcome, reason, value, gap, limit and closings of every finding", arguments: 0..<8)
    func random(batch: Int) throws {
        let books = Int(ProcessInfo.processInfo.environment["DIFFERENTIAL_BOOKS"] ?? "") ?? 8
        var tally = DifferentialTally()
        for seed in (batch * books)..<((batch + 1) * books) {
            try RandomAudit(seed: UInt64(seed)).compare(into: &tally)
        }
        for difference in tally.differences.prefix(3) { Issue.record("\(difference)") }
        if let folder = ProcessInfo.processInfo.environment["DIFFERENTIAL_LOG"] {
            try tally.text.write(toFile: "\(folder)/batch-\(batch).txt", atomically: true, encoding: .utf8)
        }
    }
}
