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
        planner = plan.planner(of: ruleset).forVerdicts
    }

    /// For mutants of one rule; nil where its ruleset is none of the plan's.
    init?(rule: MutableRule, in plan: AuditPlan) {
        guard let ruleset = plan.book.rulesets.first(where: { $0.name == rule.rule.ruleset }) else { return nil }
        self.init(plan: plan, ruleset: ruleset)
    }

    /// A mutated rule; nil where it does not load.
    func rule(_ text: TemplateExpander.RuleText) -> Rule? {
        var faults = Diagnostics()
        var budget = CaseBudget()
        let rule = RuleLoader(ruleset: ruleset, template: text.use).read(text.node, &budget, &faults)
        return faults.hasErrors ? nil : rule
    }

    /// The plan of a rule by itself, without its other readings; nil where it does not compile.
    func plan(of rule: Rule) -> AuditPlan? {
        var rule = rule
        rule.otherReadings = []
        return planWithReadings(of: rule)
    }

    /// The plan of a rule by itself; nil where it does not compile.
    func planWithReadings(of rule: Rule) -> AuditPlan? {
        var rule = rule
        // The cases are what the mistakes are held against, and were checked before.
        rule.cases = []
        var planner = planner
        guard let mutant = planner.plan(rule), !planner.diagnostics.hasErrors else { return nil }
        return plan.replacingRules(with: mutant)
    }

    /// What becomes of a rule with a mistake under a trial.
    func fate(of change: RuleChange, under trial: inout MutantTrial) -> MutantTally.Fate {
        guard let mutant = rule(change.root.withoutReadings).flatMap(plan) else { return .dropped }
        return trial.fate(of: mutant, noticedBy: change.mistake.noticedBy) { rule(change.root).flatMap(planWithReadings) }
    }

    /// What becomes of a mistake in what a rule shares with others under a trial of the rule.
    func fate(of mistake: Mistake, in rule: Rule, under trial: inout MutantTrial) -> MutantTally.Fate {
        guard let mutant = plan(of: rule) else { return .dropped }
        return trial.fate(of: mutant, noticedBy: mistake.noticedBy) { planWithReadings(of: rule) }
    }
}

private extension TemplateExpander.RuleText {
    /// The text without the rule's other readings, of which each is a rule to read.
    var withoutReadings: TemplateExpander.RuleText {
        var text = self
        text.node = node.removing(["other_readings"])
        return text
    }
}
