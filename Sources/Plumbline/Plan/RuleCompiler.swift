import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Compiles one rule: checks its expressions, lowers its target, and plans what comes out.
struct RuleCompiler {
    let rule: Rule
    let table: Table
    let ruleset: RulesetContext
    /// Whether what the rule observes is a field of its table, as some cases have it.
    let isObservedGiven: Bool
    /// The rule's other readings, which are compiled apart.
    var readings: [ReadingPlan] = []
    private(set) var setting: RuleSetting
    var expressions: RuleExpressions
    private(set) var scope: FieldProgram?
    var diagnostics = Diagnostics()

    init(rule: Rule, table: Table, ruleset: RulesetContext, isObservedGiven: Bool = false) {
        self.rule = rule
        self.isObservedGiven = isObservedGiven
        self.table = table
        self.ruleset = ruleset
        setting = ruleset.setting
        setting.missing = rule.missing ?? ruleset.missing
        setting.baseline = rule.baseline?.period
        expressions = RuleExpressions(
            table: table, vocabulary: ruleset.vocabulary, setting: setting, language: ruleset.language)
        expressions.memory = ruleset.memory?.part(for: rule, over: table, setting: setting)
    }

    /// The rule's plan; nil where it has faults, which `diagnostics` then holds.
    mutating func compile() -> RulePlan? {
        let schedule = schedule()
        scope = rule.scope.flatMap { expressions.condition($0) }
        var plan = requirement(rule.requirement, schedule)
        if !rule.cases.isEmpty {
            let check = CaseCheck(words: ruleset.caseWords.value, table: table, observed: plan?.observedField)
            diagnostics.append(check.faults(of: rule))
        }
        let coverage = rule.coverage.flatMap { self.coverage(planning: $0) }
        diagnostics.append(expressions.diagnostics)
        guard plan != nil, (rule.scope == nil) == (scope == nil), (rule.coverage == nil) == (coverage == nil) else { return nil }
        plan?.scope = scope
        plan?.scopeText = rule.scope.map { expressions.environment.shownRule($0.text) }
        if !ruleset.unset.isEmpty {
            let texts = rule.expressionTexts
            plan?.unsetParameters = ruleset.unset.filter { unset in texts.contains { $0.hasWholeName("params.\(unset.name)") } }
        }
        plan?.limit?.asWritten = limitAsWritten
        if let coverage {
            plan?.cover(coverage)
            plan?.limit?.asWritten = rule.coverage?.target.asWritten ?? rule.asWritten
        }
        plan?.asksAbout = asksAbout()
        plan?.readings = readings
        for fault in ExpectedUnit.faults(of: rule, limit: plan?.limit) { diagnostics.append(fault) }
        return plan.map { checked(timed($0)) }
    }
}

private extension RuleCompiler {
    /// What the plan writes in place of the limit on a record; with a coverage, the rule's own words are for that.
    var limitAsWritten: String? {
        switch rule.requirement {
        case .target(_, let target), .bareTarget(let target): target.asWritten ?? (rule.coverage == nil ? rule.asWritten : nil)
        case .condition, .membership, .arms: nil
        }
    }
}

// MARK: - Periods

private extension RuleCompiler {
    /// A table with periods needs to be told which of them a rule judges.
    mutating func schedule() -> Schedule {
        if table.period != nil, rule.period == nil, rule.due == nil, ruleset.due == nil {
            diagnostics.append(.noPeriodToJudge(table: table.name, at: rule.location))
        }
        let schedule = Schedule(
            choice: rule.period, stated: rule.due?.date, ofRuleset: ruleset.due, baseline: rule.baseline?.period,
            expectedOn: rule.expectedOn?.date)
        diagnostics.append(TimingCheck(rule: rule, schedule: schedule).faults)
        return schedule
    }

    /// The plan, once it is told whether what it looks at is another in another period. What is observed period by period
    /// needs a period as tables with periods do.
    mutating func timed(_ draft: RuleDraft) -> RulePlan {
        let plan = RulePlan(draft)
        let dependence = ruleset.vocabulary.dependence
        guard table.period == nil, !dependence.isEmpty || plan.verdictPrograms.contains(where: \.looksAtOtherPeriods) else { return plan }
        var draft = draft
        draft.schedule.dependsOnTime = table.validity != nil || plan.verdictPrograms.contains(where: dependence.concerns)
        let observed = Set(plan.verdictPrograms.flatMap(\.fields)).union(plan.toldFields).filter { table.fields.values[$0].observation != nil }.sorted()
        draft.schedule.observed = observed
        if let first = observed.first, rule.period == nil, rule.due == nil, ruleset.due == nil {
            diagnostics.append(.noPeriodToObserve(table.fields.keys[first], at: rule.location))
        }
        return RulePlan(draft)
    }
}

// MARK: - Cases

private extension RuleCompiler {
    /// The plan, once its cases are held against what it looks at.
    mutating func checked(_ plan: RulePlan) -> RulePlan {
        if rule.cases.isEmpty { return plan }
        let references = CaseReferences(plan, table: table, vocabulary: ruleset.vocabulary)
        for example in rule.cases { references.faults(of: example).forEach { diagnostics.append($0) } }
        guard let roster = CaseRoster(plan, vocabulary: ruleset.vocabulary) else { return plan }
        for example in rule.cases where !example.roster.isEmpty {
            roster.faults(of: example).forEach { diagnostics.append($0) }
            let check = CaseCheck(words: ruleset.caseWords.value, table: roster.table, observed: nil)
            diagnostics.append(check.faults(of: roster.records(of: example)))
        }
        return plan
    }
}

