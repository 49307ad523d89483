import CEL
import Diagnostics
import Quantities
import YAML

/// What `change` and `growth` have in common: a bound, the observed value in another period of the same record, and
/// whether the difference is a yearly one.
struct PeriodComparison {
    /// The period that is compared with; the variable of that name is the record there.
    enum Against: String, CaseIterable {
        case previous
        case yearAgo = "year_ago"
        case baseline
    }

    /// How a difference over some years is brought to one. Years are counted from the end of the one period to the end
    /// of the other, so that a quarter is a quarter of a year, whatever is compared.
    enum Yearly: String, CaseIterable {
        /// The difference divided by the years.
        case linear
        /// The rate at which it would have grown to the same, year by year.
        case compound
    }

    let bound: ComparedBound
    /// What stands under the bound's key.
    let limit: YAMLNode
    let against: Against
    /// Nil where the difference is taken as it is.
    let yearly: Yearly?
    /// Where ``yearly`` stands, else the bound's limit.
    let yearlyLocation: Location
    /// The observed value in the other period.
    let base: Expression
    /// The other period.
    private let period: Expression

    /// Reads what stands under the target's key; nil with faults reported.
    init?(_ node: YAMLNode, of observed: Observed, kind: String, in context: inout LoweringContext) {
        guard observed.isNumber else {
            context.report(.targetNeeds(kind, Localized(zh: "数字", en: "a number"), not: observed.type, at: node.location))
            return nil
        }
        guard node.mapping != nil, var reader = MappingReader(node, as: .target(kind), &context.diagnostics) else {
            context.report(.notAComparison(kind, node.shape, at: node.location))
            return nil
        }
        let found = ComparedBound.read(&reader, kind: kind, &context)
        let againstNode = reader.required("against", &context.diagnostics)
        let against = againstNode?.choice(of: Against.self, &context.diagnostics)
        let yearlyNode = reader.optional("yearly")
        let yearly = yearlyNode?.choice(of: Yearly.self, &context.diagnostics)
        reader.finish(&context.diagnostics)
        guard let found, let against, let againstNode, (yearlyNode == nil) == (yearly == nil),
              Self.suits(observed, kind, against, againstNode.location, node, &context)
        else { return nil }
        if !context.judgesPeriods, against != .baseline || yearly != nil {
            context.report(.periodNotNamed(kind, at: node.location))
            return nil
        }
        bound = found.bound
        limit = found.limit
        self.against = against
        self.yearly = yearly
        yearlyLocation = yearlyNode?.location ?? found.limit.location
        period = Self.period(against, context)
        base = Self.base(against, period, observed, context)
    }

    static func shape(_ limit: LimitShape = .value) -> LimitShape {
        .mapping(
            [
                LimitShape.Key(
                    "against", .choice(Against.allCases.map(\.rawValue)), isRequired: true,
                    Localized(
                        zh: "与哪一期相比：上一期、上年同期、基期",
                        en: "The period to compare with: the one before, the same a year ago, the rule's baseline")),
                LimitShape.Key(
                    "yearly", .choice(Yearly.allCases.map(\.rawValue)),
                    Localized(zh: "折成年均：按年平分，或复合增长率", en: "A yearly average: divided by the years, or a compound rate")),
            ],
            oneOf: ComparedBound.keys(limit))
    }
}

// MARK: - The other period

private extension PeriodComparison {
    /// Whether the observed value can be taken in the other period.
    static func suits(
        _ observed: Observed, _ kind: String, _ against: Against, _ place: Location, _ node: YAMLNode,
        _ context: inout LoweringContext
    ) -> Bool {
        let variables = context.environment.variables
        guard variables[RuleEnvironment.Name.record] != nil else {
            context.report(.notACoverageLimit(kind, at: node.location))
            return false
        }
        if against == .baseline, context.baseline == nil {
            context.report(.baselineMissing(at: place))
            return false
        }
        // A baseline's figure that the rule states needs no history to be looked up in.
        if variables[against.rawValue] == nil, against != .baseline || context.baseline?.value == nil {
            context.report(.noPeriods(table: context.table.name, kind: kind, at: node.location))
            return false
        }
        guard let (name, range) = OtherRecord.mention(in: observed.expression) else { return true }
        context.report(.comparesAlready(name, kind: kind, at: observed.scalar.location(of: range)))
        return false
    }

    static var judged: Expression { .identifier(RuleEnvironment.Name.period) }

