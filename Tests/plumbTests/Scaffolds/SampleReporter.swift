import Diagnostics
public import Plumbline

/// Writes a report of the format sample: a line a finding.
public struct SampleReporter: Reporter {
    public static let name = "sample"

    private let context: ReportContext

    public init(_ context: ReportContext) { self.context = context }

    public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
        for finding in findings {
            let rule = context.plan.rules[finding.rule].rule
            // What strangers wrote has to be escaped for the format: names and texts come from files.
            let cells = [rule.fullName, finding.record.name, finding.outcome.rawValue, finding.reason.text[context.language]]
            out.append(cells.map(Self.escaped).joined(separator: "|") + "\n")
        }
    }

    public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {}

    private static func escaped(_ text: String) -> String {
        String(text.map { $0 == "|" || $0.isNewline ? " " : $0 })
    }
}
