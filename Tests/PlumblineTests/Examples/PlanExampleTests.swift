import Foundation
import Plumbline
import PlumblineReaders
import Quantities
import TestSupport
import Testing

/// The rehearsals of a plan, each held against what its generator wrote down. `Examples/generator/check.py` does the same
/// for all five plans, and holds them against what was planted.
@Suite("the example of Suining's plan")
struct PlanExampleTests {
    /// What `Examples/generator` wrote beside the data.
    private struct Expected: Decodable {
        var ruleset: String
        var data: String
        var as_of: String
        var profile: String?
        /// A rule, a record, a period, an outcome, a reason, a value and a gap.
        var findings: [[String]]
        /// Where only what did not pass is written down: how many did, by rule.
        var passed: [String: Int]?
    }

    private static let folder = SharedData.repository.appending(path: "Examples/suining")

    @Test("each submission comes to what is expected, finding by finding", arguments: ["met", "short", "patchy"])
    func submission(name: String) throws {
        let expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: Self.folder.appending(path: "expected/\(name).json")))
        let (plan, findings) = try Self.findings(of: expected)
        let told = findings.filter { $0.outcome != .notApplicable }
        let listed = told.filter { expected.passed == nil || $0.outcome != .pass }.map { Self.line($0, plan) }
        let wanted = expected.findings.map { $0.joined(separator: " | ") }
        #expect(Set(listed).subtracting(wanted).sorted() == [])
        #expect(Set(wanted).subtracting(listed).sorted() == [])
        #expect(listed.count == wanted.count)
        if let passed = expected.passed {
            let counts = Dictionary(told.filter { $0.outcome == .pass }.map { (plan.rules[$0.rule].rule.id, 1) }, uniquingKeysWith: +)
            #expect(counts == passed)
        }
    }

    private static func findings(of expected: Expected) throws -> (AuditPlan, [Finding]) {
        let rules = SharedData.repository.appending(path: "Rules/plans/\(expected.ruleset)").path
        let book = RuleBookLoader.load([rules], profile: expected.profile.map { folder.appending(path: $0).path })
        let plan = try AuditPlanner.plan(book)
        let submission = try SubmissionMatcher.match(
            [.path(folder.appending(path: expected.data).path)], vocabulary: plan.vocabulary, readers: builtInReaders,
            references: plan.book.rulesets.flatMap(\.data))
        var log = FindingLog()
        let asOf = try #require(CalendarDate(iso: expected.as_of))
        _ = Audit(plan: plan, asOf: asOf).run(submission, into: &log)
        return (plan, log.findings)
    }

    private static func line(_ finding: Finding, _ plan: AuditPlan) -> String {
        let key = finding.record.key.isEmpty ? finding.record.kind.rawValue : finding.record.key
        let parts = [
            plan.rules[finding.rule].rule.id, key, finding.record.period?.description ?? "", finding.outcome.rawValue,
            finding.reason.rawValue, value(finding, plan), gap(finding, plan),
        ]
        return parts.joined(separator: " | ")
    }

    /// What was observed, exactly, in the limit's unit, as a report for programs has it.
    private static func value(_ finding: Finding, _ plan: AuditPlan) -> String {
        let unit = plan.rules[finding.rule].limit(of: finding.measurement)?.unit
        return switch finding.measurement.observed {
        case .number(let number): exact(number, in: unit)
        case .range(let low, let high): [low, high].map { $0.map { exact($0, in: unit) } ?? "" }.joined(separator: "..")
        case .text(let text): text
        case nil: ""
        }
    }

    private static func gap(_ finding: Finding, _ plan: AuditPlan) -> String {
        let unit = finding.measurement.gapUnit ?? plan.rules[finding.rule].limit(of: finding.measurement)?.unit?.difference
        return finding.measurement.gap.map { exact($0, in: unit) } ?? ""
    }

    private static func exact(_ number: Number, in unit: Quantities.Unit?) -> String {
        (unit.flatMap { unit in unit.scale.reciprocal.map { number * $0 } } ?? number).description
    }
}
