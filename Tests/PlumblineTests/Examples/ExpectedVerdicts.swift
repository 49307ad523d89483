import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Quantities
import TestSupport
import Testing

/// A data set of the shared data, with the verdicts that were computed for it without Plumbline.
struct ExpectedVerdicts {
    /// What a requirement's record came to.
    struct Line: Hashable {
        var outcome: String
        /// Rounded to six places; nil where there is none to compare.
        var value: String?
    }

    let folder: URL

    /// - Parameter folder: The data set's name.
    init(_ folder: String) { self.folder = SharedData.url("real/\(folder)") }

    /// By requirement and record, for those requirements that are rules.
    func lines(_ rules: [String: String]) throws -> [String: Line] {
        var lines: [String: Line] = [:]
        for text in try String(contentsOf: folder.appending(path: "verdicts.csv"), encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
            let cells = Self.cells(String(text))
            guard let rule = rules[cells[0]] else { continue }
            let outcome = cells[3] == "not_measurable" ? "not_measured" : cells[3]
            lines["\(rule),\(cells[1])"] = Line(outcome: outcome, value: Double(cells[2]).map(Self.rounded))
        }
        return lines
    }

    /// The findings of an example's rules on the data, as its mapping reads them.
    func run(example: String, asOf: String) throws -> (plan: AuditPlan, findings: [Finding], totals: RunTotals) {
        let rules = SharedData.repository.appending(path: "Examples/\(example)")
        let plan = try AuditPlanner.plan(RuleBookLoader.load([rules.path]))
        let submission = try SubmissionMatcher.match(
            [.path(folder.path)], vocabulary: plan.vocabulary, readers: builtInReaders,
            references: plan.book.rulesets.flatMap(\.data), mappings: [rules.appending(path: "mapping.yaml").path])
        var log = FindingLog()
        let totals = Audit(plan: plan, asOf: try #require(CalendarDate(iso: asOf))).run(submission, into: &log)
        return (plan, log.findings, totals)
    }

    static func rounded(_ value: Double) -> String { String(format: "%.6f", value == 0 ? 0 : value) }

    /// Rounded from the exact number, half to even as the expected values are.
    static func rounded(_ number: Number) -> String? { Double(number.text(fractionDigits: 12)).map(rounded) }

    /// The fields of a line, of which some may be quoted.
    private static func cells(_ line: String) -> [String] {
        var (cells, isQuoted) = ([""], false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
