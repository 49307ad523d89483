import Diagnostics
import Plumbline

/// What `-v` says on stderr about a run.
enum RunNotes {
    /// The rules, and the files with the tables that they were matched to.
    static func beginning(_ plan: AuditPlan, _ submission: Submission) -> Localized {
        let rules = plan.rules.count
        var lines = [Localized(zh: "规则 \(rules) 条", en: "rules: \(rules)")]
        lines += plan.book.rulesets.compactMap(\.profile).flatMap(settings)
        lines += submission.files.map { file in
            let name = TerminalText.escaped(file.source.name)
            return Localized(zh: "读取 \(name)：数据表 \(file.table)", en: "reading \(name) as table \(file.table)")
        }
        lines += submission.skipped.map { file in
            let name = TerminalText.escaped(file.file)
            return Localized(zh: "跳过 \(name)：\(file.reason.zh)", en: "passing over \(name): \(file.reason.en)")
        }
        return joined(lines)
    }

    /// Every value that a profile sets.
    private static func settings(_ profile: Profile) -> [Localized] {
        profile.settings.map { setting in
            let (name, profile) = (TerminalText.escaped(setting.name), TerminalText.escaped(profile.name))
            let value = setting.valueText.map { Localized(same: TerminalText.escaped($0)) } ?? Localized(zh: "（去掉）", en: "(taken out)")
            return Localized(zh: "方案 \(profile)：\(name) 设为 \(value.zh)", en: "profile \(profile) sets \(name) to \(value.en)")
        }
    }

    /// How many rules over many records a run on one of them does without.
    static func leftOut(_ count: Int) -> Localized {
        Localized(
            zh: "提示：另有 \(count) 条规则针对多条记录的整体，不适用于单条记录，本次未核查",
            en: count == 1
                ? "note: 1 rule over many records is left out, as it does not judge a single one"
                : "note: \(count) rules over many records are left out, as they do not judge a single one")
    }

    /// How much was read and judged, and how long each rule took: the longest first.
    static func ending(_ totals: RunTotals, of plan: AuditPlan) -> Localized {
        let times = zip(plan.rules, totals.times).sorted { ($1.1, $0.0.rule.fullName) < ($0.1, $1.0.rule.fullName) }
        let lines = times.map { rule, time in "\(milliseconds(time))  \(rule.rule.fullName)" }
        return joined([counts(totals), Localized(zh: "各规则用时（毫秒）：", en: "milliseconds for each rule:")] + lines.map(Localized.init(same:)))
    }

    private static func counts(_ totals: RunTotals) -> Localized {
        let records = totals.files.reduce(0) { $0 + $1.records }
        let judged = totals.summaries.reduce(0) { $0 + $1.ledger.counted }
        return Localized(
            zh: "记录 \(records) 条，得出结论 \(judged) 个", en: "records read: \(records), verdicts: \(judged)")
    }

    /// In tenths, under each other.
    private static func milliseconds(_ time: Duration) -> String {
        let tenths = (time / .microseconds(100)).rounded()
        let text = "\(tenths / 10)"
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }

    private static func joined(_ lines: [Localized]) -> Localized {
        Localized(zh: lines.map(\.zh).joined(separator: "\n"), en: lines.map(\.en).joined(separator: "\n"))
    }
}
