import Diagnostics
import Plumbline
import Quantities

/// What a rule says of itself, in words, for pages that describe it.
struct RuleDescription {
    let rulePlan: RulePlan
    private let plan: AuditPlan
    private let language: Language

    init(_ rulePlan: RulePlan, of plan: AuditPlan, in language: Language) {
        self.rulePlan = rulePlan
        self.plan = plan
        self.language = language
    }

    var rule: Rule { rulePlan.rule }

    /// The table by its title, with the name that rules use.
    var table: String {
        plan.title(ofTable: rule.table).map { words(zh: "\($0.zh)（\(rule.table)）", en: "\($0.en) (\(rule.table))") } ?? rule.table
    }

    /// What is held against what: the limit, or the condition.
    var target: [DocumentPage.Inline] {
        guard let limit = rulePlan.limit else { return [.code(rulePlan.expression)] }
        return [.text(FigureText(limit, in: language).limitText)]
    }

    /// The periods judged and the day until which, with where that day comes from.
    var when: String { [periods, due].compactMap(\.self).joined(separator: words(zh: "；", en: "; ")) }

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
        return ofRuleset.map { words(zh: "\($0)（规划的期限，条文未写明）", en: "\($0) (the plan's; the clause names none)") }
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

    private static func percent(_ share: Number) -> String { Unit.percent.text(share) }

    private func words(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }
}