// MARK: - Requirements

extension RuleCompiler {
    mutating func requirement(_ requirement: Rule.Requirement, _ schedule: Schedule) -> RuleDraft? {
        switch requirement {
        case .arms(let arms):
            guard let arms = self.arms(arms) else { return nil }
            var plan = emptyPlan("", schedule)
            plan.arms = arms
            return plan
        case .condition(let scalar):
            guard let condition = expressions.condition(scalar) else { return nil }
            var plan = emptyPlan(expressions.environment.shownRule(scalar.text), schedule)
            plan.verdict = condition
            let expressions = expressions
            plan.telling = Deferred {
                TellingPlan(marked: Deferred { expressions.environment.parsedRule(scalar.text).flatMap { MarkedList(of: $0, expressions) } })
            }
            return plan
        case .membership:
            guard rule.coverage != nil else { return nil }
            return emptyPlan(rule.scope.map { expressions.environment.shownRule($0.text) } ?? "", schedule)
        case .bareTarget(let target):
            guard let kind = kind(of: target) else { return nil }
            guard !kind.needsValue, let kind = kind as? any GroupTargetKind else {
                diagnostics.append(.targetWithoutValue(at: target.location))
                return nil
            }
            return comparison(kind, target, observed: nil, schedule)
        case .target(let scalar, let target):
            let kind = kind(of: target)
            guard let observed = observed(scalar), let kind else { return nil }
            if let kind = kind as? any GroupTargetKind { return comparison(kind, target, observed: observed, schedule) }
            return (kind as? any RecordTargetKind).flatMap { self.target($0, target, observed: observed, schedule) }
        }
    }

    func emptyPlan(_ expression: String, _ schedule: Schedule) -> RuleDraft {
        RuleDraft(rule: rule, expression: expression, schedule: schedule, setting: setting, missing: setting.missing)
    }

    /// The rule as one on groups of its scope, whoever it names that must answer.
    func groupsPlan(_ schedule: Schedule) -> RuleDraft {
        var rule = rule
        rule.subjects = []
        var draft = RuleDraft(rule: rule, expression: "", schedule: schedule, setting: setting, missing: setting.missing)
        draft.scope = scope
        return draft
    }

    mutating func kind(of target: Rule.TargetText) -> (any TargetKind)? {
        if let kind = ruleset.targets.first(where: { $0.name == target.kind }) { return kind }
        diagnostics.append(.unknownTarget(target.kind, among: ruleset.targets.map(\.name), at: target.kindLocation))
        return nil
    }

    mutating func context() -> LoweringContext {
        LoweringContext(
            vocabulary: ruleset.vocabulary, table: table, environment: expressions.environment,
            aboutTolerance: ruleset.aboutTolerance, missing: setting.missing)
    }

    /// What the rule observes; an indicator alone is taken apart, so that its parts can be moved.
    mutating func observed(_ scalar: YAMLScalar) -> Observed? {
        guard let checked = expressions.check(scalar) else { return nil }
        let measure = expressions.measure(checked.root, of: checked, in: scalar)
        checkNone(checked, in: scalar)
        var reader = ObservedReader(table: table, vocabulary: ruleset.vocabulary, environment: expressions.environment)
        let observed = reader.observed(checked, measure: measure, scalar: scalar)
        return isObservedGiven ? observed.givenOutright : observed
    }

    /// A field that may have none has to be ruled out by the scope before it can be measured.
    mutating func checkNone(_ checked: CheckedExpression, in scalar: YAMLScalar) {
        let names = checked.referencedVariables.filter { table.fields[$0]?.blank == Field.Blank.none }
        guard !names.isEmpty else { return }
        let scope = rule.scope.flatMap { try? expressions.environment.checkedRule($0.text) }?.referencedVariables ?? []
        for name in names {
            if !scope.contains(name), !scalar.text.contains("null") { diagnostics.append(.observesNone(name, at: scalar.location)) }
        }
    }
}

// MARK: - Arms

private extension RuleCompiler {
    /// Each arm as a rule of its own; nil where one of them has faults.
    mutating func arms(_ arms: Arms) -> ArmsPlan? {
        let plans = arms.arms.compactMap { arm -> ArmsPlan.Arm? in
            var compiler = RuleCompiler(rule: rule.asking(arm), table: table, ruleset: ruleset)
            let plan = compiler.compile()
            diagnostics.append(compiler.diagnostics)
            guard let plan else { return nil }
            if plan.isOfGroups {
                diagnostics.append(.armOfGroups(plan.limit?.kind ?? "", at: arm.requirement.target?.kindLocation ?? arm.location))
                return nil
            }
            return ArmsPlan.Arm(name: arm.name, plan: plan)
        }
        return plans.count == arms.arms.count ? ArmsPlan(manner: arms.manner, arms: plans) : nil
    }
}

// MARK: - Other rules

private extension RuleCompiler {
    /// The rules whose verdict the expressions ask for.
    func asksAbout() -> [(name: String, location: Location)] {
        var scalars = [rule.scope, rule.coverage?.per].compactMap(\.self)
        switch rule.requirement {
        case .condition(let scalar): scalars.append(scalar)
        case .target(let scalar, _): scalars.append(scalar)
        case .bareTarget, .membership: break
        case .arms(let arms): scalars += arms.arms.flatMap(\.scalars)
        }
        return scalars.filter { $0.text.hasWholeName(RecordFunctions.meets) }.flatMap { scalar in
            ((try? expressions.environment.checkedRule(scalar.text))?.root.namedRules ?? []).map { name, range in
                (name, scalar.location(of: range))
            }
        }
    }
}
