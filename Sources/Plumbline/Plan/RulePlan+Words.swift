import CEL
import YAML

extension RulePlan {
    /// A target that says more than one limit, as the rule writes it on one line: who is compared with whom, and how. nil for a
    /// target that is its limit.
    public var comparisonText: String? {
        switch rule.requirement {
        case .target(_, let target), .bareTarget(let target):
            guard let mapping = target.limit.mapping, mapping.entries.count > 1 || limit?.sign.isEmpty == true else { return nil }
            return "\(target.kind): \(target.limit.flowText)"
        case .condition, .membership, .arms: return nil
        }
    }

    /// What groups the records of a coverage, as the rule writes it, with what was filled in for its template.
    public var groupedByText: String? {
        guard let text = rule.coverage?.per?.text else { return nil }
        guard rule.template != nil, let tree = MutableExpression.tree(text) else { return CellText.trimmed(text) }
        return setting.filled.showing(tree).unparsed()
    }
}
