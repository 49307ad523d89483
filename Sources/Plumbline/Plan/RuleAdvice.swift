import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Looks at a rule that compiles for what it can hardly have been meant to say.
struct RuleAdvice {
    let plan: RulePlan
    let table: Table
    let vocabulary: Vocabulary

    /// What the rule's expressions can name.
    let environment: Environment

    init(_ plan: RulePlan, table: Table, vocabulary: Vocabulary, language: RuleLanguage) {
        self.plan = plan
        self.table = table
        self.vocabulary = vocabulary
        environment = RuleEnvironment.of(table, vocabulary: vocabulary, setting: plan.setting, language: language)
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
        reportUnsentLists(plan.rule.requirement, &faults)
        reportNullComparisons(&faults)
        return faults
    }
}

private extension RuleAdvice {
    func parsed(_ scalar: YAMLScalar) -> Expression? {
        environment.parsedRule(scalar.text)
    }

    /// A ceiling or a zero on a list that may simply not have come passes whoever sent nothing.
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
        guard let checked = try? environment.checkedRule(asked.text) else { return }
        let lists = CappedLists(checked, isCapped: isCapped, table: table, vocabulary: vocabulary).lists
        for list in lists where !list.isAtLeastOne && list.field != nil {
            faults.append(.listMayNotHaveCome(list.name, table: list.table, at: asked.location))
        }
    }
}
