import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Another period: the one before or after, a range that is shorter or longer, one manner of judging several for another,
/// another period that is compared with, a due date a year off.
struct PeriodMutation: Mutation {
    let kind = MutationKind.period

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        if let call = node.writtenCall, call.function == "at", let argument = call.arguments.first,
           case .constant(.string(let text)) = argument.node {
            return Self.neighbours(of: text).map { other in
                ExpressionEdit(range: argument.range, text: "'\(other)'", hint: .caseOfPeriods(text, other))
            }
        }
        guard case .identifier(let name) = node.node, !expression.scope.isYearly, let other = Self.others[name] else { return [] }
        return [ExpressionEdit(range: node.range, text: other, hint: .caseOfPeriods(name, other))]
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        switch part.kind {
        case .period: periods(part, rule)
        case .day where part.keys == ["due"]: due(part, rule)
        case .day where part.keys == ["expected_on"]: published(part, rule)
        default: []
        }
    }
}

private extension PeriodMutation {
    static let others = ["previous": "year_ago", "year_ago": "previous"]
    static let manners = ["each": ["all", "any"], "all": ["any", "each"], "any": ["all", "each"]]

    /// Of years, the one before and the same a year ago are one.
    static func isYearly(_ rule: MutableRule) -> Bool { rule.rule.period?.periods.first?.kind == .year }

    static func neighbours(of text: String) -> [String] {
        guard let period = CalendarPeriod(text) else { return [] }
        return [period.next, period.previous].compactMap { $0?.description }
    }

    func periods(_ part: RulePart, _ rule: MutableRule) -> [RuleChange] {
        guard let text = part.node.scalar?.text else { return manners(part, rule) }
        if part.key == "against" { return sides(part, text, rule) }
        if part.keys == ["baseline", "period"], rule.rule.baseline?.value != nil { return statedBaseline(part, text, rule) }
        if part.keys == ["period"], rule.isSnapshot { return snapshot(part, text, rule) }
        if let other = Self.others[text] { return Self.isYearly(rule) ? [] : [change(part, text, other, rule)] }
        let ranges = Self.ranges(near: text, judged: part.key, rule).map { other, hint in
            RuleChange(
                root: rule.replacing(part, text: other), before: "\(part.key): \(text)", after: "\(part.key): \(other)",
                location: part.node.location, hint: hint)
        }
        return Self.neighbours(of: text).map { change(part, text, $0, rule) } + ranges + manners(part, rule)
    }

    /// Where the rule states the baseline's figure, its period says no more than how long the way is from there.
    func statedBaseline(_ part: RulePart, _ text: String, _ rule: MutableRule) -> [RuleChange] {
        let isYearly = rule.parts.contains { $0.key == "yearly" }
        guard isYearly || rule.plan.course != nil || rule.plan.coverage?.way != nil else { return [] }
        return Self.neighbours(of: text).map { other in
            var change = change(part, text, other, rule)
            if !isYearly { change.mistake.hint = .caseOfTrack(text, other) }
            return change
        }
    }

    /// The records of no period are the same whichever is judged; the period says until when only.
    func snapshot(_ part: RulePart, _ text: String, _ rule: MutableRule) -> [RuleChange] {
        guard rule.plan.schedule.date == nil, let period = CalendarPeriod(text) else { return [] }
        return Self.neighbours(of: text).map { other in
            var change = change(part, text, other, rule)
            let isLater = CalendarPeriod(other).map { period < $0 } ?? false
            change.mistake.hint = isLater ? .caseDue(period.lastDay.next) : .caseNotDue(period.lastDay)
            return change
        }
    }

    /// Another period to compare with: the one before the judged one for the baseline too.
    func sides(_ part: RulePart, _ text: String, _ rule: MutableRule) -> [RuleChange] {
        let others = Self.isYearly(rule) ? [] : Self.others[text].map { [$0] } ?? []
        return (others + (text == "baseline" ? ["previous"] : rule.plan.rule.baseline == nil ? [] : ["baseline"])).map { change(part, text, $0, rule) }
    }

    func change(_ part: RulePart, _ text: String, _ other: String, _ rule: MutableRule) -> RuleChange {
        RuleChange(
            root: rule.replacing(part, text: other), before: "\(part.key): \(text)", after: "\(part.key): \(other)",
            location: part.node.location, hint: .caseOfPeriods(text, other))
    }

    /// A range with either end one period further in or out, each with what shows the difference.
    ///
    /// - Parameter manner: How its periods are judged together.
    static func ranges(near text: String, judged manner: String, _ rule: MutableRule) -> [(text: String, hint: Localized)] {
        // A table without periods has no record of another: what is observed in it is of that period.
        let hasRows = rule.vocabulary.tables[rule.rule.table]?.periodField != nil
        let caseOutside = hasRows ? Localized.caseOutside : Localized.caseObservedOnly
        guard let periods = try? CalendarPeriod.range(text), let first = periods.first, let last = periods.last else { return [] }
        var ranges: [(String, Localized)] = []
        if first < last {
            if let next = first.next { ranges.append(("\(next)..\(last)", .caseWithin(first, judged: manner))) }
            if let previous = last.previous { ranges.append(("\(first)..\(previous)", .caseWithin(last, judged: manner))) }
        }
        if let previous = first.previous { ranges.append(("\(previous)..\(last)", caseOutside(previous))) }
        if let next = last.next { ranges.append(("\(first)..\(next)", caseOutside(next))) }
        return ranges
    }

