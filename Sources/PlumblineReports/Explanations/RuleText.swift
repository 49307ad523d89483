public import Diagnostics
public import Plumbline

/// A rule in words: where it comes from, for whom it is, and what it asks.
public struct RuleText {
    private let plan: AuditPlan
    private let rulePlan: RulePlan
    private let style: TextStyle

    /// - Parameter rule: The rule's place in the plan's `rules`.
    public init(rule: Int, of plan: AuditPlan, in language: Language, usesColor: Bool = false) {
        self.plan = plan
        rulePlan = plan.rules[rule]
        style = TextStyle(language: language, usesColor: usesColor)
    }

    /// A heading, then a line for everything that the rule says of itself.
    public var text: String {
        let width = entries.map { DisplayWidth.of($0.name[style.language]) }.max() ?? 0
        let lines = entries.map { entry in
            "  \(style.faint(DisplayWidth.padded(entry.name[style.language], to: width)))  \(entry.text)"
        }
        let heading = "\(style.bold(PrintedText.of(rule.title[style.language])))  \(style.faint(PrintedText.of(rule.fullName)))"
        return ([heading] + lines).joined(separator: "\n") + "\n"
    }
}

private extension RuleText {
    var rule: Rule { rulePlan.rule }

    var entries: [(name: Localized, text: String)] {
        let all: [(Localized, String?)] = [
            (Localized(zh: "出处", en: "source"), source),
            (Localized(zh: "约束力", en: "binding"), binding),
            (Localized(zh: "对象", en: "for"), table),
            (Localized(zh: "适用条件", en: "where"), rulePlan.scopeExpression.map(PrintedText.ofExpression)),
        ] + requirement + [
            (Localized(zh: "目标", en: "target"), limit),
            (Localized(zh: "原文", en: "as written"), rulePlan.limit == nil ? rule.asWritten.map(PrintedText.of) : nil),
            (Localized(zh: "读法", en: "reading"), rule.reading.map { PrintedText.of($0[style.language]) }),
        ] + readings + [
            (Localized(zh: "模板", en: "template"), rule.template.map { PrintedText.of("\($0.template.id) · \($0.template.location.file):\($0.template.location.start.line)") }),
            (Localized(zh: "停用", en: "disabled"), rule.suspension.map { PrintedText.of($0.words[style.language]) }),
            (Localized(zh: "责任部门", en: "responsible"), list(rule.responsible)),
            (Localized(zh: "未达标时", en: "message"), rule.message.map { PrintedText.of($0[style.language]) }),
            (Localized(zh: "整改", en: "fix"), rule.fix.map { PrintedText.of($0[style.language]) }),
            (Localized(zh: "相关规则", en: "related"), list(rule.related)),
            (Localized(zh: "用例", en: "cases"), String(rule.cases.count)),
            (Localized(zh: "写在", en: "written at"), PrintedText.of("\(rule.location.file):\(rule.location.start.line)")),
        ]
        return all.compactMap { name, text in text.map { (name, $0) } }
    }

    /// `二（四）15 · SN-15-1 · the plan's title`
    var source: String? {
        let document = plan.book.rulesets.first { $0.name == rule.ruleset }?.plan
        let parts = [rule.source?.section].compactMap(\.self) + (rule.source?.clauses ?? [])
            + [document?.title[style.language], document?.document].compactMap(\.self)
        return parts.isEmpty ? nil : parts.map(PrintedText.of).joined(separator: " · ")
    }

    var binding: String {
        let hedge = rule.hedge.map { style.words(zh: "（\($0)）", en: " (\($0))") } ?? ""
        return PrintedText.of(rule.binding.title[style.language] + hedge)
    }

    var table: String {
        guard let title = plan.title(ofTable: rule.table)?[style.language] else { return PrintedText.of(rule.table) }
        return PrintedText.of(title) + style.words(zh: "（\(rule.table)）", en: " (\(rule.table))")
    }

    /// The expression of the rule, or a line for each of its arms.
    var requirement: [(Localized, String?)] {
        guard let arms = rulePlan.arms else {
            return [(requirementName, PrintedText.ofExpression(rulePlan.expression))]
        }
        return arms.arms.indices.map { place in
            let name = ArmName(arms, place, style: style)
            let text = name.arm.name == nil ? name.requirement : name.plain + style.words(zh: "：", en: ": ") + name.requirement
            return (place == 0 ? arms.manner.title : Localized(same: ""), text)
        }
    }

    var readings: [(Localized, String?)] {
        rule.otherReadings.enumerated().map { place, reading in
            let text = PrintedText.of(reading.name[style.language]) + style.words(zh: "：", en: ": ") + PrintedText.of(reading.changes)
            return (place == 0 ? Localized(zh: "其他读法", en: "other readings") : Localized(same: ""), text)
        }
    }

    var requirementName: Localized {
        rulePlan.limit == nil ? Localized(zh: "要求", en: "require") : Localized(zh: "观测值", en: "observe")
    }

    var limit: String? {
        rulePlan.limit.map { PrintedText.of(FigureText($0, in: style.language).limitText) }
    }

    func list(_ texts: [String]) -> String? {
        guard !texts.isEmpty else { return nil }
        return texts.map(PrintedText.of).joined(separator: style.words(zh: "、", en: ", "))
    }
}
