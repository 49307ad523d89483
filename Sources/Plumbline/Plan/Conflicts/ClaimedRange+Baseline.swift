import Quantities
import YAML

extension ClaimedRange {
    /// What a rule wants its observed value to be; a difference from a baseline whose figure the rule states is that much
    /// more or less than the figure. Nil where the limit is no range of numbers that is the same for everybody.
    init?(_ plan: RulePlan) {
        guard let limit = plan.limit else { return nil }
        if let range = ClaimedRange(limit) { self = range; return }
        guard case .target(_, let target) = plan.rule.requirement, target.isAgainstBaseline, let base = plan.baseline?.stated?.value,
              var range = ClaimedRange(signed: limit)
        else { return nil }
        switch target.kind {
        case "change": range.map { $0 + base }
        case "growth" where base > Number(0): range.map { ($0 + Number(1)) * base }
        default: return nil
        }
        self = range
    }

    private mutating func map(_ value: (Number) -> Number) {
        floor = floor.map { End(value: value($0.value), isInclusive: $0.isInclusive) }
        ceiling = ceiling.map { End(value: value($0.value), isInclusive: $0.isInclusive) }
    }
}

private extension Rule.TargetText {
    /// Whether the whole difference from the baseline is meant, and not one a year.
    var isAgainstBaseline: Bool {
        let entries = limit.mapping?.entries ?? []
        func text(_ key: String) -> String? { entries.first { $0.key.scalar?.text == key }?.value.scalar?.text }
        return text("against") == "baseline" && text("yearly") == nil
    }
}
