import Plumbline
import TestSupport
import Testing

@Suite("plumb explain --reason") struct ExplainReasonTests {
    @Test("every reason is explained", arguments: ["en", "zh"])
    func all(language: String) throws {
        let command = Command(folder: try TemporaryFolder())
        let texts = try Reason.allCases.map { reason in
            let answer = try command.run("explain", "--reason", reason.rawValue, "--lang", language)
            #expect(answer.code == 0, "\(answer.errors)")
            return answer.output
        }
        #expect(Set(texts).count == Reason.allCases.count)
        try expectGolden(texts.joined(separator: "\n"), "explain-reasons-\(language).txt")
    }

    @Test("a code that there is not, and a rule beside one, are told", arguments: [
        (["--reason", "zero_denominater"], "did you mean 'zero_denominator'"), (["--reason", "nonsense"], "excepted"),
        (["--reason", "late", "some-rule"], "without a rule or data"),
    ])
    func faults(arguments: [String], words: String) throws {
        let answer = try Command(folder: TemporaryFolder()).run(["explain"] + arguments)
        #expect(answer.code == 2)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
