import ArgumentParser
import Diagnostics
import Plumbline

/// `plumb lint`: finds the faults in rules, without data.
struct Lint: Verb {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: Spoken.text(zh: "检查规则集的写法，不需要数据。", en: "Find the faults in rulesets, without data."),
        usage: "plumb lint <ruleset> ... [<options>]")

    @OptionGroup var rules: RulesetArguments

    @Option(name: .customLong("as-of"), help: Spoken.help(
        zh: "以哪一天看方案中的期限（默认今天）。", en: "The day from which a profile's terms are seen (default: today).", value: "YYYY-MM-DD"))
    var asOf: String?

    @Flag(help: Spoken.help(
        zh: "把只有一种改法的问题直接改在文件里，再检查一遍。", en: "Mend in the files what can be mended in one way only, and lint again."))
    var fix = false

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let day = try usage()
        if fix { try mend(on: console) }
        let (plan, faults) = rules.linted()
        guard let plan else { return try report(faults, on: console) }
        // A plan was made, so that what is left of the faults are warnings.
        var warnings = faults
        warnings.append(ProfileTerms(plan.book, asOf: day).warnings)
        try console.print(warnings.having([.warning]))
        try printConflicts(warnings.having([.note]), on: console)
        try console.print(clean(plan, warnings)[console.language])
        return .clean
    }
}

private extension Lint {
    /// Faults in what somebody wrote are the result asked for. A fault without a place is a file or a folder that
    /// could not be read: where there is nothing else, nothing was linted.
    func report(_ faults: Diagnostics, on console: Console) throws(CommandFailure) -> ExitStatus {
        guard faults.all.contains(where: { $0.location != nil }) else { throw CommandFailure(.rulesDoNotLoad, faults) }
        let closing = counted(faults)
        try console.print(faults.having([.error, .warning]))
        try console.print(closing[console.language])
        return .findings
    }

    /// Mends what is certain, and says of each mend what was written in place of what.
    func mend(on console: Console) throws(CommandFailure) {
        let mending = RuleMending { rules.linted().faults }
        let made: [Mend]
        do throws(Diagnostic) {
            made = try mending.mend()
        } catch {
            throw CommandFailure(.internalFailure, error)
        }
        let lines = made.map { $0.words[console.language] + "\n" }
        let closing = Localized(
            zh: "改了 \(made.count) 处\n\n", en: made.count == 1 ? "1 place mended\n\n" : "\(made.count) places mended\n\n")
        try console.print(lines.joined() + (made.isEmpty ? "" : closing[console.language]))
    }

    /// - Throws: All usage faults of the command line.
    func usage() throws(CommandFailure) -> CalendarDate {
        var faults = Diagnostics()
        if rules.rulesets.isEmpty { faults.append(.noRulesets()) }
        let day = faults.collecting { () throws(Diagnostic) in try DayChoice.day(asOf) }
        guard let day, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return day
    }

    /// What the register says to be the plan's own is nothing to mend, and stands apart.
    func printConflicts(_ notes: Diagnostics, on console: Console) throws(CommandFailure) {
        guard !notes.isEmpty else { return }
        let title = Localized(
            zh: "规划自身的矛盾（条款登记表已注明）：\(notes.all.count) 处\n",
            en: "The plans' own conflicts, as their registers say: \(notes.all.count)\n")
        let renderer = DiagnosticRenderer(language: console.language, usesColor: console.reportUsesColor)
        try console.print(title[console.language] + notes.sorted.map { renderer.render($0) }.joined() + "\n")
    }

    /// `3 faults, 1 warning`: a warning is no fault.
    func counted(_ faults: Diagnostics) -> Localized {
        let errors = faults.errorCount + faults.leftOut
        let warnings = faults.warningCount
        let more = self.warnings(warnings)
        return Localized(
            zh: "发现 \(errors) 处问题\(more.zh)\n", en: (errors == 1 ? "1 fault" : "\(errors) faults") + "\(more.en)\n")
    }

    /// `, 1 warning`; nothing where there is none.
    func warnings(_ count: Int) -> Localized {
        guard count > 0 else { return Localized(same: "") }
        return Localized(zh: "，\(count) 处提醒", en: count == 1 ? ", 1 warning" : ", \(count) warnings")
    }

    func clean(_ plan: AuditPlan, _ faults: Diagnostics) -> Localized {
        let count = plan.rules.count
        let more = warnings(faults.warningCount + faults.leftOut)
        let open = openParameters(PlanAdvice(plan).openParameterCount)
        return Localized(
            zh: "\(count) 条规则，未发现问题\(more.zh)\n\(open.zh)",
            en: "\(count == 1 ? "1 rule" : "\(count) rules"), no faults\(more.en)\n\(open.en)")
    }

    /// `3 parameters have no value yet`, which is no fault; nothing where there is none.
    func openParameters(_ count: Int) -> Localized {
        guard count > 0 else { return Localized(same: "") }
        return Localized(
            zh: "\(count) 个参数还没有取值（plumb coverage 逐个列出）；用 --profile 指明设定它们的方案\n",
            en: "\(count == 1 ? "1 parameter has" : "\(count) parameters have") no value yet (plumb coverage lists them); --profile names a profile that sets them\n")
    }
}
