import Diagnostics
import JSON
public import Plumbline

/// The report for tools that gather the results of many checks: one SARIF 2.1.0 log with one run.
///
/// Results are written as they come and nothing is kept. Messages are in the run's language; titles of rules stand in
/// both in their `properties`. What was not read as meant, and rules that met no record, are notifications of the
/// run's only invocation.
///
/// Source: OASIS Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
public struct SARIFReporter: Reporter {
    public static let name = "sarif"

    private let context: ReportContext
    private let results: SARIFResults
    private var hasBegun = false
    private var hasResults = false

    public init(_ context: ReportContext) {
        self.context = context
        results = SARIFResults(context)
    }

    public mutating func write(_ findings: [Finding], to out: inout ReportBuffer) {
        begin(&out)
        for finding in findings {
            out.append(hasResults ? ",\n        " : "\n        ")
            hasResults = true
            out.append(results.result(finding).line)
        }
    }

    public mutating func finish(_ totals: RunTotals, to out: inout ReportBuffer) {
        begin(&out)
        out.append(hasResults ? "\n      ]" : "]")
        let closing = SARIFClosing(context: context, totals: totals)
        for (name, value) in closing.members { out.append(",\n      \"\(name)\": \(value.lines(indent: "      "))") }
        out.append("\n    }\n  ]\n}\n")
    }
}

private extension SARIFReporter {
    mutating func begin(_ out: inout ReportBuffer) {
        guard !hasBegun else { return }
        hasBegun = true
        let rules = context.plan.rules.map { SARIFRule(plan: $0, context: context).descriptor }
        let tool: JSONValue = ["driver": ["name": .string("plumb"), "rules": .array(rules)]]
        out.append("""
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": \(tool.lines(indent: "      ")),
                  "language": "\(context.language.rawValue)",
                  "columnKind": "unicodeCodePoints",
                  "results": [
            """)
    }
}
