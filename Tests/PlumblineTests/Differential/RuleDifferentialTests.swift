import Foundation
import Testing

/// The second reading of the rule language, in the files around this one, is written from what the language says and
/// shares nothing with the product but its texts. `Scripts/differential` runs many more cases.
@Suite("The product says of random rules on random tables what a plain reading of the rule language says")
struct RuleDifferentialTests {
    @Test("reason, value, gap, limit and closings of every finding, and every ledger")
    func random() async throws {
        let environment = ProcessInfo.processInfo.environment
        let first = environment["DIFFERENTIAL_SEED"].flatMap { Int($0) } ?? 0
        let books = environment["DIFFERENTIAL_BOOKS"].flatMap { Int($0) } ?? 40
        let tally = try await Self.tally(first..<(first + books))
        if let file = environment["DIFFERENTIAL_LOG"] { try tally.text.write(toFile: file, atomically: true, encoding: .utf8) }
        for difference in tally.differences.prefix(3) { Issue.record("\(difference)") }
        #expect(tally.differences.isEmpty)
        // Of one seed alone, to see a difference again, nothing can be expected.
        guard books >= 40 else { return }
        #expect(tally.cases > books * 500)
        for (reason, least) in Self.expected {
            #expect(tally.reasons[reason, default: 0] >= least, "\(tally.reasons[reason, default: 0]) times \(reason)")
        }
        for kind in PlainFeature.allCases {
            #expect(tally.features[kind, default: 0] >= kind.least, "\(tally.features[kind, default: 0]) times \(kind)")
        }
        for (kind, least) in Self.expectedKinds {
            #expect(tally.kinds[kind, default: 0] >= least, "\(kind) was decided \(tally.kinds[kind, default: 0]) times")
        }
    }

    private static func tally(_ seeds: Range<Int>) async throws -> DifferentialTally {
        try await withThrowingTaskGroup(of: DifferentialTally.self) { group in
            for seed in seeds {
                group.addTask {
                    var tally = DifferentialTally()
                    for audit in [RandomAudit(seed: UInt64(seed))] + (seed % 2 == 0 ? [RandomAudit(ofPlaces: UInt64(seed))] : []) {
                        do { try audit.compare(into: &tally) } catch { tally.differences.append("\(audit.name) is refused: \(error)") }
                    }
                    return tally
                }
            }
            return try await group.reduce(into: DifferentialTally()) { $0.add($1) }
        }
    }

    /// How often forty vocabularies have to show each reason that their rules can give, so that nothing passes for want of
    /// trying.
    private static let expected: [PlainReason: Int] = [
        .excepted: 20, .waived: 50, .out_of_scope: 1000, .no_limit: 8, .no_tested_group: 20, .arm_not_applicable: 3, .rule_error: 10,
        .parameter_unset: 150, .scope_unknown: 400, .no_record: 80, .list_not_submitted: 50, .no_such_record: 5, .ambiguous_record: 10,
        .no_such_period: 250, .not_published: 40, .missing: 400, .unreadable: 100, .date_missing: 10, .zero_denominator: 50, .zero_base: 10,
        .empty_group: 60, .group_too_small: 2, .too_few_measured: 4, .missing_decides: 80, .before_due: 400, .late: 3, .beyond_limit: 1000,
        .condition_false: 400, .coverage_short: 120, .within_limit: 800, .condition_true: 400, .coverage_met: 100,
    ]

    /// How often a rule of each kind has to pass or fail.
    private static let expectedKinds: [String: Int] = [
        "condition": 1000, "target": 1000, "change": 100, "unique": 100, "unique on several fields": 100, "parity": 100,
        "parity by median": 20, "parity by each": 20, "parity within several": 20, "parity with min_group": 10, "coverage": 300,
        "coverage by period": 50, "peers": 100, "peers pooled": 30, "peers among several": 30, "peers by benchmark": 50, "composition": 100,
        "composition at or above": 20, "composition with a whole": 10, "composition within": 50, "same_set": 50, "same_set with extra": 20,
        "hierarchy level": 100, "hierarchy list": 100, "register": 100, "register list": 100, "observed": 100, "observed or computed": 50,
        "group table": 100,
    ]
}
