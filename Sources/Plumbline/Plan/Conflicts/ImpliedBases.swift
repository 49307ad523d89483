import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Finds a growth since the baseline beside a floor on the same figure: the two ask the same of one base only, and of any
/// other one of them asks for nothing. Doubling and a floor of 100 go together where the base is 50.
struct ImpliedBases {
    /// A growth that is asked for since the baseline.
    struct Growth {
        let plan: RulePlan
        let figure: String
        let conditions: Set<String>
        let periods: Set<CalendarPeriod>
        /// By how many times the base is to grow at least, 2 for a doubling.
        let times: Number

        init?(_ plan: RulePlan, vocabulary: Vocabulary, language: RuleLanguage) {
            guard case .target(let observe, let target) = plan.rule.requirement, target.kind == "growth", plan.coverage == nil,
                  let limit = target.limit.mapping, limit["against"]?.scalar?.text == "baseline", limit["yearly"] == nil,
                  let growth = plan.limit, growth.sign == "≥", growth.bounds.count == 1, growth.bounds[0] > -1,
                  let table = vocabulary.tables[plan.rule.table]
            else { return nil }
            let environment = RuleEnvironment.of(table, vocabulary: vocabulary, setting: plan.setting, language: language)
            let texts = ExpressionsInOneForm(environment: environment)
            guard let figure = texts.text(observe), let conditions = texts.conditions(plan.rule.scope) else { return nil }
            self.plan = plan
            self.figure = figure
            self.conditions = conditions
            periods = RuleClaim.periods(plan.schedule)
            times = growth.bounds[0] + 1
        }
    }

    let growths: [Growth]
    let claims: [RuleClaim]
    /// What the register says of two rules' clauses.
    let declared: (Rule, Rule) -> Clause.Conflict?

    var warnings: [Diagnostic] { growths.flatMap { growth in claims.compactMap { warning(growth, beside: $0) } } }

    private func warning(_ growth: Growth, beside count: RuleClaim) -> Diagnostic? {
        guard count.rule.table == growth.plan.rule.table, count.plan.coverage == nil, count.figure == growth.figure,
              count.conditions == growth.conditions, count.periods == growth.periods,
              Set(count.rule.subjects.map(\.name)) == Set(growth.plan.rule.subjects.map(\.name)),
              let floor = count.range.floor, count.range.ceiling == nil,
              let base = growth.plan.statedBaseline?.value ?? base(of: count, like: growth),
              let implied = floor.value.divided(by: growth.times), base != implied
        else { return nil }
        return .basesDiffer(
            growth.plan, count.plan, base: base, implied: implied, isCountIdle: base > implied,
            declared: declared(growth.plan.rule, count.rule))
    }

    /// The figure that the count's rule states for the baseline of the growth.
    private func base(of count: RuleClaim, like growth: Growth) -> Number? {
        guard let baseline = count.plan.statedBaseline, baseline.period == growth.plan.rule.baseline?.period else { return nil }
        return baseline.value
    }
}
