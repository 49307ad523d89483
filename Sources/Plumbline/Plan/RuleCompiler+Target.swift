import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

extension RuleCompiler {
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
        var compiler = FigureCompiler(expressions: expressions, draft: groupsPlan(schedule), language: ruleset.language)
        let figures = compiler.plans(lowering.figures, at: place)
        expressions = compiler.expressions
        guard let figures else { return nil }
        expressions.add(figures)
        plan.figures = figures
        plan.limit = lowering.limit
        plan.observedField = ObservedField.of(observed, limit: lowering.limit, in: ruleset.vocabulary)
        plan.applies = lowering.applies.flatMap { expressions.program($0, at: place) }
        plan.verdict = expressions.program(lowering.verdict, at: place)
        plan.observed = expressions.program(lowering.observed ?? observed.expression, at: place)
        plan.counted = counted(observed, lowering)
        plan.lateness = lowering.lateness.flatMap { lateness($0, at: place) }
        let told = TellingCompiler(
            expressions: expressions, lowering: lowering, observed: observed, figures: figures, place: place)
        plan.toldFields = told.fields
        plan.telling = telling(told)
        return plan.verdict == nil || plan.observed == nil || (lowering.applies != nil && plan.applies == nil) ? nil : plan
    }

    /// What findings tell beside the verdict: compiled now, so that its faults are told, unless nobody reads them.
    mutating func telling(_ compiler: TellingCompiler) -> Deferred<TellingPlan> {
        if ruleset.defersTelling { return compiler.deferred }
        var compiler = compiler
        let plan = compiler.plan()
        expressions = compiler.expressions
        return Deferred(known: plan)
    }

    /// A share can gain new members beside its own, anything else only what stands above the line.
    func counted(_ observed: Observed, _ lowering: Lowering) -> CountedThings {
        let field: Field? =
            if case .identifier(let name) = (observed.ratio?.numerator ?? observed.expression).node { table.fields[name] } else { nil }
        let isPart = lowering.closings.contains { $0.kind != .convert }
        return CountedThings(
            role: observed.ratio == nil ? .things : isPart ? .part : .numerator, title: field?.title, unit: field?.unit)
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
