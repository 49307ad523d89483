import Diagnostics
import Plumbline

/// What a finding would be under the other readings of its clause.
struct ReadingText {
    let readings: [ReadingPlan]
    let verdicts: [ReadingVerdict]
    let style: TextStyle

    /// - Returns: nil where there is one reading only.
    init?(_ finding: Finding, of plan: RulePlan, style: TextStyle) {
        guard !finding.readings.isEmpty, finding.readings.count == plan.readings.count else { return nil }
        (readings, verdicts, self.style) = (plan.readings, finding.readings, style)
    }

    /// Whether it matters how the clause is read, then a line for each reading.
    var lines: [String] { [sentence] + texts(style.mark) }

    /// The same in one line, without colours.
    var line: String { ([sentence] + texts(style.plainMark)).joined(separator: style.words(zh: "；", en: "; ")) }
}

private extension ReadingText {
    var sentence: String {
        verdicts.allSatisfy(\.holds)
            ? style.words(zh: "其他读法下结论相同", en: "the verdict is the same under every reading")
            : style.words(zh: "结论因读法而异", en: "the verdict depends on how the clause is read")
    }

    func texts(_ mark: (Outcome) -> String) -> [String] {
        zip(readings, verdicts).map { reading, verdict in
            let name = PrintedText.of(verdict.name[style.language])
            return "\(mark(verdict.outcome)) " + style.words(zh: "读法\(style.quoted(name))：", en: "reading \(style.quoted(name)): ") + text(verdict, reading.plan)
        }
    }

    func text(_ verdict: ReadingVerdict, _ plan: RulePlan) -> String {
        guard verdict.counts.isEmpty else { return counts(verdict.counts) }
        let outcome = verdict.outcome.title[style.language]
        let text = VerdictText(verdict.reason, verdict.measurement, of: plan, style: style).textUnderRule
        let period = verdict.period.map { "\($0) " } ?? ""
        return period + (text.hasPrefix(outcome) ? text : outcome + style.words(zh: "，", en: ", ") + text)
    }

    /// `12 judged: 10 pass, 2 fail`
    func counts(_ counts: [Outcome: Int]) -> String {
        let all = counts.values.reduce(0, +)
        let parts = Outcome.allCases.compactMap { outcome in
            counts[outcome].map { style.words(zh: "\(outcome.title.zh) \($0)", en: "\($0) \(outcome.title.en)") }
        }
        return style.words(zh: "共判定 \(all) 个：", en: "\(all) judged: ") + parts.joined(separator: style.words(zh: "，", en: ", "))
    }
}
