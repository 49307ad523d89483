import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

/// Real data with every verdict computed independently.
@Suite("US nursing homes", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct NursingHomesTests {
    private static let rules = [
        "rn_hprd": "rn-hprd-below-minimum", "na_hprd": "na-hprd-below-minimum", "total_hprd": "total-hprd-below-minimum",
        "all_three": "staffing-minimums-not-all-met", "ny_licensed": "ny-licensed-or-aide-hours-below-minimum",
        "state_total_minimum": "state-total-below-minimum", "share_by_state": "homes-meeting-minimums-below-half",
        "yoy_change": "state-hours-fall-within-a-year", "back_to_2019": "state-hours-below-2019",
    ]

    @Test("every record has the verdict that was computed independently")
    func everyVerdict() throws {
        let folder = SharedData.repository.appending(path: "Examples/us-nursing-homes").path
        let plan = try AuditPlanner.plan(RuleBookLoader.load([folder]))
        #expect(Set(plan.rules.map(\.rule.id)) == Set(Self.rules.values))
        let data = SharedData.url("real/us-nursing-home-staffing")
        let submission = try SubmissionMatcher.match([.path(data.path)], vocabulary: plan.vocabulary, readers: builtInReaders)
        let files = submission.files.map { URL(filePath: $0.source.name).lastPathComponent }
        #expect(files == ["merged_nhc_pbj.csv", "state_quarterly_metrics.csv"])
        var log = FindingLog()
        let asOf = try #require(CalendarDate(iso: "2025-01-01"))
        let totals = Audit(plan: plan, asOf: asOf).run(submission, into: &log)
        #expect(totals.files.map(\.records) == [14807, 1609])

        var found: [String: String] = [:]
        for finding in log.findings where finding.outcome != .notApplicable {
            let rule = plan.rules[finding.rule].rule
            // Only where each period is judged by itself do the expected verdicts name it.
            let period = rule.period?.manner == .each ? finding.record.period.map { " \($0)" } ?? "" : ""
            found["\(rule.id),\(finding.record.key)\(period)"] = finding.outcome.rawValue
        }
        let expected = try Self.expected(data.appending(path: "verdicts.csv"))
        let differences = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
        #expect(expected.count == 4 * 14807 + 2796 + 603 + 53 + 1404 + 52)
        #expect(differences.isEmpty, "\(differences.sorted().prefix(10))")
    }

    /// Verdicts by rule and record, for the requirements that the example has.
    private static func expected(_ file: URL) throws -> [String: String] {
        var verdicts: [String: String] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard let rule = rules[cells[0]] else { continue }
            verdicts["\(rule),\(cells[1])"] = cells[3] == "not_measurable" ? "not_measured" : cells[3]
        }
        return verdicts
    }
}
