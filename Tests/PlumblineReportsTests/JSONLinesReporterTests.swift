import Diagnostics
import Foundation
import Plumbline
import PlumblineReports
import TestSupport
import Testing

@Suite("The JSON Lines report") struct JSONLinesReporterTests {
    @Test("without findings it is empty")
    func none() throws { #expect(try SampleRun().report(JSONLinesReporter.self, in: .en) == "") }

    @Test("every finding is a line, in the run's order, and nothing else is", arguments: Language.allCases)
    func many(language: Language) throws {
        let run = try SampleRun.many()
        let report = try run.report(JSONLinesReporter.self, in: language)
        try expectGolden(report, "jsonl-many-\(language).jsonl")
        #expect(try objects(report).count == run.findings.count)
    }

    @Test("each line is the finding of the JSON report")
    func sameAsJSON() throws {
        let run = try SampleRun.many()
        let whole = try JSONSerialization.jsonObject(with: Data(run.report(JSONReporter.self, in: .zh).utf8))
        let findings = try #require((whole as? [String: Any])?["findings"] as? NSArray)
        #expect(try findings == objects(run.report(JSONLinesReporter.self, in: .zh)) as NSArray)
    }

    @Test("whatever strangers wrote, a line is a valid object and safe to print")
    func hostile() throws {
        let report = try SampleRun.hostile().report(JSONLinesReporter.self, in: .en)
        #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || !isControl($0) })
        #expect(!report.contains("##"))
        let labels = try objects(report).compactMap { ($0["record"] as? [String: Any])?["label"] as? String }
        #expect(labels == SampleRun.hostileTexts)
    }

    private func objects(_ report: String) throws -> [[String: Any]] {
        try report.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}
