import Foundation
import Plumbline
import Quantities
import TestSupport
import Testing

/// Real data of countries by year, with every verdict computed independently.
@Suite("Health of countries", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct CountryHealthTests {
    /// The rule of each requirement, and what its values are multiplied by where they are expected per so many; nil where
    /// what is expected is a root, which is never drawn.
    private static let rules: [String: (id: String, factor: Number?)] = [
        "sdg_3_2_under5_2023": ("under-five-mortality-above-25", 1000),
        "mdg4_two_thirds": ("under-five-mortality-not-cut-by-two-thirds", 1),
        "mdg4_rate": ("under-five-mortality-falls-too-slowly", nil),
        "u5mr_never_rises": ("under-five-mortality-rises", 1),
        "births_attended_90": ("births-attended-below-90", 100),
        "abuja_15": ("health-budget-below-15-percent", 100),
        "doctors_growth": ("doctors-not-more-than-2010", 1000),
        "epmm_140": ("maternal-mortality-above-140", 100_000),
        "sdg_3_1_70": ("maternal-mortality-not-below-70", 100_000),
        "mdg5_rate": ("maternal-mortality-falls-too-slowly", nil),
        "share_by_region": ("region-with-too-few-countries-at-25", 1),
    ]

    @Test("every country, year and region has the verdict and the value that were computed independently")
    func everyVerdict() throws {
        let expected = ExpectedVerdicts("who-sdg-health")
        let run = try expected.run(example: "who-sdg-health", asOf: "2026-01-01")
        let factors = Dictionary(uniqueKeysWithValues: Self.rules.values.map { ($0.id, $0.factor) })
        #expect(Set(run.plan.rules.map(\.rule.id)) == Set(factors.keys))
        #expect(run.totals.dataProblems.isEmpty, "\(run.totals.dataProblems.prefix(3))")

        var found: [String: ExpectedVerdicts.Line] = [:]
        for finding in run.findings where finding.outcome != .notApplicable {
            let rule = run.plan.rules[finding.rule].rule
            // Only where each period is judged by itself do the expected verdicts name it.
            let period = rule.period?.manner == .each ? finding.record.period.map { " \($0)" } ?? "" : ""
            found["\(rule.id),\(finding.record.key)\(period)"] = ExpectedVerdicts.Line(
                outcome: finding.outcome.rawValue, value: value(of: finding, by: factors[rule.id] ?? nil))
        }
        var wanted = try expected.lines(Self.rules.mapValues(\.id))
        #expect(wanted.count == 195 * 5 + 54 + 1950 + 200 * 3 + 8)
        for (key, line) in wanted where (factors[String(key.prefix { $0 != "," })] ?? nil) == nil {
            wanted[key] = ExpectedVerdicts.Line(outcome: line.outcome, value: nil)
        }
        let differences = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
        #expect(differences.isEmpty, "\(differences.sorted().prefix(10).map { ($0, found[$0], wanted[$0]) })")
    }

    private func value(of finding: Finding, by factor: Number?) -> String? {
        guard let factor, case .number(let number) = finding.measurement.observed else { return nil }
        return ExpectedVerdicts.rounded(number * factor)
    }
}
