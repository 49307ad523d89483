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
    private let isObservedGiven: Bool
    /// The rule's other readings, which are compiled apart.
    var readings: [ReadingPlan] = []
    private var setting: RuleSetting
    var expressions: RuleExpressions
    private var scope: FieldProgram?
    private(set) var diagnostics = Diagnostics()

    init(rule: Rule, table: Table, ruleset: RulesetContext, isObservedGiven: Bool = false) {
        self.rule = rule
        self.isObservedGiven = isObservedGiven
        self.table = table
        self.ruleset = ruleset
        setting = ruleset.setting
        setting.missing = rule.missing ?? ruleset.missing
        setting.baseline = rule.baseline?.period
        expressions = RuleExpressions(
            table: table, vocabulary: ruleset.vocabulary, setting: setting, functions: ruleset.functions)
    }

    /// The rule's plan; nil where it has faults, which `diagnostics` then holds.
    mutating func compile() -> RulePlan? {
        let schedule = schedule()
        scope = rule.scope.flatMap { expressions.condition($0) }
        var plan = requirement(rule.requirement, schedule)
        let check = CaseCheck(vocabulary: ruleset.vocabulary, table: table, observed: plan?.observedField)
        diagnostics.append(check.faults(of: rule))
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
        return plan.map { timed($0) }
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
        guard table.period == nil, !dependence.isEmpty || plan.programs.contains(where: \.looksAtOtherPeriods) else { return plan }
        var draft = draft
        draft.schedule.dependsOnTime = table.validity != nil || plan.programs.contains(where: dependence.concerns)
        let observed = Set(plan.programs.flatMap(\.fields)).filter { table.fields.values[$0].observation != nil }.sorted()
        draft.schedule.observed = observed
        if let first = observed.first, rule.period == nil, rule.due == nil, ruleset.due == nil {
            diagnostics.append(.noPeriodToObserve(table.fields.keys[first], at: rule.location))
        }
        return RulePlan(draft)
    }
}

// MARK: - Requirements

