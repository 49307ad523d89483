import Diagnostics
import Plumbline

/// What a rule says to all of its findings.
struct RuleHeading {
    let plan: RulePlan
    let audit: AuditPlan
    let style: TextStyle

    /// The title, then what to know and what to do; what to do only where something fails.
    func lines(hasFails: Bool) -> [String] {
        let message = hasFails ? rule.message.map { PrintedText.of($0[style.language]) } : nil
        let rest = [readingLine, conditionLine, dueLine, plan.statedBaseline?.text(style), message].compactMap(\.self)
            + (hasFails ? fixLines(margin: 2) : [])
        return [title(isBold: true)] + rest.map { "  \($0)" }
    }

    /// `疾控机构专业技术岗位占比  suining/… · 二（四）15 · 原则上`
    func title(isBold: Bool) -> String {
        let hedge = rule.hedge.map { style.words(zh: "（\($0)）", en: " (\($0))") } ?? ""
        let parts = [rule.fullName, rule.source?.section, rule.binding.title[style.language] + hedge].compactMap(\.self)
        let title = PrintedText.of(rule.title[style.language])
        return (isBold ? style.bold(title) : title) + "  " + style.faint(parts.map(PrintedText.of).joined(separator: " · "))
    }

    /// What would mend it, and who has to.
    func fixLines(margin: Int) -> [String] {
        let comma = style.words(zh: "、", en: ", ")
        let names = rule.responsible.map(PrintedText.of).joined(separator: comma)
        let parts = [
            rule.fix.map { style.words(zh: "整改：", en: "fix: ") + PrintedText.of($0[style.language]) },
            names.isEmpty ? nil : style.words(zh: "责任部门：", en: "responsible: ") + names,
        ].compactMap(\.self)
        return parts.isEmpty ? [] : WrappedList.lines("", parts, separator: "    ", margin: margin)
    }

    /// The date of the rule, else of its ruleset; nil where every period has its own.
    var due: Due? {
        if let due = rule.due { return Due(date: due.date, isStated: true) }
        if let period = rule.period, period.manner == .each || period.manner == .one { return nil }
        let ruleset = audit.book.rulesets.first { $0.name == rule.ruleset }
        return ruleset?.due.map { Due(date: $0.date, isStated: false) }
    }

    private var rule: Rule { plan.rule }

    /// How an ambiguous clause is read.
    private var readingLine: String? {
        rule.reading.map { style.words(zh: "读法：", en: "read as: ") + PrintedText.of($0[style.language]) }
    }

    /// What has to hold; a limit stands in each finding beside the figure that it is held against.
    private var conditionLine: String? {
        if let arms = plan.arms {
            let texts = arms.arms.indices.map { ArmName(arms, $0, style: style).requirement }
            return style.words(zh: "要求（\(arms.manner.title.zh)）：", en: "requires \(arms.manner.title.en): ")
                + texts.joined(separator: style.words(zh: "；", en: "; "))
        }
        guard plan.limit == nil, !plan.expression.isEmpty else { return nil }
        let title = PrintedText.of(rule.title[style.language])
        let expression = PrintedText.ofExpression(plan.expression)
        return style.words(zh: "要求：\(title)（\(expression)）", en: "requires: \(title) (\(expression))")
    }

    private var dueLine: String? {
        due.map { due in style.words(zh: "期限：\(due.text(isOfPeriod: false).zh)", en: "due \(due.text(isOfPeriod: false).en)") }
    }
}
