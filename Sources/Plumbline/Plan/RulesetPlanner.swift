import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Compiles the rules of one ruleset.
struct RulesetPlanner {
    let ruleset: Ruleset
    let model: VocabularyPlan
    private var context: RulesetContext
    /// Whether rules that compile are looked at for what they can hardly have been meant to say.
    private var givesAdvice = true
    /// The cases beside the rule of which a reading is planned; a reading has none of its own.
    private var casesBesideReading: [RuleCase] = []
    private(set) var diagnostics = Diagnostics()

    init(_ ruleset: Ruleset, model: VocabularyPlan, targets: [any TargetKind], language: RuleLanguage) {
        self.ruleset = ruleset
        self.model = model
        var reader = ParameterReader(vocabulary: model.vocabulary)
        var setting = RuleSetting(constants: reader.constants(ruleset.parameters))
        setting.figures = reader.figures
        for (name, date) in [("plan.from", ruleset.plan?.from), ("plan.to", ruleset.plan?.to)] {
            if let date { setting.constants[name] = (DateValue.type, .object(DateValue(date))) }
        }
        diagnostics.append(reader.diagnostics)
        context = RulesetContext(
            vocabulary: model.vocabulary, caseWords: Deferred { CaseWords(model.vocabulary) }, targets: targets, language: language, setting: setting,
            missing: ruleset.missing, due: ruleset.due?.date, aboutTolerance: ruleset.aboutTolerance,
            unset: ruleset.parameters.values.filter { $0.value == nil })
    }

    /// The same for rules of which nobody reads warnings, such as mutants.
    var withoutAdvice: RulesetPlanner {
        var planner = self
        planner.givesAdvice = false
        return planner
    }

    /// The same for rules that are asked for a verdict and little more, as mutants are, and whose faults nobody reads. One whose verdict
    /// compiles is judged, whatever is wrong with what its findings would tell beside it. What an expression came to is kept for the next rule.
    var forVerdicts: RulesetPlanner {
        var planner = withoutAdvice
        planner.context.defersTelling = true
        planner.context.memory = ExpressionMemory()
        return planner
    }

    /// The plans of the rules that have no faults; `diagnostics` holds those of the others.
    ///
    /// - Complexity: The rules are shared out among the cores.
    mutating func plan() -> [RulePlan] {
        let planner = self
        let planned = ruleset.rules.indices.concurrentMap { place in
            var own = planner
            own.diagnostics = Diagnostics()
            let plan = own.plan(planner.ruleset.rules[place])
            return (plan, own.diagnostics)
        }
        for (_, faults) in planned { diagnostics.append(faults) }
        let plans = planned.compactMap(\.0)
        reportUnusedParameters()
        diagnostics.append(RuleConflicts(plans, of: ruleset, vocabulary: model.vocabulary, language: context.language).warnings)
        return plans
    }

    /// The plan of one rule; nil where it has faults, which `diagnostics` then holds.
    ///
    /// - Parameter isObservedGiven: Whether what the rule observes is a field of its table, as some cases have it.
    mutating func plan(_ rule: Rule, isObservedGiven: Bool = false) -> RulePlan? {
        guard let table = model.vocabulary.tables[rule.table] else {
            let titled = model.vocabulary.tables.values.first { $0.names.contains(rule.table) }?.name
            diagnostics.append(
                .unknownTable(rule.table, titled: titled, among: model.vocabulary.tables.keys, at: rule.tableLocation))
            return nil
        }
        diagnostics.append(CaseParameterCheck(parameters: ruleset.parameters, vocabulary: model.vocabulary).faults(of: rule))
        let readings = readings(of: rule, isObservedGiven: isObservedGiven)
        let plan = plan(rule, table, readings: readings.plans, isObservedGiven: isObservedGiven)
        for (reading, faults) in zip(rule.otherReadings, readings.faults) {
            diagnostics.append(faults.new(since: diagnostics, in: reading.name, at: reading.location, of: reading.rule.location))
        }
        return readings.plans.count == rule.otherReadings.count ? plan : nil
    }
}