private extension RuleCompiler {
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
            plan.marked = expressions.environment.parsedRule(scalar.text).flatMap { MarkedList(of: $0, expressions) }
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
        let scope = rule.scope.flatMap { try? expressions.environment.checkedRule($0.text) }?.referencedVariables ?? []
        for name in checked.referencedVariables where table.fields[name]?.blank == Field.Blank.none {
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

// MARK: - Targets on records

private extension RuleCompiler {
    mutating func target(
        _ kind: any RecordTargetKind, _ target: Rule.TargetText, observed: Observed, _ schedule: Schedule
    ) -> RuleDraft? {
        var context = context()
        let stated = stated(baselineIsOfMembers ? rule.baseline : nil, for: observed, &context)
        context.hasDue = schedule.date != nil || table.period != nil || (schedule.choice != nil && schedule.manner != .latestSince)
        context.judgesPeriods = table.period != nil || rule.period != nil
        context.standIn = standIn(stated, for: observed)
        context.baseline = rule.baseline.map { BaselineTerm(period: $0.period, value: stated?.value) }
        if schedule.manner == .latestSince, kind is ChangeTarget || kind is GrowthTarget {
            context.report(.comparesLatest(kind.name, at: target.kindLocation))
        }
        let lowering = kind.lower(target.limit, onto: observed, in: &context)
        diagnostics.append(context.diagnostics)
        guard let lowering, !context.diagnostics.hasErrors else { return nil }
        checkHundredfold(observed, lowering)
        var plan = plan(lowering, observed: observed, at: target.kindLocation, schedule)
        let baseline = baseline(stated, of: observed, at: target.kindLocation)
        let course = course(lowering, baseline, of: observed, at: target.kindLocation)
        plan?.baseline = baseline
        plan?.course = course
        if let pace = rule.pace, pace.pace != .none, rule.baseline != nil, plan != nil, course == nil, rule.coverage == nil {
            diagnostics.append(.paceWithoutLine(pace.pace, at: pace.location))
        }
        return plan
    }

    mutating func plan(
        _ lowering: Lowering, observed: Observed, at place: Location, _ schedule: Schedule
    ) -> RuleDraft? {
        var plan = emptyPlan(expressions.environment.shownRule(observed.scalar.text), schedule)
        var compiler = FigureCompiler(expressions: expressions, draft: groupsPlan(schedule), functions: ruleset.functions)
        let figures = compiler.plans(lowering.figures, at: place)
        expressions = compiler.expressions
        guard let figures else { return nil }
        expressions.add(figures)
        plan.figures = figures
        plan.sides = lowering.sides.compactMap { side in
            let list = side.list.flatMap { expressions.program($0, at: place) }
            let peers = side.list.flatMap { list in figures.first { list == .identifier($0.name) && $0.peers != nil } }
            return expressions.program(side.value, at: place).map { RulePlan.Side(title: side.title, list: list, value: $0, peers: peers) }
        }
        plan.names = lowering.names.compactMap { names in
            expressions.program(names.values, at: place).map { RulePlan.Names(title: names.title, values: $0) }
        }
        plan.limit = lowering.limit
        plan.observedField = ObservedField.of(observed, limit: lowering.limit, in: ruleset.vocabulary)
        plan.applies = lowering.applies.flatMap { expressions.program($0, at: place) }
        plan.verdict = expressions.program(lowering.verdict, at: place)
        plan.observed = expressions.program(lowering.observed ?? observed.expression, at: place)
        plan.gap = lowering.gap.flatMap { expressions.program($0, at: place) }
        plan.limitValue = lowering.limitValue.flatMap { expressions.program($0, at: place) }
        plan.counted = counted(observed, lowering)
        plan.closings = lowering.closings.compactMap { closing in
            expressions.program(closing.amount, at: place).map { RulePlan.Closing(kind: closing.kind, amount: $0) }
        }
        plan.lateness = lowering.lateness.flatMap { lateness($0, at: place) }
        plan.marked = MarkedList(of: observed.expression, expressions)
        plan.share = lowering.share.flatMap { share($0, observed, at: place) }
        return plan.verdict == nil || plan.observed == nil || (lowering.applies != nil && plan.applies == nil) ? nil : plan
    }

    mutating func share(_ share: Observed.Ratio, _ observed: Observed, at place: Location) -> RulePlan.Share? {
        guard let part = expressions.program(share.numerator, at: place),
              let whole = expressions.program(share.denominator, at: place), part.isLocal, whole.isLocal
        else { return nil }
        let (above, below) = scalars(of: observed)
        return RulePlan.Share(
            numerator: part, denominator: whole,
            texts: (text(of: share.numerator, in: above), text(of: share.denominator, in: below)))
    }

    /// Where the parts of a ratio are written: in the rule, or in what the indicator says that it observes.
    func scalars(of observed: Observed) -> (YAMLScalar, YAMLScalar) {
        guard case .identifier(let name) = observed.expression.node, let definition = table.fields[name]?.definition
        else { return (observed.scalar, observed.scalar) }
        return switch definition {
        case .expression(let scalar): (scalar, scalar)
        case .ratio(let numerator, let denominator): (numerator, denominator)
        case .ancestor: (observed.scalar, observed.scalar)
        }
    }

    /// A share can gain new members beside its own, anything else only what stands above the line.
    func counted(_ observed: Observed, _ lowering: Lowering) -> CountedThings {
        let field: Field? =
            if case .identifier(let name) = (observed.ratio?.numerator ?? observed.expression).node { table.fields[name] } else { nil }
        let isPart = lowering.closings.contains { $0.kind != .convert }
        return CountedThings(
            role: observed.ratio == nil ? .things : isPart ? .part : .numerator, title: field?.title, unit: field?.unit)
    }

    func text(of expression: Expression, in scalar: YAMLScalar) -> String {
        let scalars = Array(scalar.text.unicodeScalars)
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[expression.range.clamped(to: 0..<scalars.count)])
        return CellText.trimmed(text)
    }

    /// `a / b * 100` against a percentage: the commonest way to be wrong by a factor of a hundred.
    mutating func checkHundredfold(_ observed: Observed, _ lowering: Lowering) {
        guard lowering.limit.unit?.isRatioSign == true, observed.measure.basis == .dimension(.pure),
              case .call(Operator.multiply, nil, let operands) = observed.expression.node,
              let hundred = operands.first(where: { operand in
                  if case .constant(let value) = operand.node { value.number == 100 } else { false }
              })
        else { return }
        diagnostics.append(.hundredfoldShare(at: observed.scalar.location(of: hundred.range)))
    }
}

// MARK: - Targets on groups

private extension RuleCompiler {
    mutating func comparison(
        _ kind: any GroupTargetKind, _ target: Rule.TargetText, observed: Observed?, _ schedule: Schedule
    ) -> RuleDraft? {
        if let coverage = rule.coverage { diagnostics.append(.coverageOfGroups(kind.name, at: coverage.target.kindLocation)) }
        var context = context()
        let lowering = kind.lower(target.limit, onto: observed, in: &context)
        diagnostics.append(context.diagnostics)
        guard let lowering else { return nil }
        var compiler = ComparisonCompiler(expressions: expressions, setting: setting, functions: ruleset.functions)
        let comparison = compiler.plan(lowering, at: target.kindLocation)
        expressions = compiler.expressions
        guard let comparison else { return nil }
        var plan = emptyPlan(observed.map { expressions.environment.shownRule($0.scalar.text) } ?? lowering.strataTexts.joined(separator: ", "), schedule)
        plan.limit = lowering.limit
        plan.observedField = observed.flatMap { ObservedField.of($0, limit: lowering.limit, in: ruleset.vocabulary) }
        plan.comparison = comparison
        return plan
    }
}

// MARK: - Coverage

private extension RuleCompiler {
    mutating func coverage(planning coverage: Coverage) -> CoveragePlan? {
        let per = coverage.per.map { expressions.check($0) }
        if let per, per == nil { return nil }
        guard let kind = kind(of: coverage.target) as? any RecordTargetKind else {
            if ruleset.targets.contains(where: { $0.name == coverage.target.kind }) {
                diagnostics.append(.notACoverageLimit(coverage.target.kind, at: coverage.target.kindLocation))
            }
            return nil
        }
        var compiler = CoverageCompiler(ruleset: ruleset, table: table)
        let baseline = baselineIsOfMembers ? nil : rule.baseline
        var plan = compiler.plan(coverage, kind, baseline: baseline, pace: baseline == nil ? .none : rule.pace?.pace ?? .linear)
        if let pace = rule.pace, pace.pace != .none, rule.baseline != nil, plan != nil, plan?.way == nil {
            diagnostics.append(.paceWithoutLine(pace.pace, at: pace.location))
        }
        diagnostics.append(compiler.diagnostics)
        guard let per = per ?? nil else { return plan }
        plan?.per = expressions.program(per)
        if case .record(let name) = per.type { plan?.perTable = name }
        plan?.perLevel = level(of: per)
        return plan
    }

    /// The level of a hierarchy to which an expression leads, such as `region.county`.
    func level(of checked: CheckedExpression) -> String? {
        let field: Field? =
            switch checked.root.node {
            case .identifier(let name): table.fields[name]
            case .select(let operand, let name, false):
                if case .record(let owner) = checked.type(of: operand) { ruleset.vocabulary.tables[owner]?.fields[name] } else { nil }
            default: nil
            }
        if case .ancestor(let level)? = field?.definition { return level }
        return nil
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
        return scalars.flatMap { scalar in
            ((try? expressions.environment.checkedRule(scalar.text))?.root.namedRules ?? []).map { name, range in
                (name, scalar.location(of: range))
            }
        }
    }
}
