import Foundation
import Plumbline
import TestSupport
import Testing

/// Real data in two layouts and two encodings, with every verdict computed independently.
@Suite("Hospitals of China", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct ChinaHospitalsTests {
    private static let rules = [
        "每区有综合医院": "district-without-general-hospital", "每区有中医类医院": "district-without-hospital-of-chinese-medicine",
        "每区有三级医院": "district-without-tertiary-hospital", "已评级占比": "graded-hospitals-below-share",
        "三级有等次": "tertiary-hospital-without-class", "邮政编码格式": "postcode-not-of-beijing",
        "非营利占比": "not-for-profit-hospitals-below-half", "全国_三级占比": "tertiary-hospitals-below-share",
        "全国_等级齐全": "grade-incomplete", "全国_名称唯一": "hospital-name-repeated",
    ]
    /// What the expected verdicts put before a record's name.
    private static let prefixes = ["hospital": "北京:", "listed_hospital": "全国:"]

    @Test("every record has the verdict, and every share and count the value, that was computed independently")
    func everyVerdict() throws {
        let expected = ExpectedVerdicts("china-hospitals")
        let run = try expected.run(example: "china-hospitals", asOf: "2026-01-01")
        #expect(Set(run.plan.rules.map(\.rule.id)) == Set(Self.rules.values))
        #expect(run.totals.files.map(\.records) == [724, 30577])
        #expect(run.totals.files.map(\.form.encoding) == [.gb18030, .utf8])
        #expect(run.totals.dataProblems.isEmpty, "\(run.totals.dataProblems)")

        var wanted = try expected.lines(Self.rules)
        #expect(wanted.count == 16 * 5 + 101 + 724 + 31 + 30577 * 2)
        var found: [String: ExpectedVerdicts.Line] = [:]
        for finding in run.findings where finding.outcome != .notApplicable {
            let rule = run.plan.rules[finding.rule].rule
            for key in Self.keys(of: finding) {
                found["\(rule.id),\(key)"] = ExpectedVerdicts.Line(outcome: finding.outcome.rawValue, value: value(of: finding, rule.id))
            }
        }
        // A name that stands once is no finding about a row; that all of them pass shows in their number.
        let unique = "hospital-name-repeated"
        let names = run.findings.filter { run.plan.rules[$0.rule].rule.id == unique }
        #expect(names.count { $0.outcome == .pass } == wanted.count { $0.key.hasPrefix(unique) && $0.value.outcome == "pass" })
        wanted = wanted.filter { !($0.key.hasPrefix(unique) && $0.value.outcome == "pass") }
        found = found.filter { !($0.key.hasPrefix(unique) && $0.value.outcome == "pass") }
        let differences = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
        #expect(differences.isEmpty, "\(differences.sorted().prefix(10).map { ($0, found[$0], wanted[$0]) })")
    }

    /// The records that a finding is about, as the expected verdicts name them.
    private static func keys(of finding: Finding) -> [String] {
        let records = finding.record.kind == .record ? [finding.record] : finding.group?.members.map(\.record) ?? []
        return records.map { record in
            (prefixes[record.table] ?? "") + (record.key.hasPrefix("#") ? String(record.key.dropFirst()) : record.key)
        }
    }

    private func value(of finding: Finding, _ rule: String) -> String? {
        guard case .number(let number) = finding.measurement.observed else { return nil }
        return ExpectedVerdicts.rounded(number)
    }
}
