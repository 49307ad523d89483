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
        .excepted: 400, .waived: 200, .other_period: 250, .out_of_scope: 4000, .no_limit: 60, .no_tested_group: 250,
        .arm_not_applicable: 18, .rule_error: 40, .parameter_unset: 600, .no_benchmark: 500, .scope_unknown: 1700,
        .no_record: 600, .list_not_submitted: 500, .no_such_record: 80, .ambiguous_record: 70, .no_such_period: 800,
        .not_published: 40, .missing: 1000, .unreadable: 200, .date_missing: 40, .zero_denominator: 300, .zero_base: 20,
        .empty_group: 1000, .group_too_small: 300, .too_few_measured: 40, .missing_decides: 400, .before_due: 2000, .late: 18,
        .beyond_limit: 4000, .condition_false: 1500, .coverage_short: 500, .within_limit: 2500, .condition_true: 1500,
        .coverage_met: 300,
    ]

    /// How often a rule of each kind has to pass or fail.
    private static let expectedKinds: [String: Int] = [
        "arms": 1000, "arms by period": 180, "change": 120, "change by period": 120, "composition": 300,
        "composition at or above": 60, "composition at or above by period": 20, "composition by period": 50,
        "composition with a whole": 80, "composition with a whole by period": 14, "composition within": 180,
        "composition within by period": 25, "condition": 2500, "condition by period": 800, "coverage": 800,
        "coverage by period": 160, "group table": 500, "group table by period": 250, "hierarchy level": 140,
        "hierarchy level by period": 12, "hierarchy list": 1200, "hierarchy list by period": 350, "observed": 700,
        "observed by period": 700, "observed or computed": 200, "observed or computed by period": 200, "parity": 70,
        "parity by each": 6, "parity by mean": 25,
        "parity by median": 30, "parity by period": 8, "parity with min_group": 8,
        "parity within several": 12, "peers": 200,
        "peers among several": 60, "peers among several by period": 18, "peers by benchmark": 350,
        "peers by benchmark by period": 350, "peers by period": 80, "peers pooled": 30, "peers pooled by period": 4,
        "register": 350, "register by period": 300, "register list": 700, "register list by period": 80, "same_set": 800,
        "same_set with extra": 400, "target": 4000, "target by period": 1300, "unique": 600, "unique by period": 120,
        "unique on several fields": 400, "unique on several fields by period": 80,
    ]
}
