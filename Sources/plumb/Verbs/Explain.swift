import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReports

/// `plumb explain`: shows what a rule asks, and how it comes to its verdict on a record.
struct Explain: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Spoken.text(
            zh: "说明一条规则，以及它对一条记录如何得出结论；或说明一个原因代码。",
            en: "Explain a rule, and how it comes to its verdict on a record; or a reason code."),
        usage: """
            plumb explain <rule> <ruleset> ... [--data <path> ... --record <key>] [<options>]
            plumb explain --reason <code>
            """)

    @Argument(help: Spoken.help(zh: "规则的 id 或全名。", en: "The rule's id or full name.", value: "rule"))
    var rule: String?

    @OptionGroup var rules: RulesetArguments

    @Option(help: Spoken.help(
        zh: "数据：文件夹、文件，或 表名=文件；可重复。", en: "Data: a folder, a file, or TABLE=FILE; may be repeated.",
        value: "path"), completion: .file())
    var data: [String] = []

    @Option(help: Spoken.help(
        zh: "映射文件，说明数据文件怎样变成表；可重复。", en: "A mapping, which says how files become tables; may be repeated.",
        value: "path"), completion: .file())
    var mapping: [String] = []

    @Option(help: Spoken.help(
        zh: "以哪条记录为例：主键、名称，或 文件:行；对判定一组记录的规则，也可以是组名或 all。",
        en: "The record to judge: its key, its label, or FILE:LINE; for a rule over groups also a group's name, or all.", value: "key"))
    var record: String?

    @Option(name: .customLong("as-of"), help: Spoken.help(
        zh: "以哪一天为准（默认今天）。", en: "The day as of which to judge (default: today).", value: "YYYY-MM-DD"))
    var asOf: String?

    @Option(help: Spoken.help(
        zh: "说明报告中的一个原因代码，例如 zero_denominator。", en: "Explain a reason code of a report, such as zero_denominator.",
        value: "code"), completion: .list(Reason.allCases.map(\.rawValue)))
    var reason: String?

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        if let reason { return try explain(reason: reason, on: console) }
        let (name, day) = try usage()
        let plan = try rules.neededPlan()
        let index = try RuleChoice.one(name, in: plan)
        let alone = plan.judgingMembers(of: index) ?? plan.keeping([index])
        if let record, plan.rules[index].isOfGroups, let text = try explainGroups(record, of: index, plan, asOf: day, on: console) {
            let usesColor = console.reportUsesColor
            return try tell(RuleText(rule: index, of: plan, in: console.language, usesColor: usesColor).text + "\n" + text, on: console)
        }
        if record != nil, alone.rules[0].isOfGroups { throw CommandFailure(.usage, .judgesGroups(alone.rules[0].rule)) }
        let explanation = try record.map { record throws(CommandFailure) in try explain(record, by: alone, asOf: day) }
        let (language, usesColor) = (console.language, console.reportUsesColor)
        try console.print(RuleText(rule: index, of: plan, in: language, usesColor: usesColor).text)
        guard let explanation else { return .clean }
        if plan.rules[index].isOfGroups { try console.print("\n" + Self.ofMember[language] + "\n") }
        let text = ExplanationText(explanation, of: alone, in: language, usesColor: usesColor).text
        try console.print("\n" + text)
        return .clean
    }
}

private extension Explain {
    static let ofMember = Localized(
        zh: "规则判定的是达标的数量；以下是这条记录本身的结论：",
        en: "The rule judges how many records pass; what this one comes to by itself:")

    func tell(_ text: String, on console: Console) throws(CommandFailure) -> ExitStatus {
        try console.print(text)
        return .clean
    }

    /// The groups that a name means, or all of them; nil where it means none, and where it is a single record's.
    func explainGroups(
        _ name: String, of index: Int, _ plan: AuditPlan, asOf day: CalendarDate, on console: Console
    ) throws(CommandFailure) -> String? {
        let meansAll = ["all", "全部"].contains(name)
        let submission = try DataOrigin.submission(data.map(DataOrigin.of), plan.keeping([index]), mappings: mapping)
        let findings: [Finding]
        do throws(Diagnostic) {
            findings = try RuleExplainer(plan, asOf: day).groups(of: index, called: meansAll ? "" : name, in: submission)
        } catch {
            throw CommandFailure(.dataUnreadable, error)
        }
        guard !findings.isEmpty, meansAll || !name.isEmpty else { return nil }
        return GroupExplanationText(findings, of: plan, in: console.language, usesColor: console.reportUsesColor).text
    }

    func explain(reason code: String, on console: Console) throws(CommandFailure) -> ExitStatus {
        if rule != nil || !data.isEmpty || record != nil { throw CommandFailure(.usage, .reasonAlone()) }
        guard let reason = Reason(rawValue: code) else {
            throw CommandFailure(.usage, .unknownReasonCode(code, among: Reason.allCases.map(\.rawValue)))
        }
        try console.print(ReasonText(reason, in: console.language, usesColor: console.reportUsesColor).text)
        return .clean
    }

    /// - Throws: All usage faults of the command line.
    func usage() throws(CommandFailure) -> (rule: String, day: CalendarDate) {
        var faults = Diagnostics()
        if rule == nil { faults.append(.noRuleToExplain()) }
        if rule != nil, rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        if data.isEmpty != (record == nil) { faults.append(data.isEmpty ? .noData() : .noRecord()) }
        let day = faults.collecting { () throws(Diagnostic) in try DayChoice.day(asOf) }
        guard let rule, let day, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return (rule, day)
    }

    /// - Parameter plan: A plan of the one rule.
    func explain(
        _ name: String, by plan: AuditPlan, asOf day: CalendarDate
    ) throws(CommandFailure) -> RuleExplanation {
        let submission = try DataOrigin.submission(data.map(DataOrigin.of), plan, mappings: mapping)
        let match = try RecordChoice(name: name).match(in: submission, plan: plan)
        let explanation: RuleExplanation?
        do throws(Diagnostic) {
            explanation = try RuleExplainer(plan, asOf: day).explain(rule: 0, on: match.selection, of: submission)
        } catch {
            throw CommandFailure(.dataUnreadable, error)
        }
        guard let explanation else { throw CommandFailure(.dataUnreadable, .unknownRecord(name, nearest: nil)) }
        return explanation
    }
}
