import CEL
import Diagnostics
import OrderedCollections

/// Compiles the rules of one ruleset.
struct RulesetPlanner {
    let ruleset: Ruleset
    let model: VocabularyPlan
    private let context: RulesetContext
    private(set) var diagnostics = Diagnostics()

    init(_ ruleset: Ruleset, model: VocabularyPlan, targets: [any TargetKind], functions: [any FunctionLibrary]) {
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
            vocabulary: model.vocabulary, targets: targets, functions: functions, setting: setting,
            missing: ruleset.missing, due: ruleset.due?.date, aboutTolerance: ruleset.aboutTolerance,
            unset: ruleset.parameters.values.filter { $0.value == nil })
    }

    /// The plans of the rules that have no faults; `diagnostics` holds those of the others.
    mutating func plan() -> [RulePlan] {
        let plans = ruleset.rules.compactMap { plan($0) }
        reportParameters()
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
        guard let use = rule.template else {
            let (plan, faults) = compiled(rule, table, context, isObservedGiven: isObservedGiven)
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
        let (plan, faults) = compiled(rule, table, filled, isObservedGiven: isObservedGiven)
        let own = faults.all.contains { $0.location.map(told.isOfTemplate) ?? false } ? ownFaults(rule, table, arguments) : []
        diagnostics.append(faults) { told.told($0) { own.contains($0) } }
        return plan
    }
}

private extension RulesetPlanner {
    func compiled(
        _ rule: Rule, _ table: Table, _ context: RulesetContext, isObservedGiven: Bool
    ) -> (plan: RulePlan?, faults: Diagnostics) {
        var compiler = RuleCompiler(rule: rule, table: table, ruleset: context, isObservedGiven: isObservedGiven)
        let plan = compiler.compile()
        var faults = compiler.diagnostics
        if let plan { faults.append(RuleAdvice(plan, table: table, vocabulary: model.vocabulary).faults) }
        return (plan, faults)
    }

    /// The faults that the rule of a template has whatever is filled in.
    func ownFaults(_ rule: Rule, _ table: Table, _ arguments: TemplateArguments) -> Set<Diagnostic> {
        var open = context
        open.setting = arguments.openSetting(in: context.setting)
        return Set(compiled(rule, table, open, isObservedGiven: false).faults.all)
    }
}

private extension RulesetPlanner {
    /// A parameter that no rule names was most likely meant to be named; what rests on one without a value decides nothing.
    mutating func reportParameters() {
        let texts = ruleset.rules.map { ($0.id, $0.expressionTexts) }
        for parameter in ruleset.parameters.values {
            let rules = texts.filter { $0.1.contains { $0.hasWholeName("params.\(parameter.name)") } }.map(\.0)
            if rules.isEmpty {
                diagnostics.append(.unusedParameter(parameter.name, at: parameter.location))
            } else if parameter.value == nil {
                diagnostics.append(.parameterUnset(parameter, rules: rules, at: parameter.location))
            }
        }
    }
}
