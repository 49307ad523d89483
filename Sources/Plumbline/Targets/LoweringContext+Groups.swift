public import CEL
import Diagnostics
public import YAML

/// Readings of what puts records together, which targets that compare have in common.
extension LoweringContext {
    /// Reads expressions by which records are grouped, at least one; nil with faults reported.
    public mutating func strata(_ node: YAMLNode) -> [(expression: Expression, text: String)]? {
        let items = node.sequence ?? [node]
        guard !items.isEmpty else {
            report(.emptyList(at: node.location))
            return nil
        }
        var texts: Set<String> = []
        let strata = items.compactMap { item -> (expression: Expression, text: String)? in
            guard let checked = expression(item), let text = item.scalar.map({ CellText.trimmed($0.text) }) else { return nil }
            guard texts.insert(text).inserted else {
                report(.strataTwice(text, at: item.location))
                return nil
            }
            switch checked.type {
            case .list, .map, .dyn, .null, .type:
                report(.strataOfType(checked.type, at: item.location))
                return nil
            default: return (checked.root, text)
            }
        }
        return strata.count == items.count ? strata : nil
    }

    /// Reads how many records a group has to have; nil with a fault reported.
    public mutating func groupSize(_ node: YAMLNode) -> Int? {
        if let scalar = node.scalar, scalar.kind == .integer, let count = Int(scalar.text), count > 0 { return count }
        report(.badGroupSize(node.shape, at: node.location))
        return nil
    }

    /// Whether the expressions are over records, and not over the numbers of a coverage, whose limit a target can be too.
    /// Where they are not, a target that compares records reports that.
    public mutating func judgesRecords(_ kind: String, at node: YAMLNode) -> Bool {
        if environment.variables[RuleEnvironment.Name.record] != nil { return true }
        report(.notACoverageLimit(kind, at: node.location))
        return false
    }
}
