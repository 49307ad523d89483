import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Quantities
import TestSupport
import Testing

/// The example in the repository, held against what its generator worked out from what it had planted.
@Suite("the Suining example")
struct SuiningExampleTests {
    /// What the generator wrote beside the data.
    private struct Expected: Decodable {
        struct Finding: Decodable {
            var rule: String
            var kind: String
            var record: String
            var period: String?
            var outcome: String
            var reason: String
            var observed: String?
            var gap: String?
        }

        struct Problem: Decodable {
            var code: String
            var file: String
            var line: Int
            var column: String?
            var text: String?
        }

        struct SetAside: Decodable {
            var file: String
            var kind: String
            var count: Int
        }

        var as_of: String
        var institutions: Int
        var staff: Int
        var rules: [String: [String: Int]]
        var findings: [Finding]
        var data_problems: [Problem]
        var set_aside: [SetAside]
    }

    private static let folder = SharedData.repository.appending(path: "Examples/suining-2025")

    private let expected: Expected
    private let plan: AuditPlan
    private let findings: [Finding]
    private let totals: RunTotals

    init() throws {
        expected = try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: Self.folder.appending(path: "expected.json")))
        let rulesets = ["Rules/plans/suining", "Examples/suining-roster"].map { SharedData.repository.appending(path: $0).path }
        plan = try AuditPlanner.plan(RuleBookLoader.load(rulesets))
        let submission = try SubmissionMatcher.match(
            [.path(Self.folder.path)], vocabulary: plan.vocabulary, readers: builtInReaders,
            references: plan.book.rulesets.flatMap(\.data))
        var log = FindingLog()
        let asOf = try #require(CalendarDate(iso: expected.as_of))
        totals = Audit(plan: plan, asOf: asOf).run(submission, into: &log)
        findings = log.findings
    }

    @Test("everything planted is found, and nothing else")
    func planted() {
        let found = findings.filter { ![.pass, .notApplicable].contains($0.outcome) && isPlanted($0) }.map(line)
        let wanted = expected.findings.map { finding in
            Self.line(
                finding.rule, finding.kind, finding.record, finding.period, "\(finding.outcome) \(finding.reason)",
                finding.observed.map(Self.exact), finding.gap.map(Self.exact))
        }
        #expect(Set(found).subtracting(wanted).sorted() == [])
        #expect(Set(wanted).subtracting(found).sorted() == [])
        #expect(found.count == wanted.count)
    }

    @Test("as many pass as should")
    func passes() {
        for (place, rule) in plan.rules.enumerated() {
            guard let wanted = expected.rules[rule.rule.id] else { continue }
            for outcome in [Outcome.pass, .fail, .notMeasured] {
                let count = findings.count { $0.rule == place && $0.outcome == outcome }
                #expect(count == wanted[outcome.rawValue] ?? 0, "\(rule.rule.id) \(outcome)")
            }
        }
        #expect(Set(expected.rules.keys).isSubset(of: plan.rules.map(\.rule.id)))
    }

    @Test("of what the plan asks beyond that, nothing goes wrong, and next to nothing can be told")
    func beyond() {
        let outcomes = findings.filter { !isPlanted($0) }.map(\.outcome)
        #expect(!outcomes.contains(.error))
        #expect(outcomes.count { $0 == .notMeasured } > 200)
        #expect(outcomes.count { $0 == .fail } < 10)
    }

    @Test("the files' own faults are told with their places, and nothing else is")
    func dataProblems() {
        let found = totals.dataProblems.map { problem in
            [problem.code.rawValue, problem.file, "\(problem.address?.line ?? 0)", problem.column ?? "", problem.text ?? ""]
        }
        let wanted = expected.data_problems.map { problem in
            [problem.code, Self.name(problem.file), "\(problem.line)", problem.column ?? "", problem.text ?? ""]
        }
        #expect(Set(found).subtracting(wanted).map(\.description).sorted() == [])
        #expect(Set(wanted).subtracting(found).map(\.description).sorted() == [])
        #expect(found.count == wanted.count)
    }

    @Test("sums and notes are set aside, and everybody else is read")
    func records() {
        let setAside = totals.files.flatMap { file in file.setAside.map { "\(file.file) \($0.kind.rawValue) \($0.count)" } }
        #expect(setAside.sorted() == expected.set_aside.map { "\(Self.name($0.file)) \($0.kind) \($0.count)" }.sorted())
        func count(_ table: String) -> Int { totals.files.filter { $0.table == table && !$0.isOfRuleset }.reduce(0) { $0 + $1.records } }
        // Two institutions sent nothing, and one came twice.
        #expect(count("institution") == expected.institutions - 2 + 1)
        #expect(count("staff") == expected.staff)
    }

    /// Whether it is one of the rules for which the data are made.
    private func isPlanted(_ finding: Finding) -> Bool { expected.rules[plan.rules[finding.rule].rule.id] != nil }

    private func line(_ finding: Finding) -> String {
        let measurement = finding.measurement
        let observed: String? = switch measurement.observed {
        case .number(let number): number.description
        case .range: nil
        case .text(let text): text
        case nil: nil
        }
        let isFailed = finding.outcome == .fail
        return Self.line(
            plan.rules[finding.rule].rule.id, finding.record.kind.rawValue, finding.record.key,
            finding.record.period?.description, "\(finding.outcome.rawValue) \(finding.reason.rawValue)",
            isFailed ? observed : nil, isFailed ? measurement.gap?.description : nil)
    }

    private static func line(
        _ rule: String, _ kind: String, _ record: String, _ period: String?, _ outcome: String, _ observed: String?,
        _ gap: String?
    ) -> String {
        [rule, kind, record, period ?? "-", outcome, observed ?? "-", gap ?? "-"].joined(separator: " | ")
    }

    /// A fraction as numbers print themselves; another text as it is.
    private static func exact(_ text: String) -> String {
        let parts = text.split(separator: "/").map { Int64($0) }
        guard let numerator = parts.first ?? nil, let denominator = parts.count > 1 ? parts[1] : 1 else { return text }
        return Number(numerator: numerator, denominator: denominator)?.description ?? text
    }

    private static func name(_ file: String) -> String { "suining-2025/\(file)" }
}
