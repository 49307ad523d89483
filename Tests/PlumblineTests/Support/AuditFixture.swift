import Diagnostics
import PlumblineReaders
import Testing

@testable import Plumbline

/// Rules over several tables, held against texts as if these were files, and what comes out in a line a finding.
struct AuditFixture {
    let plan: AuditPlan
    private let rosters: [(table: String, csv: String)]

    /// - Parameters:
    ///   - tables: The tables of the vocabulary, in the flow style, a line each.
    ///   - rules: The rules in the flow style, a line each, without id and title where there is only one.
    ///   - header: More keys of the ruleset's header, such as a due date.
    ///   - rosters: Who must answer, by table.
    init(
        tables: [String], rules: [String], header: String = "", enumerations: String = "{}",
        rosters: [(table: String, csv: String)] = []
    ) throws {
        let data = rosters.map { "  - {table: \($0.table), file: roster.csv, roster: true}\n" }.joined()
        let named = rules.count == 1 ? ["id: r, title: t, \(rules[0])"] : rules
        plan = try Fixture.plan([
            "vocabulary.yaml": "vocabulary: test\nenumerations: \(enumerations)\ntables:\n" + tables.map { "  \($0)\n" }.joined(),
            "ruleset.yaml": """
                ruleset: test
                plan: {title: test, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                \(header)
                \(data.isEmpty ? "" : "data:\n" + data)
                rules:
                \(named.map { "  - {\($0)}\n" }.joined())
                """,
        ])
        self.rosters = rosters
    }

    init(table: String, rule: String, header: String = "", enumerations: String = "{}") throws {
        try self.init(tables: [table], rules: [rule], header: header, enumerations: enumerations)
    }

    func run(
        _ files: [(table: String, csv: String)], asOf: String = "2026-01-01"
    ) throws -> (findings: [Finding], totals: RunTotals) {
        var submission = Submission()
        submission.files = files.enumerated().map { place, file in self.file(file.table, file.csv, "\(file.table)-\(place).csv") }
        submission.references = rosters.map { Submission.Reference(file: file($0.table, $0.csv, "roster.csv"), isRoster: true) }
        var log = FindingLog()
        let totals = Audit(plan: plan, asOf: try #require(CalendarDate(iso: asOf))).run(submission, into: &log)
        return (log.findings, totals)
    }

    func lines(_ files: [(table: String, csv: String)], asOf: String = "2026-01-01") throws -> [String] {
        try run(files, asOf: asOf).findings.map(line)
    }

    /// The lines for a text of the first rule's table.
    func lines(_ csv: String, asOf: String = "2026-01-01") throws -> [String] {
        try lines([(plan.rules[0].rule.table, csv)], asOf: asOf)
    }

    /// `A@2025 beyond_limit 4, -1, add 1`: what is meant, the reason, the figures; `(within_limit)` is what it would be
    /// today.
    func line(_ finding: Finding) -> String {
        var parts = plan.rules.count > 1 ? [plan.rules[finding.rule].rule.id] : []
        parts += [name(finding.record), finding.reason.rawValue]
        if let today = finding.reasonToday { parts.append("(\(today.rawValue))") }
        return (parts + [figures(finding)]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func name(_ record: RecordReference) -> String {
        let name = switch record.kind {
        case .all: "all"
        case .group: "[\(record.name)]"
        case .record: record.name
        }
        return name + (record.period.map { "@\($0)" } ?? "")
    }

    private func figures(_ finding: Finding) -> String {
        let measurement = finding.measurement
        guard let limit = plan.rules[finding.rule].limit(of: measurement), let observed = measurement.observed else { return "" }
        let text = FigureText(limit, of: measurement, in: .en).asWritten
        let figures = [text.observed(observed), measurement.gap.map(text.gap)].compactMap(\.self)
        return (figures + measurement.closings.map { "\($0.kind) \($0.text)" }).joined(separator: ", ")
    }

    private func file(_ table: String, _ csv: String, _ name: String) -> Submission.File {
        Submission.File(source: ByteSource(name: name, bytes: Array(csv.utf8)), table: table, reader: CSVReader())
    }
}

/// What the arms of a finding came to: `beyond_limit -1 | condition_true`.
func armLine(_ finding: Finding) -> String {
    finding.arms.map { arm in
        ([arm.reason.rawValue] + [arm.measurement.gap.map { "\($0)" }].compactMap(\.self)
            + arm.measurement.closings.map { "\($0.kind) \($0.text)" }).joined(separator: " ")
    }.joined(separator: " | ")
}

/// What a finding would be under other readings: `each year fail (pass 2, fail 1) no`; `yes` where the verdict holds.
func readingLines(_ finding: Finding) -> [String] {
    finding.readings.map { reading in
        let counts = Outcome.allCases.compactMap { outcome in reading.counts[outcome].map { "\(outcome.rawValue) \($0)" } }
        let gap = reading.measurement.gap.map { " \($0)" } ?? ""
        let period = reading.period.map { " @\($0)" } ?? ""
        return "\(reading.name.en) \(reading.reason.rawValue)\(gap)\(period)"
            + (counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))") + (reading.holds ? " yes" : " no")
    }
}

/// The members of a group's finding: `B beyond_limit -3`.
func memberLines(_ finding: Finding) -> [String] {
    finding.group?.members.map { member in
        "\(member.record.name) \(member.reason.rawValue)" + (member.measurement.gap.map { " \($0)" } ?? "")
    } ?? []
}
