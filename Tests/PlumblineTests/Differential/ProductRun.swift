import Diagnostics
import Foundation
import PlumblineReaders
import Testing

@testable import Plumbline

/// What the product makes of rules and files, run through its public API and told in texts.
struct ProductRun {
    /// The findings of each rule, by its id.
    private(set) var findings: [String: [ProductFinding]] = [:]
    /// How each rule's records were accounted for, by its id.
    private(set) var ledgers: [String: String] = [:]

    /// How many records have another figure of a rule's start than the rule states, by its id.
    private(set) var contradictions: [String: Int] = [:]

    init(_ plan: AuditPlan, _ data: PlainDataset, asOf: PlainDay) throws {
        var submission = Submission()
        submission.files = data.files.enumerated().map { Self.file($1, "\($1.table.name)-\($0).csv") }
        submission.references = data.rosters.map { Submission.Reference(file: Self.file($0, "roster.csv"), isRoster: true) }
        let periodic = Set(data.vocabulary.tables.filter { $0.period != nil }.map(\.name))
        var log = FindingLog()
        let totals = Audit(plan: plan, asOf: try #require(CalendarDate(iso: asOf.text))).run(submission, into: &log)
        for (rule, summary) in zip(plan.rules, totals.summaries) {
            ledgers[rule.rule.id] = Self.text(summary.ledger)
        }
        for problem in totals.dataProblems where problem.code == "baseline-differs" {
            guard let rule = problem.message.en.firstMatch(of: /test\/(r\d+)/)?.output.1 else { continue }
            contradictions[String(rule), default: 0] += 1
        }
        for finding in log.findings { findings[plan.rules[finding.rule].rule.id, default: []].append(ProductFinding(finding, hasPeriods: periodic.contains(finding.record.table))) }
    }

    static func text(_ ledger: Ledger) -> String {
        "counted \(ledger.counted), excluded \(ledger.excluded), scope unknown \(ledger.scopeUnknown), "
            + "not measured \(ledger.notMeasured), missing \(ledger.missing), failed \(ledger.failed), duplicates \(ledger.duplicates)"
    }

    private static func file(_ file: PlainDataset.File, _ name: String) -> Submission.File {
        Submission.File(source: ByteSource(name: name, bytes: Array(file.text.utf8)), table: file.table.name, reader: CSVReader())
    }
}
