import Diagnostics
import Plumbline

/// What the whole run came to, in a few lines: of the requirements, of the records, and of the rules that met none.
struct RunSums {
    let totals: RunTotals
    let clauses: ClauseTable
    let style: TextStyle

    var lines: [String] {
        let all = [clauses.sums, records, unreached, undecided].compactMap(\.self)
        return [style.bold(style.words(zh: "总计", en: "In all"))] + all.map { "  \($0)" }
    }

    /// The records, the rules and the outcomes in one sentence.
    var records: String {
        let read = [
            style.count(count { !$0.isOfRuleset }, zh: "条记录", en: "record") + ofRulesets,
            style.count(totals.summaries.count, zh: "条规则", en: "rule"),
        ].joined(separator: comma)
        let problemCount = totals.dataProblems.count + totals.dataProblemsLeftOut
        let problems = style.count(problemCount, zh: "处数据问题", en: "data problem")
        let skipped = totals.skippedFiles.isEmpty
            ? "" : separator + style.count(totals.skippedFiles.count, zh: "个文件未读取", en: "file") + style.words(zh: "", en: " passed over")
        let outcomes = Outcome.allCases.filter(isTold).map(told).joined(separator: comma)
        let verdicts = outcomes.isEmpty ? style.words(zh: "没有结论", en: "no verdict") : outcomes
        return style.words(zh: "\(read)：\(verdicts)；\(problems)\(skipped)。", en: "\(read): \(verdicts); \(problems)\(skipped).")
    }
}

private extension RunSums {
    /// How many records there are in some of the files.
    func count(_ isCounted: (ReadFile) -> Bool) -> Int { totals.files.filter(isCounted).reduce(0) { $0 + $1.records } }

    /// The records that rulesets bring themselves, such as a roster's; empty where there are none.
    var ofRulesets: String {
        let count = count(\.isOfRuleset)
        guard count > 0 else { return "" }
        return style.words(zh: "（另有规则集自带的 \(count) 条）", en: " (and \(count) of the rulesets' own)")
    }

    /// Passes, fails, what could not be measured and errors are told even where there are none; not of a run that was
    /// broken off, in which none does not mean that there are none.
    func isTold(_ outcome: Outcome) -> Bool {
        totals.count(outcome) > 0 || (totals.fault == nil && [.pass, .fail, .notMeasured, .error].contains(outcome))
    }

    func told(_ outcome: Outcome) -> String {
        let (count, title) = (totals.count(outcome), outcome.title)
        let text = style.words(zh: "\(title.zh) \(count)", en: "\(count) \(title.en)")
        return count > 0 && (outcome == .fail || outcome == .error) ? style.paint(text, as: outcome) : text
    }

    /// Rules that met no record: they passed nothing.
    var unreached: String? {
        let counts = [RuleSummary.Status.noRecords, .tableMissing, .disabled, .notJudged].compactMap { status -> String? in
            let count = totals.summaries.count { $0.status == status }
            guard count > 0, let title = status.title?[style.language] else { return nil }
            return style.words(zh: "\(title) \(count)", en: "\(count) \(title)")
        }
        guard !counts.isEmpty else { return nil }
        let list = counts.joined(separator: comma)
        return style.words(zh: "没有判定任何记录的规则：\(list)。", en: "Rules that judged no record: \(list).")
    }

    var undecided: String? {
        guard !totals.decidedAnything, totals.fault == nil else { return nil }
        let text = style.words(
            zh: "本次核查没有得出任何结论：没有一条规则判定了任何记录。",
            en: "Nothing was decided: no rule came to a verdict on any record.")
        return style.paint(text, as: .fail)
    }

    var separator: String { style.words(zh: "；", en: "; ") }

    var comma: String { style.words(zh: "，", en: ", ") }
}
