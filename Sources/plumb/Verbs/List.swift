import ArgumentParser
import Diagnostics
import PlumblineReports

/// `plumb list`: shows the rules of rulesets.
struct List: Verb {
    /// How the rules can be written.
    enum Format: String, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Spoken.text(zh: "列出规则集中的规则。", en: "Show the rules of rulesets."),
        usage: "plumb list <ruleset> ... [<options>]")

    @OptionGroup var rules: RulesetArguments

    @Option(help: Spoken.help(zh: "输出格式：text 或 json。", en: "The format: text or json.", value: "format"),
            completion: .list(Format.allCases.map(\.rawValue)))
    var format = Format.text.rawValue

    @Option(help: Spoken.help(
        zh: "只列出这些规则：id 或全名，用逗号分隔；可重复。",
        en: "Show these rules only: ids or full names with commas between; may be repeated.", value: "rule,..."))
    var only: [String] = []

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let format = try usage()
        let list = RuleList(try RuleChoice(lists: only).applied(to: rules.neededPlan()))
        switch format {
        case .text: try console.print(list.text(in: console.language, usesColor: console.reportUsesColor))
        case .json: try console.print(list.json)
        }
        return .clean
    }

    private func usage() throws(CommandFailure) -> Format {
        var faults = Diagnostics()
        if rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        let format = faults.collecting { () throws(Diagnostic) in try Choice("--format", of: Format.self).value(self.format) }
        guard let format, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return format
    }
}
