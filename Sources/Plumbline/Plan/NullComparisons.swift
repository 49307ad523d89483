import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Finds comparisons with `null` of fields that never are: a blank cell is missing there, which is another thing.
struct NullComparisons {
    private let plan: RulePlan
    private let table: Table
    private let vocabulary: Vocabulary

    init(_ plan: RulePlan, table: Table, vocabulary: Vocabulary) {
        self.plan = plan
        self.table = table
        self.vocabulary = vocabulary
    }

    func report(_ faults: inout Diagnostics) {
        for scalar in scalars where scalar.text.contains("null") {
            let environment = RuleEnvironment.of(table, vocabulary: vocabulary, setting: plan.setting, functions: [])
            environment.parsedRule(scalar.text)?.visit { node in
                if let field = neverNull(node) { faults.append(.neverNull(field, at: scalar.location(of: node.range))) }
                return true
            }
        }
    }
}

private extension NullComparisons {
    var scalars: [YAMLScalar] {
        var scalars = [plan.rule.scope].compactMap(\.self)
        switch plan.rule.requirement {
        case .condition(let scalar): scalars.append(scalar)
        case .target(let scalar, _): scalars.append(scalar)
        default: break
        }
        return scalars
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
