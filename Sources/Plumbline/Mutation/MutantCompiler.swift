import Diagnostics
import YAML

/// Compiles mutants: only the mutated rule, everything else is the plan's.
struct MutantCompiler {
    private let plan: AuditPlan
    private let ruleset: String
    private let planner: RulesetPlanner

    /// - Parameter ruleset: As the rules' own, or a mutant of it.
    init(plan: AuditPlan, ruleset: Ruleset) {
        self.plan = plan
        self.ruleset = ruleset.name
        planner = plan.planner(of: ruleset).withoutAdvice
    }

    /// The plan of a mutated rule by itself; nil where it does not load or compile.
    func plan(of text: TemplateExpander.RuleText) -> AuditPlan? {
        var faults = Diagnostics()
        var budget = CaseBudget()
        guard let rule = RuleLoader(ruleset: ruleset, template: text.use).read(text.node, &budget, &faults), !faults.hasErrors else { return nil }
        return plan(of: rule)
    }

    /// The plan of a rule by itself; nil where it does not compile.
    func plan(of rule: Rule) -> AuditPlan? {
        var rule = rule
        // The cases are what the mistakes are held against, and were checked before.
        rule.cases = []
        var planner = planner
        guard let mutant = planner.plan(rule), !planner.diagnostics.hasErrors else { return nil }
        return plan.replacingRules(with: mutant)
    }
}
