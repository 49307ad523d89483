import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("broken files") struct BrokenFilesTests {
    @Test("every broken rule file is answered with its fault, at its place, and exit code 3", arguments: BrokenTopic.rules.flatMap(\.cases))
    func brokenRuleFile(example: BrokenCase) throws { try expectAnswer(to: example) }

    @Test("every broken data file is answered with its problem, at its place and with its exit code", arguments: BrokenTopic.data.flatMap(\.cases))
    func brokenDataFile(example: BrokenCase) throws { try expectAnswer(to: example) }

    @Test("a broken file is told of in whole sentences, in Chinese and in English", arguments: BrokenTopic.rules + BrokenTopic.data, Language.allCases)
    func wordings(topic: BrokenTopic, language: Language) throws {
        var told = ""
        for example in topic.cases {
            let folder = try BrokenFolder(example.files)
            let run = try BrokenRun(example.arguments + ["--lang", language.rawValue], in: folder.url)
            told += "## \(example.title)\n\(run.errors)\(run.output)\n"
        }
        try expectGolden(told, "\(topic.name)-\(language.rawValue).txt")
    }

    @Test("the faults past the two hundredth are counted and not shown")
    func countedFaults() throws {
        let keys = (1...250).map { "key\($0): x\n" }.joined()
        let folder = try BrokenFolder(["rules.yaml": .text("ruleset: demo\nplan: {title: 规划}\n" + keys)])
        let run = try BrokenRun(["lint", "rules.yaml", "--lang", "en"], in: folder.url)
        #expect((run.output + run.errors).split(separator: "\n").count { $0.contains("error[unknown-key]") } == Diagnostics.limit)
        #expect((run.output + run.errors).contains("50 more faults are not shown"))
    }
}

private extension BrokenFilesTests {
    func expectAnswer(to example: BrokenCase) throws {
        let folder = try BrokenFolder(example.files)
        let run = try BrokenRun(example.arguments + ["--format", "json", "--lang", "en"], in: folder.url)
        #expect(run.exitCode == example.exitCode, "\(run.errors)")
        switch example.answer {
        case .fault:
            #expect(run.firstFault == example.answer, "\(run.errors)")
            #expect(run.output.isEmpty)
        case .problem: #expect(try run.problems.contains(example.answer), "\(run.output)")
        case .nothingDecided(let status): #expect(try run.report.rules.map(\.status) == [status])
        }
    }
}

private extension BrokenRun {
    /// The code and the place of the first fault on the error stream.
    var firstFault: BrokenCase.Answer? {
        errors.firstMatch(of: /(?m)^(?:(?<place>\S+:\d+:\d+): )?error\[(?<code>[^\]]+)\]/).map { match in
            .fault(String(match.code), at: match.place.map(String.init))
        }
    }

    /// What the tables compare of a JSON report.
    struct Report: Decodable {
        struct Rule: Decodable { var status: String }

        struct Problem: Decodable {
            var code: String
            var file: String
            var line: Int?
            var column: String?
        }

        var rules: [Rule]
        var data_problems: [Problem]
    }

    var report: Report { get throws { try JSONDecoder().decode(Report.self, from: Data(output.utf8)) } }

    var problems: [BrokenCase.Answer] {
        get throws {
            try report.data_problems.map { .problem($0.code, file: $0.file, line: $0.line, column: $0.column) }
        }
    }
}
