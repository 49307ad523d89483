import ArgumentParser
import Diagnostics
import Plumbline

/// `plumb test`: runs the cases that stand in the rules.
struct Test: Verb {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Spoken.text(zh: "运行规则中写明的用例。", en: "Run the cases that stand beside the rules."),
        usage: "plumb test <ruleset> ... [<options>]")

    @OptionGroup var rules: RulesetArguments
    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        try rules.validateCount()
        let result = CaseRunner(try rules.neededPlan()).run()
        try console.print(result.failures)
        try console.print(closing(result)[console.language])
        // Where no rule has a case, nothing was shown to be right; of data alone there is nothing to show.
        let isShown = result.caseCount > 0 || result.untested.isEmpty
        return result.failedCaseCount == 0 && isShown ? .clean : .findings
    }
}

private extension Test {
    func closing(_ result: CaseRunner.Result) -> Localized {
        let cases = result.caseCount == 1 ? "1 case" : "\(result.caseCount) cases"
        var lines = Localized(zh: "", en: "")
        if !result.untested.isEmpty {
            let names = result.untested.map { TerminalText.escaped($0) }
            lines = Localized(
                zh: "没有用例的规则：\(names.joined(separator: "、"))\n",
                en: "rules without cases: \(names.joined(separator: ", "))\n")
        }
        lines.zh += "\(result.caseCount) 个用例，\(result.failedCaseCount) 个失败\n"
        lines.en += "\(cases), \(result.failedCaseCount) failed\n"
        return lines
    }
}
