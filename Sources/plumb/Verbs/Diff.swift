import ArgumentParser
import Diagnostics
import Plumbline
import PlumblineReports

/// `plumb diff`: shows what changes from one version of a ruleset to another.
struct Diff: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: Spoken.text(
            zh: "比较规则集的两个版本：哪些规则收紧、放宽、改变，哪些记录的结果随之改变。",
            en: "Show which rules become tighter, looser or other from one version to another, and whose outcome changes with them."),
        usage: """
            plumb diff <old> <new> [--data <path> ...] [<options>]
            plumb diff <ruleset> [--old-profile <profile>] [--new-profile <profile>] [--data <path> ...] [<options>]
            """)

    @Argument(help: Spoken.help(zh: "旧版规则集：一个文件夹，或一个文件。", en: "The old version: a folder, or a single file.", value: "old"),
              completion: .file())
    var old: String?

    @Argument(help: Spoken.help(zh: "新版规则集。", en: "The new version.", value: "new"), completion: .file())
    var new: String?

    @Option(help: Spoken.help(
        zh: "数据：文件夹、文件，或 表名=文件；可重复。两个版本都按它核查，列出结果改变的记录。",
        en: "Data: a folder, a file, or TABLE=FILE; may be repeated. Both versions judge them, and the records whose outcome changes are told.",
        value: "path"), completion: .file())
    var data: [String] = []

    @Option(help: Spoken.help(
        zh: "映射文件，说明数据文件怎样变成表；可重复。", en: "A mapping, which says how files become tables; may be repeated.",
        value: "file"), completion: .file())
    var mapping: [String] = []

    @Option(name: .customLong("old-profile"), help: Spoken.help(
        zh: "旧版使用的方案：名称或文件。", en: "The profile of the old version: its name or file.", value: "profile"), completion: .file())
    var oldProfile: String?

    @Option(name: .customLong("new-profile"), help: Spoken.help(
        zh: "新版使用的方案：名称或文件。", en: "The profile of the new version: its name or file.", value: "profile"), completion: .file())
    var newProfile: String?

    @Option(name: .customLong("as-of"), help: Spoken.help(
        zh: "以哪一天为准（默认今天）。", en: "The day as of which to judge (default: today).", value: "YYYY-MM-DD"))
    var asOf: String?

    @Option(help: Spoken.help(zh: "输出格式：text 或 json。", en: "The format: text or json.", value: "format"),
            completion: .list(List.Format.allCases.map(\.rawValue)))
    var format = List.Format.text.rawValue

    @OptionGroup var speech: SpeechOptions

    func perform(on console: Console) throws(CommandFailure) -> ExitStatus {
        let request = try usage()
        let comparison = RulesetComparison(try plan(request.old, oldProfile), try plan(request.new, newProfile))
        let report = ComparisonReport(comparison, try findings(comparison, asOf: request.day))
        switch request.format {
        case .text: try console.print(report.text(in: console.language, usesColor: console.reportUsesColor))
        case .json: try console.print(report.json(in: console.language))
        }
        return report.isEmpty ? .clean : .findings
    }
}

private extension Diff {
    struct Request {
        var old: String
        var new: String
        var day: CalendarDate
        var format: List.Format
    }

    /// - Throws: All usage faults of the command line.
    func usage() throws(CommandFailure) -> Request {
        var faults = Diagnostics()
        // One ruleset alone differs from itself by its profiles.
        let new = new ?? (oldProfile == newProfile ? nil : old)
        if old == nil || new == nil { faults.append(.twoVersionsNeeded()) }
        if data.contains(where: { DataOrigin.of($0).isStandardInput }) { faults.append(.standardInputForTwo()) }
        let day = faults.collecting { () throws(Diagnostic) in try DayChoice.day(asOf) }
        let format = faults.collecting { () throws(Diagnostic) in try Choice("--format", of: List.Format.self).value(self.format) }
        guard let old, let new, let day, let format, faults.isEmpty else { throw CommandFailure(.usage, faults) }
        return Request(old: old, new: new, day: day, format: format)
    }

    func plan(_ path: String, _ profile: String?) throws(CommandFailure) -> AuditPlan {
        do throws(Diagnostics) {
            return try AuditPlanner.plan(RuleBookLoader.load([path], profile: profile))
        } catch {
            throw CommandFailure(.rulesDoNotLoad, error)
        }
    }

    /// What both versions make of the data; nil where there are none.
    ///
    /// - Throws: That a file could not be read to its end.
    func findings(_ comparison: RulesetComparison, asOf day: CalendarDate) throws(CommandFailure) -> FindingComparison? {
        guard !data.isEmpty else { return nil }
        let origins = data.map(DataOrigin.of)
        let findings = FindingComparison(
            comparison, asOf: day, old: try DataOrigin.submission(origins, comparison.old, mappings: mapping),
            new: try DataOrigin.submission(origins, comparison.new, mappings: mapping))
        if let fault = findings.newTotals.fault ?? findings.oldTotals.fault { throw CommandFailure(.dataUnreadable, fault) }
        return findings
    }
}
