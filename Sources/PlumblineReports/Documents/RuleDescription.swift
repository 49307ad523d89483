import Diagnostics
import Plumbline
import Quantities

/// What a rule says of itself, in words: the one wording for pages that describe it and for the explanation of a rule.
struct RuleDescription {
    /// A thing that a rule says of itself, under its name; a further line of the same thing has no name.
    struct Entry {
        var name: Localized
        var content: [DocumentPage.Inline]
    }

    let rulePlan: RulePlan
    let plan: AuditPlan
    private let language: Language
    private let style: TextStyle

    init(_ rulePlan: RulePlan, of plan: AuditPlan, in language: Language) {
        self.rulePlan = rulePlan
        self.plan = plan
        self.language = language
        style = TextStyle(language: language, usesColor: false)
    }

    var rule: Rule { rulePlan.rule }

    /// The table by its title, with the name that rules use.
    var table: String {
        plan.title(ofTable: rule.table).map { words(zh: "\($0.zh)（\(rule.table)）", en: "\($0.en) (\(rule.table))") } ?? rule.table
    }

    /// What is held against what: the limit, the condition, or the arms.
    var target: [DocumentPage.Inline] {
        if let arms = rulePlan.arms {
            let texts = arms.arms.indices.map { armText(arms, $0) } + [coverage].compactMap(\.self)
            return [.text(arms.manner.title[language] + words(zh: "：", en: ": ") + texts.joined(separator: words(zh: "；", en: "; ")))]
        }
        guard let limit else { return rulePlan.expression.isEmpty ? [] : [.code(rulePlan.expression)] }
        guard rule.coverage != nil else { return [.text(limit)] }
        let each = memberLimit ?? (rulePlan.expression.isEmpty || rulePlan.expression == rulePlan.scopeExpression ? nil : rulePlan.expression)
        return [.text([each, coverage].compactMap(\.self).joined(separator: words(zh: "；", en: "; ")))]
    }

    /// The periods judged and the day until which, with where that day comes from.
    var when: String { [periods, due].compactMap(\.self).joined(separator: words(zh: "；", en: "; ")) }

    var binding: String {
        rule.binding.title[language] + (rule.hedge.map { words(zh: "（\($0)）", en: " (\($0))") } ?? "")
    }

    /// Everything that the rule says of whom, what and when; what it does not say is left out.
    var entries: [Entry] {
        let head: [Entry?] = [
            entry("对象", "for", table),
            entry("适用条件", "where", code: rulePlan.scopeExpression),
            entry("点名", "named", list(rule.subjects.map(\.name))),
            entry("例外", "exempted", exceptions),
        ]
        let limits: [Entry?] = [
            entry("目标", "target", rule.coverage == nil ? limit : memberLimit), entry("覆盖", "coverage", coverage),
            entry("限值全文", "in full", code: comparison),
            entry("原文", "as written", rulePlan.limit == nil ? rule.asWritten : nil),
            entry("考核期间", "periods", periods), entry("期限", "due", due), entry("公布日", "expected on", expectedOn),
            entry("基期", "baseline", baseline), entry("进度", "pace", pace), entry("约束力", "binding", binding),
            entry("缺失数据", "missing data", missing), entry("读法", "reading", rule.reading?[language]),
        ]
        let tail: [Entry?] = [
            entry("模板", "template", template), entry("停用", "disabled", rule.suspension?.words[language]),
        ]
        return head.compactMap(\.self) + requirement + limits.compactMap(\.self) + otherReadings + unset + waivers + tail.compactMap(\.self)
    }
}

// MARK: - What it asks

private extension RuleDescription {
    /// The expression of the rule, or a line for each of its arms.
    var requirement: [Entry] {
        guard let arms = rulePlan.arms else {
            // Where being in scope is enough, the scope was told above.
            if case .membership = rule.requirement { return [] }
            let (zh, en) = rule.observesValue ? ("观测值", "observe") : ("要求", "require")
            return [entry(zh, en, code: rulePlan.expression.isEmpty ? nil : rulePlan.expression)].compactMap(\.self)
        }
        return arms.arms.indices.map { place in
            Entry(name: place == 0 ? arms.manner.title : Localized(same: ""), content: [.text(armText(arms, place))])
        }
    }

    func armText(_ arms: ArmsPlan, _ place: Int) -> String {
        let name = ArmName(arms, place, style: style)
        return name.arm.name == nil ? name.requirement : name.plain + words(zh: "：", en: ": ") + name.requirement
    }

    var limit: String? { rulePlan.limit.map { FigureText($0, in: language).limitText } }

    /// What each record of a coverage is held against.
    var memberLimit: String? {
        guard rule.coverage != nil, rule.observesValue else { return nil }
        return rulePlan.memberLimit.map { FigureText($0, in: language).limitText }
    }

    /// How many have to pass, and of which groups.
    var coverage: String? {
        guard rule.coverage != nil, let limit else { return nil }
        let counted = words(zh: "达标的 \(limit)", en: "\(limit) of them")
        return counted + (rulePlan.groupedByText.map { words(zh: "，按 \($0) 分别计算", en: ", for each \($0)") } ?? "")
    }

    /// A target that says more than its limit, as the rule writes it: who is compared with whom, and how.
    var comparison: String? { rulePlan.comparisonText }

