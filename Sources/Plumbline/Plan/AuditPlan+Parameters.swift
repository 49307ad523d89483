import Diagnostics
import OrderedCollections
import YAML

/// Plans for cases that say what parameters are.
extension AuditPlan {
    /// The plan of one rule by itself, with some of its ruleset's parameters as a case has them.
    ///
    /// - Throws: What is wrong with the rule where they are so.
    /// - Complexity: The rule is compiled once more, and with it those that its ruleset's rules may ask about.
    func setting(_ parameters: OrderedDictionary<String, YAMLNode>, forRule index: Int) throws(Diagnostics) -> AuditPlan {
        guard let planner = planner(setting: parameters, forRule: index) else { return alone(index) }
        return try alone(index, by: planner)
    }

    /// The plan of one rule as a planner of its ruleset makes it.
    ///
    /// - Parameter planner: Of the rule's ruleset, with the parameters that it is to have.
    func alone(_ index: Int, by planner: RulesetPlanner) throws(Diagnostics) -> AuditPlan {
        var (book, planner) = (book, planner)
        if let place = book.rulesets.firstIndex(where: { $0.name == planner.ruleset.name }) { book.rulesets[place] = planner.ruleset }
        guard let plan = planner.planWithoutCases(rules[index].rule) else { throw planner.diagnostics }
        let asks = rules[index].withReadings.contains { $0.programs.contains { !$0.asks.isEmpty } }
        let meetable = asks ? meetable.mapValues { met in
            met.rule.ruleset == plan.rule.ruleset ? planner.planWithoutCases(met.rule) ?? met : met
        } : meetable
        return sharingModel(book, [plan], meetable)
    }

    /// What compiles a rule with other values of its ruleset's parameters; nil where its ruleset is not there.
    func planner(setting parameters: OrderedDictionary<String, YAMLNode>, forRule index: Int) -> RulesetPlanner? {
        guard var ruleset = book.rulesets.first(where: { $0.name == rules[index].rule.ruleset }) else { return nil }
        ruleset.set(parameters)
        return planner(of: ruleset).withoutAdvice
    }
}

extension Ruleset {
    /// Gives parameters that the ruleset has other values, or none.
    mutating func set(_ values: OrderedDictionary<String, YAMLNode>) {
        for (name, value) in values { parameters[name]?.value = value.isNull ? nil : value }
    }
}

private extension RulesetPlanner {
    /// The cases were checked when the rule was read.
    mutating func planWithoutCases(_ rule: Rule) -> RulePlan? {
        var rule = rule
        rule.cases = []
        return plan(rule)
    }
}
