import Diagnostics
import Foundation
import Plumbline
import PlumblineReports
import TestSupport
import Testing

@Suite("The text report") struct TextReporterTests {
    @Test("a run without findings still says what was read and what every rule came to", arguments: Language.allCases)
    func none(language: Language) throws {
        var run = try SampleRun()
        run.totals.files = [ReadFile(file: "institutions.csv", table: "institution", records: 1)]
        run.add(SampleRun.posts(85, of: 100, row: 1))
        try expectGolden(run.report(TextReporter.self, in: language), "text-none-\(language).txt")
    }

    @Test("a run in which nothing was read says that nothing was decided", arguments: Language.allCases)
    func nothing(language: Language) throws {
        let run = try SampleRun()
        try expectGolden(run.report(TextReporter.self, in: language), "text-nothing-\(language).txt")
    }

    @Test("one finding has its verdict, its figures, its evidence and what would close it", arguments: Language.allCases)
    func one(language: Language) throws {
        var run = try SampleRun()
        run.totals.files = [ReadFile(file: "institutions.csv", table: "institution", records: 1)]
        run.add(SampleRun.posts(70, of: 85, row: 1))
        try expectGolden(run.report(TextReporter.self, in: language), "text-one-\(language).txt")
    }

    @Test("findings of every kind stand worst first", arguments: Language.allCases)
    func many(language: Language) throws {
        try expectGolden(SampleRun.many().report(TextReporter.self, in: language), "text-many-\(language).txt")
    }

    @Test("text of strangers can neither steer the terminal nor begin a command of a CI log", arguments: Language.allCases)
    func hostile(language: Language) throws {
        let report = try SampleRun.hostile().report(TextReporter.self, in: language)
        try expectGolden(report, "text-hostile-\(language).txt")
        #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || !isControl($0) })
        let lines = report.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(!lines.contains { $0.hasPrefix("::") || $0.contains("##") })
    }

    @Test("a blank cell that stands for a value is said to be blank, and what it stands for", arguments: [
        ("beds", "beds 床位数 (blank, taken as 0)", "beds 床位数（空，视为 0）"),
        ("name", "name 床位数 (blank, taken as none)", "name 床位数（空，视为没有）"),
    ])
    func blank(field: String, english: String, chinese: String) throws {
        var run = try SampleRun()
        var finding = SampleRun.posts(70, of: 85, row: 1)
        finding.evidence = [SampleRun.cell(field, "床位数", "", row: 1)]
        run.add(finding)
        #expect(try run.report(TextReporter.self, in: .en).contains("evidence: \(english)\n"))
        #expect(try run.report(TextReporter.self, in: .zh).contains("依据：\(chinese)\n"))
    }

    @Test("a run that was broken off before anything was judged says so first, and has no word of a verdict on any rule", arguments: Language.allCases)
    func unjudged(language: Language) throws {
        var run = SampleRun(try SampleAudit.plan())
        run.totals.files = [ReadFile(file: "机构/institutions.csv", table: "institution", records: 6)]
        run.totals.breakOff(by: SampleRun.fault)
        let report = try run.report(TextReporter.self, in: language)
        try expectGolden(report, "text-broken-off-\(language).txt")
        let verdicts = Outcome.allCases.map(\.title) + [Localized(zh: "未达到", en: "not met"), Localized(zh: "无法判断", en: "cannot tell")]
        for verdict in verdicts { #expect(!report.contains(verdict[language]), "\(verdict[language])") }
    }

    @Test("a report of data that could not be read to their end says so above its sums", arguments: Language.allCases)
    func incomplete(language: Language) throws {
        var run = try SampleRun.many()
        run.totals.breakOff(by: SampleRun.fault)
        try expectGolden(run.report(TextReporter.self, in: language), "text-incomplete-\(language).txt")
    }

    @Test("how the findings are batched changes nothing")
    func batches() throws {
        let run = try SampleRun.many()
        #expect(try run.report(TextReporter.self, in: .zh) == run.report(TextReporter.self, in: .zh, batches: 5))
    }

    @Test("colours only surround text")
    func colors() throws {
        let run = try SampleRun.many()
        let colored = try run.report(TextReporter.self, in: .zh, usesColor: true)
        #expect(try colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == run.report(TextReporter.self, in: .zh))
        #expect(colored.contains("\u{1B}["))
    }

    @Test("of thousands of fails of one rule the fifty worst are printed and the rest counted")
    func thousands() throws {
        var run = try SampleRun()
        for row in 1...2000 { run.add(SampleRun.posts(Int64(row * 7919 % 800), of: 1000, row: row, name: "机构\(row)")) }
        let report = try run.report(TextReporter.self, in: .en)
        let marks = report.split(separator: "\n").filter { $0.hasPrefix("  ✗ 机构") }
        #expect(marks.count == 50)
        #expect(report.contains("  … 1950 more with \"fail\"; --format json gives them all"))
        // The two records without any professional post are worst, in the run's order.
        #expect(marks.first?.contains("机构800 ") == true && marks.dropFirst().first?.contains("机构1600 ") == true)
    }

    @Test("of one reason why nothing was measured twenty records are printed and the rest counted")
    func manyUnmeasured() throws {
        var run = try SampleRun()
        for row in 1...30 { run.add(SampleRun.unmeasured(.missing, row: row)) }
        for row in 31...33 { run.add(SampleRun.unmeasured(.zeroDenominator, row: row)) }
        let report = try run.report(TextReporter.self, in: .zh)
        #expect(report.split(separator: "\n").count { $0.hasPrefix("  ? SN") } == 23)
        #expect(report.contains("  … 另有 10 条“数据未填报”未列出"))
    }

    @Test("of one kind of data problem in a file twenty are printed and the rest counted")
    func manyProblems() throws {
        var run = try SampleRun.many()
        run.totals.dataProblems += (10...40).map { row in
            DataProblem(
                code: "duplicate-key", table: "institution", file: "institutions.csv", address: SampleRun.address(row),
                message: Localized(zh: "主键重复", en: "the key stands twice"))
        }
        run.totals.dataProblemsLeftOut = 5
        let report = try run.report(TextReporter.self, in: .en)
        let head = try #require(report.range(of: "Data problems (38), listed after the findings\n"))
        #expect(report[head.upperBound...].hasPrefix("  31 in 1 file, such as institutions.csv:11: the key stands twice  [duplicate-key]\n"))
        let whole = try #require(report.range(of: "Data problems (38)\n"))
        let findings = try #require(report.range(of: "Findings by rule"))
        #expect(head.upperBound < findings.lowerBound && findings.lowerBound < whole.lowerBound)
        #expect(report.contains("… 11 more [duplicate-key] in institutions.csv"))
        #expect(report.contains("and 5 after these"))
    }
}
