import Diagnostics
import JSON
public import Plumbline

/// The report for programs: one JSON object with the members `plumbline`, `findings`, `run`, `rules`,
/// `data_problems`, `data_problems_left_out` and `summary`, in this order.
///
/// Findings are written as they come, one a line, and nothing is kept. Exact numbers stand there as
/// text (`14/17`, `0.85`, in base units) beside the figure as people read it, so that nothing passes
/// through a double. What is worded comes in both languages; printed figures are in the run's.
public struct JSONReporter: Reporter {
    public static let name = "json"

    /// The version of the report's shape: it rises when a member changes its meaning or goes.
    static let format = 1

    private let context: ReportContext
    private var hasBegun = false
    private var hasFindings = false

    public init(_ context: ReportContext) { self.context = context }

    public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
        begin(&out)
        for finding in findings {
            out.append(hasFindings ? ",\n    " : "\n    ")
            hasFindings = true
            out.append(JSONValue(finding, of: context.plan.rules[finding.rule], in: context.language).line)
        }
    }

    public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {
        begin(&out)
        out.append(hasFindings ? "\n  ],\n" : "],\n")
        writeRun(totals, to: &out)
        let rules = zip(context.plan.rules, totals.summaries).map { JSONValue($0, $1) }
        out.append("  \"rules\": \(list(rules, indent: "  ")),\n")
        out.append("  \"data_problems\": \(list(totals.dataProblems.map { JSONValue($0) }, indent: "  ")),\n")
        out.append("  \"data_problems_left_out\": \(totals.dataProblemsLeftOut),\n")
        out.append("  \"summary\": \(JSONValue(summary: totals).line)\n}\n")
    }
}

private extension JSONReporter {
    mutating func begin(_ out: inout ReportBuffer) {
        guard !hasBegun else { return }
        hasBegun = true
        out.append("{\n  \"plumbline\": {\"format\": \(Self.format)},\n  \"findings\": [")
    }

    /// Stands after the findings, because the files are known only when all are read.
    func writeRun(_ totals: RunTotals, to out: inout ReportBuffer) {
        let members: [(String, String)] = [
            ("as_of", JSONValue.string(context.asOf.description).line),
            ("lang", JSONValue.string(context.language.rawValue).line),
            ("rulesets", list(context.plan.book.rulesets.map { JSONValue($0) }, indent: "    ")),
            ("files", list(totals.files.map { JSONValue($0) }, indent: "    ")),
            ("skipped", list(totals.skippedFiles.map { JSONValue($0) }, indent: "    ")),
        ]
        let lines = members.map { "    \"\($0.0)\": \($0.1)" }
        out.append("  \"run\": {\n\(lines.joined(separator: ",\n"))\n  },\n")
    }

    /// An array with one value a line.
    func list(_ values: [JSONValue], indent: String) -> String {
        guard !values.isEmpty else { return "[]" }
        return "[\n" + values.map { "\(indent)  \($0.line)" }.joined(separator: ",\n") + "\n\(indent)]"
    }
}
