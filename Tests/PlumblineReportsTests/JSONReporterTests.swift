import Diagnostics
import Foundation
import Plumbline
import PlumblineReports
import TestSupport
import Testing

@Suite("The JSON report") struct JSONReporterTests {
    @Test("without findings it still is a whole object")
    func none() throws {
        try expectGolden(SampleRun().report(JSONReporter.self, in: .en), "json-none.json")
    }

    @Test("one finding stands on one line")
    func one() throws {
        var run = try SampleRun()
        run.totals.files = [ReadFile(file: "institutions.csv", table: "institution", records: 1)]
        run.add(SampleRun.posts(70, of: 85, row: 1))
        try expectGolden(run.report(JSONReporter.self, in: .en), "json-one.json")
    }

    @Test("a report of data that could not be read to their end has the fault in its run")
    func incomplete() throws {
        var run = try SampleRun()
        run.totals.breakOff(by: SampleRun.fault)
        try expectGolden(run.report(JSONReporter.self, in: .en), "json-incomplete.json")
    }

    @Test("what the run says is in its language, what rules say of themselves in both", arguments: Language.allCases)
    func languages(language: Language) throws {
        var run = try SampleRun.many()
        run.totals.breakOff(by: SampleRun.fault)
        let report = try parsed(run.report(JSONReporter.self, in: language))
        let inside = try #require(report["run"] as? [String: Any])
        #expect((inside["fault"] as? [String: Any])?["message"] as? String == SampleRun.fault.message[language])
        let skipped = try #require(inside["skipped"] as? [[String: Any]])
        #expect(skipped.first?["reason"] as? String == run.totals.skippedFiles.first?.reason[language])
        let problems = try #require(report["data_problems"] as? [[String: Any]])
        #expect(problems.first?["message"] as? String == run.totals.dataProblems.first?.message[language])
        let faults = try #require(report["findings"] as? [[String: Any]]).compactMap { $0["fault"] as? String }
        #expect(faults == run.findings.compactMap { $0.fault?[language] } && !faults.isEmpty)
        #expect((report["rules"] as? [[String: Any]])?.first?["title"] as? [String: String] == ["zh": "疾控机构专业技术岗位占比", "en": "CDC professional posts"])
    }

    @Test("findings stand in the run's order, figures in the run's language", arguments: Language.allCases)
    func many(language: Language) throws {
        let report = try SampleRun.many().report(JSONReporter.self, in: language)
        try expectGolden(report, "json-many-\(language).json")
        let findings = try #require(parsed(report)["findings"] as? [[String: Any]])
        let rows = findings.compactMap { ($0["record"] as? [String: Any])?["row"] as? Int }
        #expect(rows == [1, 2, 3, 5, 5, 6, 7, 8])
    }

    @Test("every rule has a count for every outcome, also the rule that no file concerned")
    func counts() throws {
        let report = try parsed(SampleRun.many().report(JSONReporter.self, in: .en))
        let rules = try #require(report["rules"] as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == [
            "sample/professional-posts-below-floor", "sample/more-beds-open-than-granted", "sample/pay-above-cap",
            "sample/too-few-ambulances",
        ])
        for rule in rules {
            let outcomes = try #require(rule["outcomes"] as? [String: Int])
            #expect(Set(outcomes.keys) == Set(Outcome.allCases.map(\.rawValue)))
        }
        #expect(rules[0]["outcomes"] as? [String: Int] == [
            "pass": 1, "fail": 2, "not_due": 0, "not_applicable": 1, "not_measured": 3, "error": 0, "waived": 0,
        ])
        #expect(rules.map { $0["status"] as? String } == ["judged", "judged", "judged", "table_missing"])
    }

    @Test("whatever strangers wrote, the report is valid JSON, gives their text back and is safe to print")
    func hostile() throws {
        let report = try SampleRun.hostile().report(JSONReporter.self, in: .en)
        try expectGolden(report, "json-hostile.json")
        #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || !isControl($0) })
        #expect(!report.contains("##"))
        let findings = try #require(parsed(report)["findings"] as? [[String: Any]])
        let labels = findings.compactMap { ($0["record"] as? [String: Any])?["label"] as? String }
        #expect(labels == SampleRun.hostileTexts)
    }

    @Test("how the findings are batched changes nothing")
    func batches() throws {
        let run = try SampleRun.many()
        #expect(try run.report(JSONReporter.self, in: .zh) == run.report(JSONReporter.self, in: .zh, batches: 8))
    }

    private func parsed(_ report: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    }
}
