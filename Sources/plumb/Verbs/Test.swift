import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReports

/// `plumb test`: runs the cases that stand in the rules, finds what they do not show, and makes new ones.
struct Test: Verb {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Spoken.text(
            zh: "运行规则中写明的用例；检查用例是否周全，推算缺少的用例。",
            en: "Run the cases that stand beside the rules, find what they leave open, or make new ones."),
        usage: """
            plumb test <ruleset> ... [--only <rule,...>] [<options>]
            plumb test --mutate <ruleset> ... [--only <rule,...>] [--format text|json]
            plumb test --generate <ruleset> ... [--only <rule,...>] [--write]
            """)

    @OptionGroup var rules: RulesetArguments

    @Flag(help: Spoken.help(
        zh: "在规则中逐处制造小错误，列出没有用例察觉的。",
        en: "Make small mistakes in the rules, one at a time, and list those that no case notices."))
    var mutate = false

    @Flag(help: Spoken.help(
        zh: "推算边界用例，以 YAML 写到标准输出；结论须对照规划原文核对。",
        en: "Make the boundary cases of the rules and print them as YAML; what they expect has to be checked."))
    var generate = false

    @Flag(help: Spoken.help(
        zh: "与 --generate 同用：写入规则文件。", en: "With --generate: write the cases into the files of the rules."))
    var write = false

    @Option(help: Spoken.help(
        zh: "只看这些规则：id 或全名，用逗号分隔；可重复。",
        en: "These rules only: ids or full names with commas between; may be repeated.", value: "rule,..."))
    var only: [String] = []

    @Option(help: Spoken.help(zh: "--mutate 的输出格式：text 或 json。", en: "The format of --mutate: text or json.", value: "format"),
            completion: .list(List.Format.allCases.map(\.rawValue)))
    var format: String?

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let format = try usage()
        let plan = try RuleChoice(lists: only).applied(to: rules.neededPlan())
        let missing = plan.book.missingDataFiles
        guard missing.isEmpty else { throw CommandFailure(.rulesDoNotLoad, missing) }
        if generate { return try CaseMaking(plan: plan, language: speech.lang.flatMap(Language.init)).perform(isWritten: write, on: console) }
        return mutate ? try mutated(plan, format, on: console) : try tested(plan, on: console)
    }
}

private extension Test {
    func usage() throws(CommandFailure) -> List.Format {
        var faults = Diagnostics()
        if rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        if generate, mutate { faults.append(.oneManner("--mutate", "--generate")) }
        if format != nil, !mutate { faults.append(.onlyWith("--mutate", option: "--format")) }
        if write, !generate { faults.append(.onlyWith("--generate", option: "--write")) }
        let format = faults.collecting { () throws(Diagnostic) in
            try Choice("--format", of: List.Format.self).value(self.format ?? List.Format.text.rawValue)
        }
        guard let format, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return format
    }

    func tested(_ plan: AuditPlan, on console: Console) throws(CommandFailure) -> ExitStatus {
        let result = CaseRunner(plan).run()
        try console.print(result.failures)
        try console.print(closing(result)[console.language])
        // Where no rule has a case, nothing was shown to be right; of data alone there is nothing to show.
        let isShown = result.caseCount > 0 || result.untested.isEmpty
        return result.failedCaseCount == 0 && isShown ? .clean : .findings
    }

    func mutated(_ plan: AuditPlan, _ format: List.Format, on console: Console) throws(CommandFailure) -> ExitStatus {
        if plan.isNarrowed {
            console.note(Localized(
                zh: "提示：只改动所选的规则及其模板；模板中的改动只由所选规则的用例检验，其他规则的用例也许能察觉；规则集的期限和参数、词汇表的定义不加 --only 时才改动",
                en: "note: only the chosen rules and their templates are changed, and cases of other rules may notice what these let pass in a template; what the ruleset and the vocabulary say for all rules is changed without --only"))
        }
        let report = MutationReport(MutationTest(plan).run())
        switch format {
        case .text: try console.print(report.text(in: console.language, usesColor: console.reportUsesColor))
        case .json: try console.print(report.json)
        }
        return report.isClean ? .clean : .findings
    }

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
