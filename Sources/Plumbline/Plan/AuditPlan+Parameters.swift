import Diagnostics
import OrderedCollections
import YAML

/// Plans for cases that say what parameters are.
extension AuditPlan {
    /// The plan of one rule by itself, with some of its ruleset's parameters as a case has them.
    ///
    /// - Throws: What is wrong with the rule where they are so.
    /// - Complexity: The rule is compiled once more, and with it those that its ruleset's rules may ask about.
    /// - Parameter planner: What compiles the rule, as `planner(setting:forRule:)` has it or as it says; nil where it is to be made.
    func setting(
        _ parameters: OrderedDictionary<String, YAMLNode>, forRule index: Int, by planner: RulesetPlanner? = nil
    ) throws(Diagnostics) -> AuditPlan {
        guard let place = book.rulesets.firstIndex(where: { $0.name == rules[index].rule.ruleset }),
              var planner = planner ?? self.planner(setting: parameters, forRule: index)
        else { return alone(index) }
        var book = book
        book.rulesets[place].set(parameters)
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
