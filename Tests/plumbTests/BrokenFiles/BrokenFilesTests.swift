import Diagnostics
import TestSupport
import Testing

@Suite("broken files") struct BrokenFilesTests {
    @Test("a broken rule file is answered with its fault, at its place, and exit code 3", arguments: BrokenTopic.rules)
    func brokenRuleFiles(topic: BrokenTopic) throws { try expectAnswers(to: topic) }

    @Test("a broken data file is answered with its problem, at its place, and its exit code", arguments: BrokenTopic.data)
    func brokenDataFiles(topic: BrokenTopic) throws { try expectAnswers(to: topic) }

    @Test("no two cases have one title")
    func titles() {
        let titles = (BrokenTopic.rules + BrokenTopic.data).flatMap(\.cases).map(\.title)
        #expect(Set(titles).count == titles.count)
    }

    @Test("the faults past the two hundredth are counted and not shown")
    func countedFaults() throws {
        let keys = (1...250).map { "key\($0): x\n" }.joined()
        let rules = BrokenCase.Content.text("ruleset: demo\nplan: {title: 规划}\n" + keys)
        let command = Command(folder: try TemporaryFolder(["rules.yaml": rules]))
        let answer = try command.run("check", "rules.yaml", "--data", ".", "--lang", "en")
        #expect(answer.code == 3)
        #expect(answer.errors.split(separator: "\n").count { $0.contains("error[unknown-key]") } == Diagnostics.limit)
        #expect(answer.errors.hasSuffix("50 more faults are not shown\n"))
    }
}

private extension BrokenFilesTests {
    /// Holds code and place against the table, and the whole wording, with its carets, against the golden files.
    func expectAnswers(to topic: BrokenTopic) throws {
        var told = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, "") })
        for example in topic.cases {
            let command = Command(folder: try TemporaryFolder(example.files))
            for language in Language.allCases {
                let answer = try command.run(example.arguments + ["--lang", language.rawValue])
                #expect(answer.code == example.exitCode, "\(example.title): \(answer.errors)")
                if case .fault(_, let place) = example.answer {
                    #expect(answer.firstFault == example.answer, "\(example.title): \(answer.errors)")
                    // A place in the data is come by in a run that has begun, and whose report is finished.
                    let isBeforeRun = example.exitCode != 4 || place == nil || example.endsBeforeRun
                    #expect(answer.output.isEmpty == isBeforeRun, "\(example.title)")
                }
                told[language]? += "## \(example.title)\n\(answer.errors)\(answer.output)\n"
            }
            try expectReport(of: example, by: command)
        }
        for (language, text) in told { try expectGolden(text, "\(topic.name)-\(language.rawValue).txt") }
    }

    /// Holds the problem that a case expects against the report as data.
    func expectReport(of example: BrokenCase, by command: Command) throws {
        if case .fault = example.answer { return }
        let report = try BrokenReport(try command.run(example.arguments + ["--format", "json"]).output)
        switch example.answer {
        case .fault: break
        case .problem: #expect(report.problems.contains(example.answer), "\(example.title): \(report.problems)")
        case .nothingDecided(let status): #expect(report.statuses == [status], "\(example.title)")
        }
    }
}

private extension Command.Answer {
    /// The code and the place of the first fault on the error stream, in either language.
    var firstFault: BrokenCase.Answer? {
        let head = /(?:(?<place>\S+:\d+:\d+): )?(?:error|错误)\[(?<code>[^\]]+)\]: .+/
        return errors.prefix { $0 != "\n" }.wholeMatch(of: head).map { match in
            .fault(String(match.code), at: match.place.map(String.init))
        }
    }
}
