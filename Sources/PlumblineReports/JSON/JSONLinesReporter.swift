import Diagnostics
import JSON
public import Plumbline

/// The report for streams of programs: each finding as a JSON object on a line of its own, with the members that
/// it has in the JSON report, and nothing else.
///
/// What is not about a single record, such as totals and data problems, is not in it: a run without findings is
/// an empty file, and the exit code says whether anything was decided.
public struct JSONLinesReporter: Reporter {
    public static let name = "jsonl"

    private let context: ReportContext

    public init(_ context: ReportContext) { self.context = context }

    public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
        for finding in findings {
            out.append(JSONValue(finding, of: context.plan.rules[finding.rule], in: context.language).line + "\n")
        }
    }

    public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {}
}
