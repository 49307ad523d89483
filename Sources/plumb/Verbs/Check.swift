import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReports

/// `plumb check`: holds data against rules, and reports what it finds.
struct Check: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Spoken.text(zh: "按规则集核查数据。", en: "Hold data against the rules of rulesets."),
        usage: "plumb check <ruleset> ... --data <path> ... [<options>]",
        discussion: ExitStatus.table[Spoken.language])

    @OptionGroup var rules: RulesetArguments

    @Option(help: Spoken.help(
        zh: "数据：文件夹、文件，或 表名=文件；- 为标准输入；可重复。", en: "Data: a folder, a file, or TABLE=FILE; - is stdin; may be repeated.",
        value: "path"), completion: .file())
    var data: [String] = []

    @Option(help: Spoken.help(
        zh: "映射文件，说明数据文件怎样变成表；可重复。", en: "A mapping, which says how files become tables; may be repeated.",
        value: "path"), completion: .file())
    var mapping: [String] = []

    @Option(help: Spoken.help(
        zh: "标准输出的报告格式：\(Self.formats)。", en: "The format of the report on stdout: \(Self.formats).", value: "format"),
        completion: .list(CheckRequest.formats("--format").names))
    var format = "text"

    @Option(help: Spoken.help(
        zh: "另写一份报告到文件；可重复。", en: "Write a further report to a file; may be repeated.", value: "format=file"))
    var report: [String] = []

    @Option(name: .customLong("as-of"), help: Spoken.help(
        zh: "以哪一天为准（默认今天）。", en: "The day as of which to judge (default: today).", value: "YYYY-MM-DD"))
    var asOf: String?

    @Option(help: Spoken.help(
        zh: "只核查这些规则：id 或全名，用逗号分隔；可重复。",
        en: "Judge by these rules only: ids or full names with commas between; may be repeated.", value: "rule,..."))
    var only: [String] = []

    @Option(help: Spoken.help(
        zh: "只核查这一条记录：主键、名称，或 文件:行。", en: "Judge this record only: its key, its label, or FILE:LINE.",
        value: "key"))
    var record: String?

    @Option(help: Spoken.help(
        zh: "写出哪些结果的记录：all，或用逗号分隔的 \(Self.outcomeNames)（默认除 pass 和 not_applicable 以外全部写出）。",
        en: "The outcomes of which findings are written: all, or some of \(Self.outcomeNames) with commas between (by default all but pass and not_applicable).",
        value: "outcome,..."))
    var outcomes: String?

    @Option(name: .customLong("fail-on"), help: Spoken.help(
        zh: "约束力达到此级的问题才使退出码为 1：\(Self.bindings)。",
        en: "The softest binding whose findings make the exit code 1: \(Self.bindings).", value: "binding"),
        completion: .list(Binding.allCases.map(\.rawValue)))
    var failOn = Binding.required.rawValue

    @Flag(name: .customLong("fail-on-data"), help: Spoken.help(
        zh: "有数据问题时退出码也为 1。", en: "Answer 1 where there are data problems, too."))
    var failOnData = false

    @Flag(name: .customLong("require-measured"), help: Spoken.help(
        zh: "有无法判定的记录，或规则缺少数据表时，无论约束力，退出码也为 1。",
        en: "Answer 1 where a record could not be decided or a rule's table is missing, too, whatever the binding."))
    var requireMeasured = false

    @Flag(name: .customLong("exit-zero"), help: Spoken.help(
        zh: "有问题时退出码也为 0，优先于其他门槛选项；什么也无法判定时除外。",
        en: "Answer 0 also where there are findings, whatever the other gates say; not where nothing was decided."))
    var exitZero = false

    @Flag(name: .shortAndLong, help: Spoken.help(
        zh: "不在标准输出上写报告；退出码和 --report 不变。",
        en: "Write no report on stdout; the exit code and --report stay as they are."))
    var quiet = false

    @Flag(name: .shortAndLong, help: Spoken.help(
        zh: "在标准错误上说明读取了哪些规则和文件，各规则用时多少。",
        en: "Say on stderr which rules and files are read, and how long each rule takes."))
    var verbose = false

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let request = try CheckRequest(self)
        let files = try ReportFiles(request.fileReports.map(\.path))
        defer { files.discard() }
        var plan = try RuleChoice(lists: only).applied(to: rules.neededPlan())
        var submission = try DataOrigin.submission(request.origins, plan, mappings: mapping)
        let selection = try select(in: submission, &plan, console)
        if verbose { console.note(RunNotes.beginning(plan, submission)) }
        let progress = quiet ? nil : ProgressBar(totalByteCount: submission.byteCount, language: console.language)
        defer { progress?.clear() }
        if let progress { submission.observe { progress.advance(by: $0) } }
        var collector = collector(request, plan, files, console, progress)
        var audit = Audit(plan: plan, asOf: request.asOf, selection: selection)
        audit.timesRules = verbose
        let totals = audit.run(submission, into: &collector)
        progress?.clear()
        try finish(&collector, totals)
        if verbose { console.note(RunNotes.ending(totals, of: plan)) }
        return request.gate.status(of: totals, plan: plan)
    }
}

private extension Check {
    static var formats: String { CheckRequest.formats("--format").names.joined(separator: ", ") }
    static var bindings: String { Choice("--fail-on", of: Binding.self).names.joined(separator: ", ") }
    static var outcomeNames: String { Choice("--outcomes", of: Outcome.self).names.joined(separator: ", ") }

    /// The record that `--record` names; the plan then keeps the rules that judge it only.
    func select(
        in submission: Submission, _ plan: inout AuditPlan, _ console: Console
    ) throws(CommandFailure) -> RecordSelection? {
        guard let record else { return nil }
        let match = try RecordChoice(name: record).match(in: submission, plan: plan)
        let kept = Set(plan.rules(forOneOf: match.record.table))
        guard !kept.isEmpty else { throw CommandFailure(.usage, .recordOfOtherTable(match.record, plan: plan)) }
        let leftOut = plan.rules(for: match.record.table).count { !kept.contains($0) }
        if leftOut > 0 { console.note(RunNotes.leftOut(leftOut)) }
        plan = plan.keeping(kept)
        return match.selection
    }

    func collector(
        _ request: CheckRequest, _ plan: AuditPlan, _ files: ReportFiles, _ console: Console, _ progress: ProgressBar?
    ) -> ReportCollector {
        var context = ReportContext(
            plan: plan, asOf: request.asOf, language: console.language, outcomes: request.outcomes,
            usesColor: console.reportUsesColor)
        var reports: [Report] = []
        if !quiet { reports.append(Report(request.reporter, context, to: StandardOutput(progress: progress))) }
        context.usesColor = false
        for (report, file) in zip(request.fileReports, files.all) {
            reports.append(Report(report.reporter, context, to: file))
        }
        return ReportCollector(reports, outcomes: reports.isEmpty ? [] : request.outcomes)
    }

    /// - Throws: That reports could not be written, or that data could not be read to their end.
    func finish(_ collector: inout ReportCollector, _ totals: RunTotals) throws(CommandFailure) {
        var faults = collector.finish(totals)
        let status = faults.isEmpty ? ExitStatus.dataUnreadable : .internalFailure
        if let fault = totals.fault { faults.append(fault) }
        if !faults.isEmpty { throw CommandFailure(status, faults) }
    }
}
