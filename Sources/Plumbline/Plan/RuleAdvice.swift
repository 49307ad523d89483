import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Looks at a rule that compiles for what it can hardly have been meant to say.
struct RuleAdvice {
    private let plan: RulePlan
    private let table: Table
    private let vocabulary: Vocabulary

    init(_ plan: RulePlan, table: Table, vocabulary: Vocabulary) {
        self.plan = plan
        self.table = table
        self.vocabulary = vocabulary
    }

    var faults: Diagnostics {
        var faults = Diagnostics()
        if let scope = plan.rule.scope, let scopeTree = parsed(scope), NeverTrue.holds(of: scopeTree) {
            faults.append(.neverApplies(plan.rule.id, at: scope.location))
        }
        if case .arms(let arms) = plan.rule.requirement {
            for scope in arms.arms.compactMap(\.scope) where parsed(scope).map(NeverTrue.holds) ?? false {
                faults.append(.armNeverApplies(at: scope.location))
            }
        }
        let exempted = Set(plan.rule.exceptions.map(\.name))
        if !plan.rule.subjects.isEmpty, plan.rule.subjects.allSatisfy({ exempted.contains($0.name) }) {
            faults.append(.neverApplies(plan.rule.id, at: plan.rule.subjects[0].location))
        }
        reportUnsentLists(&faults)
        NullComparisons(plan, table: table, vocabulary: vocabulary).report(&faults)
        return faults
    }
}

private extension RuleAdvice {
    func parsed(_ scalar: YAMLScalar) -> Expression? {
        RuleEnvironment.of(table, vocabulary: vocabulary, functions: []).parsedRule(scalar.text)
    }

    /// A ceiling or a zero on a list that may simply not have come passes whoever sent nothing.
    func reportUnsentLists(_ faults: inout Diagnostics) {
        reportUnsentLists(plan.rule.requirement, &faults)
    }

    func reportUnsentLists(_ requirement: Rule.Requirement, _ faults: inout Diagnostics) {
        let asked: YAMLScalar
        let isCapped: Bool
        switch requirement {
        case .target(let observe, let target) where ["equals", "at_most", "less_than"].contains(target.kind):
            (asked, isCapped) = (observe, true)
        case .condition(let condition): (asked, isCapped) = (condition, false)
        case .arms(let arms):
            for arm in arms.arms { reportUnsentLists(arm.requirement, &faults) }
            return
        default: return
        }
        let environment = RuleEnvironment.of(table, vocabulary: vocabulary, setting: plan.setting, functions: [])
        guard let checked = try? environment.checkedRule(asked.text) else { return }
        let lists = CappedLists(checked, isCapped: isCapped, table: table, vocabulary: vocabulary).lists
        for list in lists where !list.isAtLeastOne && list.field != nil {
            faults.append(.listMayNotHaveCome(list.name, table: list.table, at: asked.location))
        }
    }
}

/// Finds conditions that no record can meet.
enum NeverTrue {
    static func holds(of expression: Expression) -> Bool {
        var demanded: [String: String] = [:]
        for part in parts(of: expression) {
            switch part.node {
            case .constant(.bool(false)): return true
            case .call(Operator.or, nil, let sides): if sides.allSatisfy(holds) { return true }
            default:
                guard let (name, value) = equality(part) else { continue }
                if let other = demanded[name], other != value { return true }
                demanded[name] = value
            }
        }
        return false
    }

    /// What an `&&` joins.
    private static func parts(of expression: Expression) -> [Expression] {
        if case .call(Operator.and, nil, let sides) = expression.node { return sides.flatMap(parts) }
        return [expression]
    }

    /// `kind == '医院'`
    private static func equality(_ expression: Expression) -> (name: String, value: String)? {
        guard case .call(Operator.equals, nil, let sides) = expression.node, sides.count == 2,
              let name = sides.lazy.compactMap(path).first, let value = sides.lazy.compactMap(constant).first
        else { return nil }
        return (name, value)
    }

    private static func path(_ expression: Expression) -> String? {
        switch expression.node {
        case .identifier(let name): name
        case .select(let operand, let field, false): path(operand).map { "\($0).\(field)" }
        default: nil
        }
    }

    private static func constant(_ expression: Expression) -> String? {
        if case .constant(let value) = expression.node { value.description } else { nil }
    }
}
