import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Quantities

/// A ruleset and what somebody submits, as files: loaded, matched and judged as the command does it.
struct SubmissionFixture {
    let vocabulary: String
    /// The rules, each an entry of a YAML list.
    let rules: [String]
    /// More keys of the ruleset's header, such as `data`.
    var header = ""
    /// Files that lie beside the rules, such as rosters.
    var data: [String: String] = [:]

    /// What a run came to.
    struct Run {
        let plan: AuditPlan
        let findings: [Finding]
        let totals: RunTotals

        /// `rule record@period reason observed gap`, and what is beside it where there is any, for each finding.
        var lines: [String] { findings.map { line($0) } }

        /// `code file:line`, for each data problem.
        var problems: [String] {
            totals.dataProblems.map { "\($0.code.rawValue) \($0.file)" + ($0.address.map { ":\($0.line)" } ?? "") }
        }

        func line(_ finding: Finding) -> String {
            let record = finding.record.name + (finding.record.period.map { "@\($0)" } ?? "")
            let parts = [plan.rules[finding.rule].rule.id, record, finding.reason.rawValue] + figures(finding.measurement)
            return parts.filter { !$0.isEmpty }.joined(separator: " ")
        }

        private func figures(_ measurement: Plumbline.Measurement) -> [String] {
            let observed: String? = switch measurement.observed {
            case .number(let number): number.description
            case .text(let text): text
            case .range(let low, let high): "\(low.map(\.description) ?? "")..\(high.map(\.description) ?? "")"
            case nil: measurement.isMasked ? "masked" : nil
            }
            return [observed, measurement.gap?.description].compactMap(\.self)
        }
    }

    /// - Parameters:
    ///   - files: The texts of what is submitted, by their path in its folder, which is called `data`.
    ///   - selection: The only record to judge, by the path of its file and its number there.
    func run(_ files: [String: String], only selection: (file: String, row: Int)? = nil) throws -> Run {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let header = "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\n\(header)\n"
        var all = ["rules/vocabulary.yaml": vocabulary, "rules/ruleset.yaml": "\(header)rules:\n\(rulesText)"]
        for (name, text) in data { all["rules/\(name)"] = text }
        for (path, text) in files { all["data/\(path)"] = text }
        for (path, text) in all {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let plan = try AuditPlanner.plan(RuleBookLoader.load([folder.appending(path: "rules").path]))
        let submission = try SubmissionMatcher.match(
            [.path(folder.appending(path: "data").path)], vocabulary: plan.vocabulary, readers: builtInReaders,
            references: plan.book.rulesets.flatMap(\.data))
        let chosen = selection.flatMap { selection in
            submission.files.firstIndex { $0.source.name == "data/\(selection.file)" }
                .map { RecordSelection(file: $0, row: selection.row) }
        }
        var log = FindingLog()
        let totals = Audit(plan: plan, asOf: try Fixture.day, selection: chosen).run(submission, into: &log)
        return Run(plan: plan, findings: log.findings, totals: totals)
    }

    /// What a run's findings come to, a line each.
    func lines(_ files: [String: String]) throws -> [String] { try run(files).lines }

    private var rulesText: String {
        rules.enumerated().map { place, rule in
            rule.hasPrefix("id:") ? "  - {title: t, \(rule)}\n" : "  - {id: r\(place), title: t, \(rule)}\n"
        }.joined()
    }
}

/// The tables that most tests of records need: regions in regions, institutions, and what institutions send of theirs.
enum CareVocabulary {
    static let text = """
        vocabulary: care
        enumerations:
          kind: {values: [医院, 疾控机构, 诊所]}
        tables:
          region:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              parent: {references: region, list: parts, blank: none}
              people: {type: integer, unit: 人, range: 0..}
          institution:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              region: {references: region, list: institutions}
              kind: {type: kind}
              beds: {type: integer, unit: 张, range: 0..}
              secret: {type: decimal, unit: 元, sensitive: true}
          staff:
            key: [id]
            fields:
              id: {type: string}
              institution: {references: institution, list: staff, at_least_one: true}
              pay: {type: decimal, unit: 元, range: 0..}
              licensed: {type: boolean}
          project:
            key: row
            fields:
              institution: {references: institution, list: projects}
              cost: {type: decimal, unit: 元, range: 0..}

        """

    static func fixture(_ rules: String..., header: String = "", data: [String: String] = [:]) -> SubmissionFixture {
        SubmissionFixture(vocabulary: text, rules: rules, header: header, data: data)
    }
}
