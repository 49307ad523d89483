import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Comparisons with `null` of fields that never are, for a blank cell is missing there, which is another thing; and comparisons of
/// fields that may be `null` with what has an order, which are an error where they are.
extension RuleAdvice {
    func reportNullComparisons(_ faults: inout Diagnostics) {
        for scalar in conditions where scalar.text.contains("null") {
            environment.parsedRule(scalar.text)?.visit { node in
                if let field = neverNull(node) { faults.append(.neverNull(field, at: scalar.location(of: node.range))) }
                return true
            }
        }
    }

    /// Says where a field that may have none is compared although nothing in the rule asks whether it has one.
    func reportComparedNone(_ faults: inout Diagnostics) {
        var asked = conditions
        if case .arms(let arms) = plan.rule.requirement { asked += arms.arms.compactMap(\.scope) }
        let trees = asked.compactMap { scalar in (try? environment.checkedRule(scalar.text)).map { (scalar: scalar, checked: $0) } }
        let names = Set(trees.flatMap { $0.checked.root.namesHeldAgainstNull })
        for (scalar, checked) in trees {
            var told: Set<String> = []
            checked.root.visit { node in
                for operand in node.orderedOperands {
                    guard let field = mayBeNone(operand, checked), !names.contains(field.name), told.insert(operand.unparsed()).inserted else { continue }
                    faults.append(.comparesNone(operand.unparsed(), at: scalar.location(of: operand.range)))
                }
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

    /// The field of whatever record that a path leads to, where a blank cell of it says that there is none.
    func mayBeNone(_ node: Expression, _ checked: CheckedExpression) -> Field? {
        let found: Field?
        switch node.node {
        case .identifier(let name): found = table.fields[name]
        case .select(let operand, let name, false):
            guard case .record(let table) = checked.type(of: operand) else { return nil }
            found = vocabulary.tables[table]?.fields[name]
        default: return nil
        }
        return found.flatMap { $0.blank == .none && $0.definition == nil && !$0.type.isReference ? $0 : nil }
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

private extension Expression {
    /// What has to have an order for the node to have an answer: the sides of a comparison, what a period is told of.
    var orderedOperands: [Expression] {
        guard case .call(let function, nil, let arguments) = node else { return [] }
        let functions = [Operator.less, Operator.lessOrEqual, Operator.greater, Operator.greaterOrEqual, "year_of", "quarter_of", "month_of"]
        return functions.contains(function) ? arguments : []
    }

    /// The names of the fields that are compared with `null` anywhere in the expression.
    var namesHeldAgainstNull: [String] {
        var names: [String] = []
        visit { node in
            guard case .call(let function, nil, let sides) = node.node, [Operator.equals, Operator.notEquals].contains(function),
                  sides.contains(where: { if case .constant(.null) = $0.node { true } else { false } })
            else { return true }
            for side in sides {
                switch side.node {
                case .identifier(let name), .select(_, let name, _): names.append(name)
                default: break
                }
            }
            return true
        }
        return names
    }
}
