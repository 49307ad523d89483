import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReaders
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
        value: "path"))
    var data: [String] = []

    @Option(help: Spoken.help(
        zh: "标准输出的报告格式：\(Self.formats)。", en: "The format of the report on stdout: \(Self.formats).", value: "format"))
    var format = "text"

    @Option(help: Spoken.help(
        zh: "另写一份报告到文件；可重复。", en: "Write a further report to a file; may be repeated.", value: "format=file"))
    var report: [String] = []

    @Option(name: .customLong("as-of"), help: Spoken.help(
        zh: "以哪一天为准（默认今天）。", en: "The day as of which to judge (default: today).", value: "YYYY-MM-DD"))
    var asOf: String?

    @Option(name: .customLong("fail-on"), help: Spoken.help(
        zh: "约束力达到此级的问题才使退出码为 1：\(Self.bindings)。",
        en: "The softest binding whose findings make the exit code 1: \(Self.bindings).", value: "binding"))
    var failOn = Binding.required.rawValue

    @Flag(name: .customLong("exit-zero"), help: Spoken.help(
        zh: "有问题时退出码也为 0。", en: "Answer 0 also where there are findings."))
    var exitZero = false

    @Option(help: Spoken.help(
        zh: "另外写出此结果的记录：\(Self.outcomes)；可重复。",
        en: "Also write the findings with this outcome: \(Self.outcomes); may be repeated.", value: "outcome"))
    var include: [String] = []

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let request = try CheckRequest(self)
        let files = try ReportFiles(request.fileReports.map(\.path))
        defer { files.discard() }
        let plan = try rules.neededPlan()
        let submission = try submission(request, plan)
        var collector = collector(request, plan, files, console)
        let totals = Audit(plan: plan, asOf: request.asOf).run(submission, into: &collector)
        try finish(&collector, totals)
        return request.gate.status(of: totals, plan: plan)
    }
}

private extension Check {
    static var formats: String { CheckRequest.formats("--format").names.joined(separator: ", ") }
    static var bindings: String { Choice("--fail-on", of: Binding.self).names.joined(separator: ", ") }
    static var outcomes: String { Choice("--include", of: Outcome.self).names.joined(separator: ", ") }

    func submission(_ request: CheckRequest, _ plan: AuditPlan) throws(CommandFailure) -> Submission {
        do throws(Diagnostics) {
            return try SubmissionMatcher.match(
                request.origins, vocabulary: plan.vocabulary, readers: builtInReaders, standardInput: try standardInput(request))
        } catch {
            throw CommandFailure(.dataUnreadable, error)
        }
    }

    /// What comes on the standard input, where the data are there.
    func standardInput(_ request: CheckRequest) throws(Diagnostics) -> ByteSource? {
        guard request.readsStandardInput else { return nil }
        do throws(Diagnostic) {
            return try .standardInput()
        } catch {
            throw Diagnostics(error)
        }
    }

    func collector(
        _ request: CheckRequest, _ plan: AuditPlan, _ files: ReportFiles, _ console: Console
    ) -> ReportCollector {
        var context = ReportContext(
            plan: plan, asOf: request.asOf, language: console.language, outcomes: request.outcomes,
            usesColor: console.reportUsesColor)
        var reports = [Report(request.reporter, context, to: StandardOutput())]
        context.usesColor = false
        for (report, file) in zip(request.fileReports, files.all) {
            reports.append(Report(report.reporter, context, to: file))
        }
        return ReportCollector(reports, outcomes: request.outcomes)
    }

    /// - Throws: That reports could not be written, or that data could not be read to their end.
    func finish(_ collector: inout ReportCollector, _ totals: RunTotals) throws(CommandFailure) {
        var faults = collector.finish(totals)
        let status = faults.isEmpty ? ExitStatus.dataUnreadable : .internalFailure
        if let fault = totals.fault { faults.append(fault) }
        if !faults.isEmpty { throw CommandFailure(status, faults) }
    }
}
