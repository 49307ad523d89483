import CEL
import Diagnostics
import OrderedCollections

/// Two versions of a ruleset side by side: which rules ask for more, for less, for something else.
///
/// Rules are the same where they have one id. Parameters count with the rules that use them: what a version sets
/// them to shows as a change of those.
public struct RulesetComparison: Sendable {
    /// The rules as they were.
    public let old: AuditPlan
    /// The rules as they are.
    public let new: AuditPlan
    /// The rules that differ, in the order of the new version; those that are gone stand at the end.
    public let differences: [RuleDifference]
    /// How many rules are the same in both.
    public let unchangedCount: Int

    public init(_ old: AuditPlan, _ new: AuditPlan) {
        self.old = old
        self.new = new
        let places = OrderedDictionary(old.rules.enumerated().map { ($0.element.rule.id, $0.offset) }) { first, _ in first }
        var differences: [RuleDifference] = []
        var unchanged = 0
        for (place, rule) in new.rules.enumerated() {
            guard let before = places[rule.rule.id] else {
                differences.append(RuleDifference(id: rule.rule.id, old: nil, new: place))
                continue
            }
            let changes = RulePlanComparison(old, old.rules[before], new, rule).changes
            if changes.isEmpty { unchanged += 1; continue }
            differences.append(RuleDifference(id: rule.rule.id, old: before, new: place, changes: changes))
        }
        let kept = Set(new.rules.map(\.rule.id))
        for (id, place) in places where !kept.contains(id) {
            differences.append(RuleDifference(id: id, old: place, new: nil))
        }
        self.differences = differences
        unchangedCount = unchanged
    }
}
