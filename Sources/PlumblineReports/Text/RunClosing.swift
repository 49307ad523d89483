import Diagnostics
import Plumbline

/// The last words of a text report: what the whole run came to.
struct RunClosing {
    let totals: RunTotals
    let style: TextStyle

    var lines: [String] { [incomplete, sums, unreached, undecided].compactMap(\.self) }
}

private extension RunClosing {
    var incomplete: String? {
        guard let fault = totals.fault else { return nil }
        let place = fault.location.map { "\(PrintedText.of($0.file)):\($0.start.line)" }
        let reason = PrintedText.of(fault.message[style.language])
        let cause = place.map { style.words(zh: "\($0)：\(reason)", en: "\($0): \(reason)") } ?? reason
        let text = style.words(
            zh: "本报告不完整，数据未能读完：\(cause)。以上和以下各数只涉及此前读到的内容。",
            en: "This report is incomplete, because the data could not be read to their end: \(cause). "
                + "It tells only of what was read before.")
        return style.paint(text, as: .fail)
    }

    var sums: String {
        let read = [
            style.count(totals.files.reduce(0) { $0 + $1.records }, zh: "条记录", en: "record"),
            style.count(totals.summaries.count, zh: "条规则", en: "rule"),
        ].joined(separator: comma)
        let problemCount = totals.dataProblems.count + totals.dataProblemsLeftOut
        let problems = style.count(problemCount, zh: "处数据问题", en: "data problem")
        let skipped = totals.skippedFiles.isEmpty
            ? "" : separator + style.count(totals.skippedFiles.count, zh: "个文件未读取", en: "file") + style.words(zh: "", en: " passed over")
        let outcomes = Outcome.allCases.filter(isTold).map(told).joined(separator: comma)
        return style.words(
            zh: "\(read)：\(outcomes)；\(problems)\(skipped)。", en: "\(read): \(outcomes); \(problems)\(skipped).")
    }

    /// Passes, fails, what could not be measured and errors are told even where there are none.
    func isTold(_ outcome: Outcome) -> Bool {
        [.pass, .fail, .notMeasured, .error].contains(outcome) || totals.count(outcome) > 0
    }

    func told(_ outcome: Outcome) -> String {
        let (count, title) = (totals.count(outcome), outcome.title)
        let text = style.words(zh: "\(title.zh) \(count)", en: "\(count) \(title.en)")
        return count > 0 && (outcome == .fail || outcome == .error) ? style.paint(text, as: outcome) : text
    }

    /// Rules that met no record: they passed nothing.
    var unreached: String? {
        let counts = [RuleSummary.Status.noRecords, .tableMissing, .disabled].compactMap { status -> String? in
            let count = totals.summaries.count { $0.status == status }
            return count > 0 ? "\(status.rawValue) \(count)" : nil
        }
        guard !counts.isEmpty else { return nil }
        let list = counts.joined(separator: comma)
        return style.words(zh: "没有判定任何记录的规则：\(list)。", en: "Rules that judged no record: \(list).")
    }

    var undecided: String? {
        guard !totals.decidedAnything else { return nil }
        let text = style.words(
            zh: "本次核查没有得出任何结论：没有一条规则判定了任何记录。",
            en: "Nothing was decided: no rule came to a verdict on any record.")
        return style.paint(text, as: .fail)
    }

    var separator: String { style.words(zh: "；", en: "; ") }

    var comma: String { style.words(zh: "，", en: ", ") }
}
