import Diagnostics
import Foundation
import PlumblineReaders
import Quantities
import Testing

@testable import Plumbline

/// What the product makes of rules and files, run through its public API and told in texts.
struct ProductRun {
    /// The findings of each rule, by its id.
    private(set) var findings: [String: [ProductFinding]] = [:]
    /// How each rule's records were accounted for, by its id.
    private(set) var ledgers: [String: String] = [:]

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

/// A finding of the product as texts.
struct ProductFinding {
    let name: String
    let reason: String
    let today: String?
    let observed, gap, limit, closings, needed: String?
    let ledger: String?

    /// - Parameter hasPeriods: Whether a record of the table is known by its key and its period, not by its row.
    init(_ finding: Finding, hasPeriods: Bool) {
        let record = finding.record
        switch record.kind {
        case .all: name = "all" + (record.period.map { "@\($0)" } ?? "")
        case .group: name = "group \(record.key)" + (record.period.map { "@\($0)" } ?? "")
        case .record:
            let row = record.address.map { $0.file.hasPrefix("roster") ? "" : "\($0.row)" } ?? ""
            name = "record \(record.key)\(hasPeriods ? "" : " #\(row)")" + (record.period.map { "@\($0)" } ?? "")
        }
        reason = finding.reason.rawValue
        today = finding.reasonToday?.rawValue
        let measurement = finding.measurement
        observed = measurement.observed.map { observed in
            switch observed {
            case .number(let number): Self.text(number)
            case .text(let text): Self.interval(text)
            }
        }
        gap = measurement.gap.map(Self.text)
        limit = measurement.limit.map(Self.text)
        closings = measurement.closings.isEmpty ? nil : measurement.closings.map { closing in
            switch closing.amount {
            case .impossible: "\(closing.kind) impossible"
            case .smallest(let number): "\(closing.kind) \(Self.text(number))"
            }
        }.sorted().joined(separator: ", ")
        ledger = (finding.group?.ledger).map(ProductRun.text)
        needed = finding.group?.neededOfUndecided.map(String.init)
    }

    /// Reduced, as this side writes it.
    private static func text(_ number: Number) -> String { PlainNumber(number.description)?.description ?? number.description }

    private static func interval(_ text: String) -> String {
        guard let dots = text.range(of: ".."), let low = PlainNumber(text[..<dots.lowerBound]), let high = PlainNumber(text[dots.upperBound...])
        else { return text }
        return "\(low)..\(high)"
    }

    func difference(from finding: PlainFinding) -> String? {
        let verdict = finding.verdict
        if verdict.orElse.contains(where: { $0.rawValue == reason }) { return nil }
        var parts: [String] = []
        if verdict.reason.rawValue != reason { parts.append("expected \(verdict.reason.rawValue), found \(reason)") }
        if finding.today?.rawValue != today { parts.append("today \(finding.today?.rawValue ?? "-"), found \(today ?? "-")") }
        for (title, own, other) in [
            ("observed", verdict.observed, observed), ("gap", verdict.gap, gap), ("limit", verdict.limit, limit),
            ("closings", verdict.closings, closings), ("needed", verdict.needed, needed),
        ] where !own.agrees(with: other) {
            parts.append("\(title) \(own), found \(other ?? "-")")
        }
        if let own = finding.ledger, own.description != ledger { parts.append("ledger \(own), found \(ledger ?? "-")") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
