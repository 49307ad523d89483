import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Looks at a rule that compiles for what it can hardly have been meant to say.
struct RuleAdvice {
    let plan: RulePlan
    let table: Table
    let vocabulary: Vocabulary
    /// What its author shows of it; of a reading, what is shown of the rule.
    let cases: [RuleCase]

    /// What the rule's expressions can name.
    let environment: Environment

    init(_ plan: RulePlan, table: Table, vocabulary: Vocabulary, language: RuleLanguage, cases: [RuleCase]) {
        self.cases = cases
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
        let exempted = Set(plan.rule.exceptions.map { CellText.comparable($0.name) })
        if !plan.rule.subjects.isEmpty, plan.rule.subjects.allSatisfy({ exempted.contains(CellText.comparable($0.name)) }) {
            faults.append(.neverApplies(plan.rule.id, at: plan.rule.subjects[0].location))
        }
        if !isToldWhatComesOfNoList { ([plan] + (plan.arms?.arms.map(\.plan) ?? [])).forEach { reportUnsentLists($0, &faults) } }
        reportNullComparisons(&faults)
        reportComparedNone(&faults)
        return faults
    }
}

private extension RuleAdvice {
    func parsed(_ scalar: YAMLScalar) -> Expression? {
        environment.parsedRule(scalar.text)
    }

    /// A ceiling or a zero on a list that may simply not have come passes whoever sent nothing.
    func reportUnsentLists(_ plan: RulePlan, _ faults: inout Diagnostics) {
        let asked: YAMLScalar
        let isCapped: Bool
        switch plan.rule.requirement {
        case .target(let observe, let target) where ["equals", "at_most", "less_than", "between"].contains(target.kind):
            if let limit = plan.limit, let range = ClaimedRange(limit), !range.contains(0) { return }
            (asked, isCapped) = (observe, true)
        case .condition(let condition): (asked, isCapped) = (condition, false)
        case .target, .bareTarget, .membership, .arms: return
        }
        guard let checked = try? environment.checkedRule(asked.text) else { return }
        let lists = CappedLists(checked, isCapped: isCapped, table: table, vocabulary: vocabulary).lists
        for list in lists where !list.isAtLeastOne && list.field != nil {
            faults.append(.listMayNotHaveCome(list.name, table: list.table, at: asked.location))
        }
    }

    /// Whether the author thought of a list that did not come: a case says what comes out then.
    var isToldWhatComesOfNoList: Bool { cases.contains { $0.reason == .listNotSubmitted } }
}
