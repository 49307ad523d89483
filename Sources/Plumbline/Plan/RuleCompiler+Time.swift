import CEL
import Diagnostics
import Quantities
import YAML

/// What a rule's baseline and pace come to.
extension RuleCompiler {
    /// Whether the figure from which the rule starts is each record's. Of a rule over groups it is the group's, unless
    /// its members are held against what they were.
    var baselineIsOfMembers: Bool {
        guard rule.coverage != nil else { return true }
        guard case .target(_, let target) = rule.requirement else { return false }
        return [ChangeTarget().name, GrowthTarget().name].contains(target.kind)
    }

    /// The figure that a baseline states, held against what is observed; nil, with faults reported, where it is at fault.
    func stated(_ baseline: Baseline?, for observed: Observed, _ context: inout LoweringContext) -> Quantity? {
        guard let value = baseline?.value else { return nil }
        guard observed.isNumber else {
            context.report(.baselineNotANumber(at: value.location))
            return nil
        }
        return context.quantity(value, for: observed.measure)
    }

    /// What stands for the observed field in the baseline's period.
    func standIn(_ stated: Quantity?, for observed: Observed) -> BaselineStandIn? {
        guard let stated, let baseline = rule.baseline, case .identifier(let field) = observed.expression.node else { return nil }
        return BaselineStandIn(field: field, period: baseline.period, value: stated.value)
    }

    /// The baseline's figure: what the rule states, and what the data say of the observed value then.
    mutating func baseline(_ stated: Quantity?, of observed: Observed, at place: Location) -> BaselinePlan? {
        guard let baseline = rule.baseline else { return nil }
        return BaselinePlan(
            period: baseline.period, stated: stated,
            found: observed.isNumber ? found(observed, in: baseline.period).flatMap { expressions.program($0, at: place) } : nil,
            unit: stated?.unit ?? observed.measure.unit ?? (observed.ratio?.isOfOneKind == true ? .percent : nil))
    }

    /// The way from the baseline to the limit; nil where the rule has none, or its limit is not one number.
    mutating func course(
        _ lowering: Lowering, _ baseline: BaselinePlan?, of observed: Observed, at place: Location
    ) -> CoursePlan? {
        let pace = rule.pace?.pace ?? .linear
        guard let baseline, pace != .none, let course = lowering.course ?? course(lowering, baseline, of: observed),
              let start = expressions.program(course.start, at: place), let goal = expressions.program(course.goal, at: place)
        else { return nil }
        return CoursePlan(start: start, goal: goal, isFloor: course.isFloor, isRate: course.isRate, pace: pace)
    }
}

extension RuleCompiler {
    /// How a record is told that meets the requirement too late.
    func lateness(_ lateness: Lowering.Lateness, at place: Location) -> LatenessPlan? {
        var expressions = expressions
        guard let isReached = expressions.program(lateness.isReached, at: place),
              let date = expressions.program(lateness.date, at: place), let delay = expressions.program(lateness.delay, at: place)
        else { return nil }
        return LatenessPlan(isReached: isReached, date: date, delay: delay)
    }
}

private extension RuleCompiler {
    /// The observed value in the baseline's period; nil where the table has no other periods.
    func found(_ observed: Observed, in period: CalendarPeriod) -> Expression? {
        let name = RuleEnvironment.Name.baseline
        guard expressions.environment.variables[name] != nil, OtherRecord.mention(in: observed.expression) == nil else { return nil }
        return OtherRecord(
            named: name, of: table, in: expressions.environment, period: .constant(.object(PeriodValue(period)))
        ).value(of: observed.expression)
    }

    /// The way of a limit on the observed value itself.
    func course(_ lowering: Lowering, _ baseline: BaselinePlan, of observed: Observed) -> Lowering.Course? {
        let isEqual = lowering.limit.kind == EqualsTarget().name
        let side = ComparedBound(rawValue: lowering.limit.kind)
        guard observed.isNumber, lowering.observed == nil, side != nil || isEqual,
              let goal = lowering.limitValue ?? (lowering.limit.bounds.count == 1 ? .number(lowering.limit.bounds[0]) : nil),
              let start = baseline.stated.map({ .number($0.value) }) ?? found(observed, in: baseline.period)
        else { return nil }
        return Lowering.Course(start: start, goal: goal, isFloor: side?.isFloor)
    }
}