private extension RulesetPlanner {
    /// The plans of a rule's other readings, each a rule like any other, and the faults of each.
    func readings(of rule: Rule, isObservedGiven: Bool) -> (plans: [ReadingPlan], faults: [Diagnostics]) {
        var plans: [ReadingPlan] = []
        var faults: [Diagnostics] = []
        for reading in rule.otherReadings {
            var planner = self
            planner.diagnostics = Diagnostics()
            planner.casesBesideReading = rule.cases
            let plan = planner.plan(reading.rule, isObservedGiven: isObservedGiven && reading.rule.observesSame(as: rule))
            if let plan { plans.append(ReadingPlan(name: reading.name, plan: plan)) }
            faults.append(planner.diagnostics)
        }
        return (plans, faults)
    }

    /// The plan of a rule that is written out, or of one that a template made with what its list's entry filled in.
    mutating func plan(_ rule: Rule, _ table: Table, readings: [ReadingPlan], isObservedGiven: Bool) -> RulePlan? {
        guard let use = rule.template else {
            let (plan, faults) = compiled(rule, table, context, readings: readings, isObservedGiven: isObservedGiven)
            diagnostics.append(faults)
            return plan
        }
        var arguments = TemplateArguments(use, vocabulary: model.vocabulary)
        var filled = context
        filled.setting = arguments.setting(in: context.setting)
        let told = TemplateFaults(use)
        guard arguments.diagnostics.isEmpty else {
            diagnostics.append(arguments.diagnostics) { told.told($0) { _ in true } }
            return nil
        }
        let (plan, faults) = compiled(rule, table, filled, readings: readings, isObservedGiven: isObservedGiven)
        let own = faults.all.contains { $0.location.map(told.isOfTemplate) ?? false } ? ownFaults(rule, table, arguments) : []
        diagnostics.append(faults) { told.told($0) { own.contains($0) } }
        return plan
    }

    func compiled(
        _ rule: Rule, _ table: Table, _ context: RulesetContext, readings: [ReadingPlan] = [], isObservedGiven: Bool
    ) -> (plan: RulePlan?, faults: Diagnostics) {
        var compiler = RuleCompiler(rule: rule, table: table, ruleset: context, isObservedGiven: isObservedGiven)
        compiler.readings = readings
        let plan = compiler.compile()
        var faults = compiler.diagnostics
        if let plan, givesAdvice {
            let advice = RuleAdvice(
                plan, table: table, vocabulary: model.vocabulary, language: context.language, cases: rule.cases + casesBesideReading)
            faults.append(advice.faults)
        }
        return (plan, faults)
    }

    /// The faults that the rule of a template has whatever is filled in.
    func ownFaults(_ rule: Rule, _ table: Table, _ arguments: TemplateArguments) -> Set<Diagnostic> {
        var open = context
        open.setting = arguments.openSetting(in: context.setting)
        // An expression is another one where nothing is known of what was filled in.
        open.memory = nil
        return Set(compiled(rule, table, open, isObservedGiven: false).faults.all)
    }
}

private extension Rule {
    /// Whether what is observed is the same value of the same records, so that a case that gives it gives it to both.
    func observesSame(as other: Rule) -> Bool {
        guard table == other.table, case .target(let own, _) = requirement, case .target(let others, _) = other.requirement else { return false }
        return own.text == others.text
    }
}

private extension RulesetPlanner {
    /// A parameter that no rule names was most likely meant to be named.
    mutating func reportUnusedParameters() {
        // Where some of the files could not be read, a rule there may well name it.
        guard ruleset.isWhole else { return }
        let texts = ruleset.rules.flatMap(\.expressionTexts)
        for parameter in ruleset.parameters.values where !texts.contains(where: { $0.hasWholeName("params.\(parameter.name)") }) {
            diagnostics.append(.unusedParameter(parameter.name, at: parameter.location))
        }
    }
}
