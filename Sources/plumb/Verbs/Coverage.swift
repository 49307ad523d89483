import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReports

/// `plumb coverage`: shows which clauses of a plan's text the rules encode, and which were forgotten.
struct Coverage: Verb {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: Spoken.text(
            zh: "对照条款登记表，列出哪些条款已写成规则、无法核查或被遗漏。",
            en: "Show which clauses of a plan's register the rules encode, and which were forgotten."),
        usage: "plumb coverage <ruleset> ... [<options>]")

    @OptionGroup var rules: RulesetArguments

    @Option(help: Spoken.help(zh: "输出格式：text 或 json。", en: "The format: text or json.", value: "format"),
            completion: .list(List.Format.allCases.map(\.rawValue)))
    var format = List.Format.text.rawValue

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let format = try usage()
        let report = CoverageReport(try rules.neededPlan().book.rulesets)
        guard report.rulesetsWithoutRegister.isEmpty else {
            var faults = Diagnostics()
            report.rulesetsWithoutRegister.forEach { faults.append(.noRegister($0)) }
            throw CommandFailure(.usage, faults)
        }
        switch format {
        case .text: try console.print(report.text(in: console.language, usesColor: console.reportUsesColor))
        case .json: try console.print(report.json)
        }
        return report.forgottenCount > 0 ? .findings : .clean
    }

    private func usage() throws(CommandFailure) -> List.Format {
        var faults = Diagnostics()
        if rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        let format = faults.collecting { () throws(Diagnostic) in
            try Choice("--format", of: List.Format.self).value(self.format)
        }
        guard let format, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return format
    }
}
