import Diagnostics
import JSON
public import Plumbline

/// The report for programs: one JSON object with the members `plumbline`, `findings`, `run`, `rules`, `clauses`,
/// `data_problems`, `data_problems_left_out` and `summary`, in this order.
///
/// Findings are written as they come, one a line, and nothing is kept. Exact numbers stand there as
/// text (`14/17`, `0.85`, in the unit named) beside the figure as people read it, so that nothing passes
/// through a double. What rules say of themselves, such as titles, comes in both languages; what the run says, such as
/// messages and printed figures, in its own.
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
        writeList("rules", zip(context.plan.rules, totals.summaries), indent: "  ", to: &out) { JSONValue($0, $1) }
        let clauses = ClauseResults(of: totals, by: context.plan)
        writeList("clauses", clauses.all, indent: "  ", to: &out) { JSONValue($0, of: context.plan) }
        writeList("data_problems", totals.dataProblems, indent: "  ", to: &out) { JSONValue($0, in: context.language) }
        out.append("  \"data_problems_left_out\": \(totals.dataProblemsLeftOut),\n")
        let summary = JSONValue(summary: totals).adding([("clauses", JSONValue(clauses))])
        out.append("  \"summary\": \(summary.line)\n}\n")
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
        out.append("  \"run\": {\n")
        out.append("    \"as_of\": \(JSONValue.string(context.asOf.description).line),\n")
        out.append("    \"lang\": \(JSONValue.string(context.language.rawValue).line),\n")
        writeList("rulesets", context.plan.book.rulesets, indent: "    ", to: &out) { JSONValue($0, asOf: context.asOf) }
        writeList("files", totals.files, indent: "    ", to: &out) { JSONValue($0) }
        writeList("skipped", totals.skippedFiles, indent: "    ", to: &out) { JSONValue($0, in: context.language) }
        out.append("    \"fault\": \((totals.fault.map { JSONValue(fault: $0, in: context.language) } ?? .null).line)\n  },\n")
    }

    /// A member with an array, one value a line, and the comma after it. No more than one value is held as text.
    func writeList<Element>(
        _ name: String, _ elements: some Sequence<Element>, indent: String, to out: inout ReportBuffer,
        value: (Element) -> JSONValue
    ) {
        out.append("\(indent)\"\(name)\": [")
        var isEmpty = true
        for element in elements {
            out.append(isEmpty ? "\n\(indent)  " : ",\n\(indent)  ")
            isEmpty = false
            out.append(value(element).line)
        }
        out.append(isEmpty ? "],\n" : "\n\(indent)],\n")
    }
}