    var exceptions: String? {
        list(rule.exceptions.map { exception in
            exception.name + (exception.why.map { words(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? "")
        })
    }

    var otherReadings: [Entry] {
        rule.otherReadings.enumerated().map { place, reading in
            Entry(
                name: place == 0 ? Localized(zh: "其他读法", en: "other readings") : Localized(same: ""),
                content: [.text(reading.name[language] + words(zh: "：", en: ": ")), .code(reading.changes)])
        }
    }

    /// The parameters that nobody has set, without which nothing can be decided.
    var unset: [Entry] {
        rulePlan.unsetParameters.enumerated().map { place, parameter in
            let why = parameter.why.map { words(zh: "（\($0.zh)）", en: " (\($0.en))") } ?? ""
            return Entry(
                name: place == 0 ? Localized(zh: "待设定", en: "to be set") : Localized(same: ""),
                content: [.code("params.\(parameter.name)"), .text(why)])
        }
    }

    /// Whom a profile lets pass, why, and until when.
    var waivers: [Entry] {
        rule.waivers.enumerated().map { place, waiver in
            Entry(
                name: place == 0 ? Localized(zh: "豁免", en: "waived") : Localized(same: ""),
                content: [.text(words(
                    zh: "\(waiver.record)，至 \(waiver.until)（\(waiver.why.zh)）", en: "\(waiver.record), until \(waiver.until) (\(waiver.why.en))"))])
        }
    }

    var template: String? {
        rule.template.map { use in
            let title = use.template.title.map { "\($0[language]) · " } ?? ""
            return "\(title)\(use.template.id) · \(use.template.location.file):\(use.template.location.start.line)"
        }
    }
}

// MARK: - When

private extension RuleDescription {
    var periods: String? {
        guard let choice = rule.period, let first = choice.periods.first, let last = choice.periods.last else { return nil }
        let span = first == last ? first.description : "\(first) – \(last)"
        return switch choice.manner {
        case .one: span
        case .each: words(zh: "\(span) 逐期", en: "each of \(span)")
        case .all: words(zh: "\(span) 各期均须达到", en: "all of \(span)")
        case .any: words(zh: "\(span) 任一期达到", en: "any of \(span)")
        case .latestSince: words(zh: "\(first) 以来最近一期", en: "the latest since \(first)")
        }
    }

    var due: String? {
        if let date = rule.due?.date { return words(zh: "\(date)（条文写明）", en: "\(date) (the clause's own)") }
        if let manner = rule.period?.manner, manner == .each { return words(zh: "每期末", en: "each period's end") }
        let ofRuleset = plan.book.rulesets.first { $0.name == rule.ruleset }?.due?.date
        if isDateOfClause(ofRuleset) { return ofRuleset.map { words(zh: "\($0)（条文写明）", en: "\($0) (the clause's own)") } }
        return ofRuleset.map { words(zh: "\($0)（规划的期限，条文未写明）", en: "\($0) (the plan's; the clause names none)") }
    }

    /// Whether the register has the plan's date as one that a clause of the rule states itself.
    func isDateOfClause(_ date: CalendarDate?) -> Bool {
        let register = plan.book.rulesets.first { $0.name == rule.ruleset }?.register
        let named = rule.source?.clauses ?? []
        return (register?.clauseList ?? []).contains { clause in
            clause.due?.isStated == true && clause.due?.date == date
                && (named.contains(clause.id) || clause.rules.contains { $0.id == rule.id })
        }
    }

    var expectedOn: String? {
        rule.expectedOn.map { words(zh: "\($0.date)，此前没有数据不算缺报", en: "\($0.date); what is not there before is not late") }
    }

    var baseline: String? {
        guard let baseline = rule.baseline else { return nil }
        guard let figure = rulePlan.statedBaseline, let value = figure.value else {
            return words(zh: "\(baseline.period)（取自数据）", en: "\(baseline.period), from the data")
        }
        let text = figure.unit?.text(value, in: language) ?? value.shortText(fractionDigits: 2)
        return words(zh: "\(baseline.period) 为 \(text)", en: "\(text) in \(baseline.period)")
    }

    var pace: String? {
        switch rule.pace?.pace {
        case .linear?: words(zh: "每年同步推进（linear）", en: "the same step every year (linear)")
        case .stepped?: words(zh: "期末一次达到，此前不低于基期（stepped）", en: "in one step at the end, and not behind the baseline before (stepped)")
        case Pace.none?: words(zh: "不看进度（none）", en: "nothing is said of the way (none)")
        case nil: nil
        }
    }

    /// What missing cells do, in words.
    var missing: String {
        switch rulePlan.missing {
        case .bounds: words(zh: "缺失的数据可能改变结论时，不下结论（bounds）", en: "no verdict where what is missing could change it (bounds)")
        case .skip(nil): words(zh: "以已填报的代表全部（skip）", en: "those that are measured stand for all (skip)")
        case .skip(let least?): words(
            zh: "已填报的不少于 \(Self.percent(least)) 时代表全部（skip）", en: "those that are measured stand for all, from \(Self.percent(least)) on (skip)")
        case .against: words(zh: "未填报按未达到计（against）", en: "what is not reported is not met (against)")
        }
    }

    static func percent(_ share: Number) -> String { Unit.percent.text(share) }
}

// MARK: - Words

private extension RuleDescription {
    func entry(_ zh: String, _ en: String, _ text: String?) -> Entry? {
        text.map { Entry(name: Localized(zh: zh, en: en), content: [.text($0)]) }
    }

    func entry(_ zh: String, _ en: String, code: String?) -> Entry? {
        code.map { Entry(name: Localized(zh: zh, en: en), content: [.code($0)]) }
    }

    func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: words(zh: "、", en: ", ")) }

    func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }
}
