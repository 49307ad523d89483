import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Comparisons with `null` of fields that never are: a blank cell is missing there, which is another thing.
extension RuleAdvice {
    func reportNullComparisons(_ faults: inout Diagnostics) {
        for scalar in conditions where scalar.text.contains("null") {
            environment.parsedRule(scalar.text)?.visit { node in
                if let field = neverNull(node) { faults.append(.neverNull(field, at: scalar.location(of: node.range))) }
                return true
            }
        }
    }
}

private extension RuleAdvice {
    /// The expressions over the rule's records.
    var conditions: [YAMLScalar] {
        let asked: [YAMLScalar] =
            switch plan.rule.requirement {
            case .condition(let scalar), .target(let scalar, _): [scalar]
            case .arms(let arms): arms.arms.flatMap(\.scalars)
            case .bareTarget, .membership: []
            }
        return [plan.rule.scope].compactMap(\.self) + asked
    }

    /// The field that is compared with `null`, where it never is; nil for everything else.
    func neverNull(_ node: Expression) -> String? {
        guard case .call(let function, nil, let sides) = node.node, [Operator.equals, Operator.notEquals].contains(function),
              sides.contains(where: { if case .constant(.null) = $0.node { true } else { false } }),
              let field = sides.lazy.compactMap({ self.field($0) }).first,
              field.blank != .none, field.definition == nil, !field.type.isReference
        else { return nil }
        return field.name
    }

    /// The field that a path from the rule's record leads to; nil within a loop, where names mean something else.
    func field(_ node: Expression) -> Field? {
        switch node.node {
        case .identifier(let name): return table.fields[name]
        case .select(let operand, let name, false):
            guard let reference = field(operand)?.type, case .reference(let table) = reference else { return nil }
            return vocabulary.tables[table]?.fields[name]
        default: return nil
        }
    }
}