    static func period(_ against: Against, _ context: LoweringContext) -> Expression {
        switch against {
        case .previous: .call(PeriodComparisonFunctions.previousPeriod, [judged])
        case .yearAgo: .call(PeriodComparisonFunctions.yearBefore, [judged])
        case .baseline: context.baseline.map { .constant(.object(PeriodValue($0.period))) } ?? judged
        }
    }

    /// Where the other period is the baseline's, the figure that the rule states stands for the data's.
    static func base(
        _ against: Against, _ period: Expression, _ observed: Observed, _ context: LoweringContext
    ) -> Expression {
        let other = OtherRecord(named: against.rawValue, of: context.table, in: context.environment, period: period)
        let found = other.value(of: observed.expression)
        guard let baseline = context.baseline, let value = baseline.value else { return found }
        if against == .baseline { return .number(value) }
        let isBaseline = Expression.operation(Operator.equals, period, .constant(.object(PeriodValue(baseline.period))))
        return .conditional(isBaseline, .number(value), found + .number(0))
    }
}

// MARK: - Lowering

extension PeriodComparison {
    /// The years between the two periods, more than none.
    var years: Expression { .call(PeriodComparisonFunctions.years, [period, Self.judged]) }
    private var numerator: Expression { .call(PeriodComparisonFunctions.yearsNumerator, [period, Self.judged]) }
    private var denominator: Expression { .call(PeriodComparisonFunctions.yearsDenominator, [period, Self.judged]) }

    /// The observed value over the base; of nothing, or less, there is no share.
    func ratio(_ observed: Observed) -> Expression {
        // Only the base stands under the condition: where the value is missing as well, that is the reason told.
        observed.expression / .conditional(base > .number(0), base, .call(PeriodComparisonFunctions.zeroBase, []))
    }

    /// ` (baseline 2020, linear)`
    private func comparedWith(_ baseline: CalendarPeriod?) -> Localized {
        let zh = switch against {
        case .previous: "比上一期"
        case .yearAgo: "比上年同期"
        case .baseline: "比基期" + (baseline.map { " \($0)" } ?? "")
        }
        let en = against.rawValue + (against == .baseline ? baseline.map { " \($0)" } ?? "" : "")
        return switch yearly {
        case nil: Localized(zh: "（\(zh)）", en: " (\(en))")
        case .linear: Localized(zh: "（\(zh)，按年平均）", en: " (\(en), linear)")
        case .compound: Localized(zh: "（\(zh)，年均复合）", en: " (\(en), compound)")
        }
    }

    /// The target as a rule on the difference between the periods.
    ///
    /// - Parameters:
    ///   - difference: What is held against the limit, with the measure that the limit was held against.
    ///   - level: The limit as a level of the observed value itself, from which closings follow.
    func lower(
        _ difference: Observed, _ threshold: Threshold, level: Expression, onto observed: Observed, kind: String,
        in context: LoweringContext
    ) -> Lowering {
        var limit = context.limit(kind, bound.sign, [threshold], difference)
        limit.comparedWith = comparedWith(context.baseline?.period)
        var lowering = bound.bounds(threshold.value).lower(difference, limit: limit, applies: threshold.applies)
        lowering.observed = difference.expression
        lowering.closings = bound.bounds(level).closings(observed)
        if against == .baseline {
            // A yearly rate is asked for at any time; a difference as a whole is come to bit by bit.
            let start = yearly == nil ? .number(0) : threshold.value
            lowering.course = Lowering.Course(start: start, goal: threshold.value, isFloor: bound.isFloor, isRate: yearly != nil)
        }
        return lowering
    }

    /// A compound yearly rate: `v / base` and `(1 + r)^n` are compared as powers, and the rate is for showing.
    func lowerCompound(
        _ rate: Observed, _ threshold: Threshold, onto observed: Observed, kind: String, in context: LoweringContext
    ) -> Lowering {
        let limit = threshold.value + .number(0)
        var rate = rate
        rate.expression = .call(PeriodComparisonFunctions.compoundRate, [ratio(observed), numerator, denominator, limit])
        let level = Expression.call(PeriodComparisonFunctions.compounded, [base + .number(0), limit, numerator, denominator])
        var lowering = lower(rate, threshold, level: level, onto: observed, kind: kind, in: context)
        let none = Expression.number(0)
        let grown = Expression.call("pow", [.call("max", [ratio(observed), none]), denominator])
        let asked = Expression.call("pow", [.call("max", [limit + .number(1), none]), numerator])
        lowering.verdict = bound.bounds(asked).verdict(grown)
        return lowering
    }
}