    /// `each`, `all` and `any` are keys of their own.
    func manners(_ part: RulePart, _ rule: MutableRule) -> [RuleChange] {
        guard part.keys.count == 2, part.keys.first == "period", case .entry? = part.steps.last else { return [] }
        return (Self.manners[part.key] ?? []).map { manner in
            RuleChange(
                root: rule.replacing(part, key: manner), before: part.key, after: manner, location: part.node.location,
                hint: [manner, part.key].contains("each") ? .caseOfOnePeriod : .caseOfMixedPeriods)
        }
    }

    /// A day on which figures are published that is a year off.
    func published(_ part: RulePart, _ rule: MutableRule) -> [RuleChange] {
        guard let text = part.node.scalar?.text, let year = Int(text.prefix(4)), let day = rule.rule.expectedOn?.date else { return [] }
        return [1, -1].map { step in
            let other = "\(year + step)\(text.dropFirst(4))"
            let shown = step > 0 ? day.description : other
            return RuleChange(
                root: rule.replacing(part, text: other), before: "expected_on: \(text)", after: "expected_on: \(other)",
                location: part.node.location,
                hint: Localized(
                    zh: "一个 as_of: \(shown)、没有数据的用例", en: "a case with as_of: \(shown) and without figures"))
        }
    }

    func due(_ part: RulePart, _ rule: MutableRule) -> [RuleChange] {
        guard let text = part.node.scalar?.text, let year = Int(text.prefix(4)), let due = rule.rule.due?.date else { return [] }
        return [(1, Localized.caseDue(due.next)), (-1, Localized.caseNotDue(due))].map { step, hint in
            let other = "\(year + step)\(text.dropFirst(4))"
            return RuleChange(
                root: rule.replacing(part, text: other), before: "due: \(text)", after: "due: \(other)", location: part.node.location, hint: hint,
                noticedBy: step < 0 ? .notDue : nil)
        }
    }
}

private extension MutableRule {
    /// Whether nothing that the rule looks at is of any period.
    var isSnapshot: Bool { vocabulary.tables[rule.table]?.period == nil && !plan.schedule.dependsOnTime }
}

private extension Localized {
    static func caseDue(_ day: CalendarDate) -> Localized {
        Localized(zh: "一个 as_of: \(day)、已经到期的用例", en: "a case with as_of: \(day), on which it is due")
    }

    static func caseNotDue(_ day: CalendarDate) -> Localized {
        Localized(zh: "一个 as_of: \(day)、结论为 not_due 的用例", en: "a case with as_of: \(day), which is not_due")
    }

    static func caseOfTrack(_ period: String, _ other: String) -> Localized {
        Localized(
            zh: "一个到期以前的用例（as_of 和 track），从 \(period) 起算与从 \(other) 起算的进度不同",
            en: "a case before the due date (as_of and track) whose way from \(period) and from \(other) differ")
    }

    static func caseWithin(_ period: CalendarPeriod, judged manner: String) -> Localized {
        switch manner {
        case "all": Localized(zh: "一个只有 \(period) 不达标的用例", en: "a case in which \(period) alone fails")
        case "any": Localized(zh: "一个只有 \(period) 达标的用例", en: "a case in which \(period) alone passes")
        default: Localized(zh: "一个 period: \(period) 的用例", en: "a case with period: \(period)")
        }
    }

    static let caseOfMixedPeriods = Localized(zh: "一个有的期间达标、有的不达标的用例", en: "a case with periods of which some pass and some do not")

    /// Of all together a case with a period comes to what all come to.
    static let caseOfOnePeriod = Localized(
        zh: "一个有的期间达标、有的不达标的用例，用 period 写出与总的结论不同的那一期",
        en: "a case with periods of which some pass and some do not, whose period is one that comes out otherwise than all together")

    static func caseOutside(_ period: CalendarPeriod) -> Localized {
        Localized(
            zh: "一个 \(period) 的记录，结论为 not_applicable（other_period）", en: "a case of a record of \(period), which is not_applicable (other_period)")
    }

    static func caseObservedOnly(_ period: CalendarPeriod) -> Localized {
        Localized(
            zh: "一个 periods 中只有 \(period)、且该期未达标的用例", en: "a case with nothing but \(period) under periods, and failing then")
    }

    static func caseOfPeriods(_ period: String, _ other: String) -> Localized {
        Localized(zh: "一个 \(period) 与 \(other) 结论不同的用例", en: "a case in which \(period) and \(other) come to different verdicts")
    }
}
