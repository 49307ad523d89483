import Diagnostics
import Foundation
import Plumbline
import PlumblineReports
import TestSupport
import Testing

/// That the golden files are valid against the published schema is checked where a validator is at hand, in `.ci/run`.
@Suite("The SARIF report") struct SARIFReporterTests {
    @Test("without findings it still is a whole log")
    func none() throws { try expectGolden(SampleRun().report(SARIFReporter.self, in: .en), "sarif-none.json") }

    @Test("findings of every kind, problems and rules that met no record stand in it", arguments: Language.allCases)
    func many(language: Language) throws {
        let report = try SampleRun.many().report(SARIFReporter.self, in: language)
        try expectGolden(report, "sarif-many-\(language).json")
        #expect(try run(report)["columnKind"] as? String == "unicodeCodePoints")
        #expect(try results(report).compactMap { $0["kind"] as? String } == [
            "fail", "fail", "fail", "open", "review", "open", "fail", "open",
        ])
    }

    @Test("a run that a broken file ended was no success, and says why")
    func incomplete() throws {
        var sample = try SampleRun()
        sample.totals.breakOff(by: SampleRun.fault)
        let report = try sample.report(SARIFReporter.self, in: .en)
        let invocation = try #require((try run(report)["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        let notifications = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
        #expect(notifications.first?["level"] as? String == "error")
    }

    @Test("every outcome has its kind, and only what fails has a level", arguments: [
        (.withinLimit, "pass", "none"), (.beyondLimit, "fail", "note"), (.missing, "open", "none"),
        (.ruleError, "review", "none"), (.outOfScope, "notApplicable", "none"),
    ] as [(Reason, String, String)])
    func kinds(reason: Reason, kind: String, level: String) throws {
        var sample = try SampleRun()
        sample.findings = [Finding(rule: 0, record: SampleRun.record(1), reason: reason)]
        let result = try #require(results(sample.report(SARIFReporter.self, in: .en)).first)
        #expect(result["kind"] as? String == kind)
        #expect(result["level"] as? String == level)
    }

    @Test("a record that moves to another row or file keeps its fingerprint, another record has its own")
    func fingerprints() throws {
        var sample = try SampleRun()
        var (first, moved) = (SampleRun.posts(70, of: 85, row: 1), SampleRun.posts(70, of: 85, row: 1))
        moved.record.address = SampleRun.address(99, file: "moved.csv")
        first.rule = 0
        sample.findings = [first, moved, SampleRun.posts(70, of: 85, row: 2), SampleRun.overpaid(600_000, row: 1)]
        let prints = try results(sample.report(SARIFReporter.self, in: .en)).compactMap { result in
            (result["partialFingerprints"] as? [String: String])?["recordAndRule/v1"]
        }
        #expect(prints.count == 4)
        #expect(prints[0] == prints[1])
        #expect(Set(prints).count == 3)
    }

    @Test("the cells that a verdict rests on are related locations, sensitive ones without their text")
    func evidence() throws {
        let results = try results(SampleRun.many().report(SARIFReporter.self, in: .en))
        let texts = results.map { result in
            (result["relatedLocations"] as? [[String: Any]] ?? []).compactMap { ($0["message"] as? [String: String])?["text"] }
        }
        #expect(texts[0] == ["professional_posts 专业技术岗位数 = 84", "total_posts 岗位总量 = 100"])
        #expect(texts[1] == ["chief_pay 负责人薪酬 = (sensitive, withheld)"])
    }

    @Test("whatever strangers wrote, the log is valid JSON, its names are URIs and it is safe to print")
    func hostile() throws {
        let report = try SampleRun.hostile().report(SARIFReporter.self, in: .en)
        try expectGolden(report, "sarif-hostile.json")
        #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || !isControl($0) })
        #expect(!report.contains("##"))
        for result in try results(report) {
            let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
            let uri = try #require((location?["artifactLocation"] as? [String: String])?["uri"])
            #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\":#?<>\\".utf8.contains($0) })
            #expect(SampleRun.hostileTexts.contains(uri.removingPercentEncoding ?? ""))
        }
    }

    @Test("braces and links in what strangers wrote are not taken for SARIF's own")
    func placeholders() throws {
        var sample = try SampleRun()
        let record = SampleRun.record(1, name: "{0} [here](http://x)")
        sample.findings = [Finding(rule: 0, record: record, reason: .missing)]
        let message = try #require(results(sample.report(SARIFReporter.self, in: .en)).first?["message"] as? [String: String])
        #expect(message["text"]?.hasPrefix(#"{{0}} \[here\](http:"#) == true)
    }

    @Test("how the findings are batched changes nothing")
    func batches() throws {
        let run = try SampleRun.many()
        #expect(try run.report(SARIFReporter.self, in: .zh) == run.report(SARIFReporter.self, in: .zh, batches: 8))
    }

    private func run(_ report: String) throws -> [String: Any] {
        let log = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
        return try #require((log?["runs"] as? [[String: Any]])?.first)
    }

    private func results(_ report: String) throws -> [[String: Any]] {
        try #require(run(report)["results"] as? [[String: Any]])
    }
}
