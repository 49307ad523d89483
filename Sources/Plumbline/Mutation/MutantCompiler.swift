import Diagnostics
import YAML

/// Compiles mutants: only the mutated rule, everything else is the plan's.
struct MutantCompiler {
    private let plan: AuditPlan
    private let ruleset: String
    private let planner: RulesetPlanner
    /// Whether a case expects anything of a rule's other readings, which otherwise need not be compiled.
    private let comparesReadings: Bool

    /// - Parameters:
    ///   - ruleset: As the rules' own, or a mutant of it.
    ///   - cases: Those that the mutants are held against.
    init(plan: AuditPlan, ruleset: Ruleset, cases: [RuleCase]) {
        comparesReadings = cases.contains { !$0.readings.isEmpty }
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
        if !comparesReadings { rule.otherReadings = [] }
        var planner = planner
        guard let mutant = planner.plan(rule), !planner.diagnostics.hasErrors else { return nil }
        return plan.replacingRules(with: mutant)
    }
}
