import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Holds two versions of one rule against each other, key by key.
struct RulePlanComparison {
    private let before: RuleVersion
    private let after: RuleVersion

    init(_ oldPlan: AuditPlan, _ old: RulePlan, _ newPlan: AuditPlan, _ new: RulePlan) {
        before = RuleVersion(old, of: oldPlan)
        after = RuleVersion(new, of: newPlan)
    }

    var changes: [KeyChange] {
        var keys = OrderedSet(RuleVersion.keys(of: before))
        keys.formUnion(RuleVersion.keys(of: after))
        let own = keys.compactMap { change(of: $0) }
        return own + settings(besides: own)
    }
}

private extension RulePlanComparison {
    /// The keys in which no verdict lies.
    static let words: Set<String> = [
        "title", "source", "hedge", "severity", "responsible", "message", "fix", "related", "reading", "other_readings", "example",
        "cases", "as_written",
    ]

    func change(of key: String) -> KeyChange? {
        let (old, new) = (before.text(of: key), after.text(of: key))
        guard old != new else { return nil }
        guard !Self.words.contains(key) else {
            // Cases are long, and what they say is no requirement.
            let isLong = ["example", "cases"].contains(key)
            return KeyChange(key: key, before: isLong ? nil : old, after: isLong ? nil : new, direction: .words)
        }
        return KeyChange(key: key, before: old, after: new, direction: direction(of: key))
    }

    func direction(of key: String) -> KeyChange.Direction {
        switch key {
        case "where": byInclusion(before.conditions(before.plan.rule.scope), after.conditions(after.plan.rule.scope), moreIs: .looser)
        case "except": byInclusion(Set(before.plan.rule.exceptions.map(\.name)), Set(after.plan.rule.exceptions.map(\.name)), moreIs: .looser)
        case "subjects": subjects
        case "require": byInclusion(before.required, after.required, moreIs: .tighter)
        case "binding": after.plan.rule.binding > before.plan.rule.binding ? .tighter : .looser
        case "due": due
        case "period": period
        case "target", "coverage": limit(key)
        case "missing": missing
        default: .other
        }
    }

    /// More conditions, or fewer.
    func byInclusion(_ old: Set<String>?, _ new: Set<String>?, moreIs direction: KeyChange.Direction) -> KeyChange.Direction {
        guard let old, let new else { return .other }
        let opposite: KeyChange.Direction = direction == .tighter ? .looser : .tighter
        if old == new { return .words }
        return new.isSuperset(of: old) ? direction : new.isSubset(of: old) ? opposite : .other
    }

    /// Nobody named is everybody.
    var subjects: KeyChange.Direction {
        let (old, new) = (Set(before.plan.rule.subjects.map(\.name)), Set(after.plan.rule.subjects.map(\.name)))
        if old.isEmpty || new.isEmpty { return new.isEmpty ? .tighter : .looser }
        return byInclusion(old, new, moreIs: .tighter)
    }

    var due: KeyChange.Direction {
        guard let old = before.plan.schedule.date, let new = after.plan.schedule.date else { return .other }
        return new < old ? .tighter : new > old ? .looser : .words
    }

    var period: KeyChange.Direction {
        guard let old = before.plan.schedule.choice, let new = after.plan.schedule.choice, old.manner == new.manner else { return .other }
        let inclusion = byInclusion(Set(old.periods.map(\.description)), Set(new.periods.map(\.description)), moreIs: .tighter)
        switch (old.manner, inclusion) {
        case (.each, _), (.all, _): return inclusion
        case (.any, .tighter): return .looser
        case (.any, .looser): return .tighter
        default: return inclusion == .words ? .words : .other
        }
    }

    /// `against` fails whom `bounds` leaves open; nothing can be said of `skip`.
    var missing: KeyChange.Direction {
        switch (before.plan.missing, after.plan.missing) {
        case (.bounds, .against): .tighter
        case (.against, .bounds): .looser
        default: .other
        }
    }

    /// A limit of one kind on one figure, which only moved.
    func limit(_ key: String) -> KeyChange.Direction {
        let (old, new) = (before.limit(key), after.limit(key))
        guard let old, let new, let (oldRange, newRange) = ranges(old, new, of: key) else { return .other }
        switch (oldRange.contains(newRange), newRange.contains(oldRange)) {
        case (true, true): return .words
        case (true, false): return .tighter
        case (false, true): return .looser
        case (false, false): return .other
        }
    }

    /// Both limits as ranges; nil where they are not on one figure, or no ranges of numbers.
    func ranges(_ old: Limit, _ new: Limit, of key: String) -> (ClaimedRange, ClaimedRange)? {
        if let old = ClaimedRange(old), let new = ClaimedRange(new) { return (old, new) }
        guard before.shape(of: key) == after.shape(of: key), let old = ClaimedRange(signed: old), let new = ClaimedRange(signed: new)
        else { return nil }
        return (old, new)
    }

    /// What the ruleset says for rules that do not: its due date, and the parameters that the rule names.
    func settings(besides own: [KeyChange]) -> [KeyChange] {
        var changes: [KeyChange] = []
        if !own.contains(where: { $0.key == "due" }), before.plan.schedule.date != after.plan.schedule.date {
            changes.append(KeyChange(
                key: "due", before: before.plan.schedule.date?.description, after: after.plan.schedule.date?.description, direction: due))
        }
        for name in OrderedSet(before.parameters.keys).union(after.parameters.keys) where before.parameters[name] != after.parameters[name] {
            changes.append(KeyChange(
                key: "params.\(name)", before: before.parameters[name], after: after.parameters[name], direction: .other))
        }
        return changes
    }
}
