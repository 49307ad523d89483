import CEL
import Quantities

/// What comparisons between periods ask that no text can write.
enum PeriodComparisonFunctions {
    /// Unknown, because growth was asked of a base that is zero, or less: of a debt there is no share.
    static let zeroBase = "zero_base@"
    /// The period before another, and the same of the year before.
    static let previousPeriod = "previous_period@"
    static let yearBefore = "year_before@"
    /// How many years lie from one period to another, as a number and as the two whole numbers of its fraction.
    static let years = "years@"
    static let yearsNumerator = "years_numerator@"
    static let yearsDenominator = "years_denominator@"
    /// What a base comes to that grows at a rate for so many years.
    static let compounded = "compounded@"
    /// The yearly rate at which something grew to so many times of itself, for showing.
    static let compoundRate = "compound_rate@"

    static let all: [Function] = [
        Function(zeroBase, [
            Overload(id: "zero_base", parameters: [], result: NumberValue.type) { _ in .noAnswer(.zeroBase) },
        ]),
        step(previousPeriod, "previous_period", \.previous), step(yearBefore, "year_before", \.yearBefore),
        span(years, "years", NumberValue.type) { .number($0) },
        span(yearsNumerator, "years_numerator", .int) { .int($0.small?.numerator ?? 0) },
        span(yearsDenominator, "years_denominator", .int) { .int($0.small?.denominator ?? 1) },
        level, rate,
    ]
}

extension CalendarPeriod {
    /// How many years later another period ends: 5 from 2020 to 2025, a quarter of one from quarter to quarter, whatever
    /// kinds the two are of.
    func years(to other: CalendarPeriod) -> Number {
        Number(other.monthsToEnd - monthsToEnd) * (Number(12).reciprocal ?? .one)
    }

    /// The months of the calendar up to the period's last day.
    private var monthsToEnd: Int { lastDay.year * 12 + lastDay.month }
}

private extension PeriodComparisonFunctions {
    static func step(_ name: String, _ id: String, _ other: @escaping @Sendable (CalendarPeriod) -> CalendarPeriod?) -> Function {
        Function(name, [
            Overload(id: id, PeriodValue.type, result: PeriodValue.type) { period in
                period.period.flatMap(other).map { .object(PeriodValue($0)) } ?? .noAnswer(.noSuchPeriod)
            },
        ])
    }

    /// Of a period that is not later there is no span to grow in.
    static func span(_ name: String, _ id: String, _ result: CEL.`Type`, _ value: @escaping @Sendable (Number) -> Value) -> Function {
        Function(name, [
            Overload(id: id, PeriodValue.type, PeriodValue.type, result: result) { first, last in
                guard let first = first.period, let last = last.period, case let years = first.years(to: last), years > 0
                else { return .noAnswer(.noSuchPeriod) }
                return value(years)
            },
        ])
    }

    /// The digits to which a root is taken that is shown or counted from.
    static let rootDigits = 30

    /// `base * (1 + rate)^(p/q)`: exact for whole years; else so near that no count or share in any data lies between.
    static let level = Function(compounded, [
        Overload(
            id: "compounded", parameters: [NumberValue.type, NumberValue.type, .int, .int], result: NumberValue.type
        ) { arguments in
            guard let base = arguments[0].number, let rate = arguments[1].number, case .int(let numerator) = arguments[2],
                  case .int(let denominator) = arguments[3]
            else { return UnknownSet(open: arguments).map { .unknown($0) } ?? .numberTooLarge }
            guard let power = max(rate + 1, 0).power(Int(numerator)),
                  let factor = power.nearRoot(Int(denominator), fractionDigits: rootDigits)
            else { return .numberTooLarge }
            return .number(base * factor)
        },
    ])

    /// From `v / base`, `p` and `q` of the years, and the limit: the limit itself where the powers are equal, else a
    /// figure on the same side of it as the exact rate.
    static let rate = Function(compoundRate, [
        Overload(
            id: "compound_rate", parameters: [NumberValue.type, .int, .int, NumberValue.type], result: NumberValue.type
        ) { arguments in
            guard let ratio = arguments[0].number, case .int(let numerator) = arguments[1], case .int(let denominator) = arguments[2],
                  let limit = arguments[3].number
            else { return UnknownSet(open: arguments).map { .unknown($0) } ?? .numberTooLarge }
            guard let power = max(ratio, 0).power(Int(denominator)), let level = max(limit + 1, 0).power(Int(numerator)),
                  let low = power.rootFloor(Int(numerator), fractionDigits: rootDigits)
            else { return .numberTooLarge }
            if power == level { return .number(limit) }
            if power < level || low > limit + 1 { return .number(low - 1) }
            // The root cut off is the limit's own, which the exact one lies above.
            return .number(low + Number.smallStep(rootDigits) - 1)
        },
    ])
}

private extension Number {
    /// The root, or the middle between it cut off and the next number of so many digits, so that it lies on no grid on
    /// which the exact one does not.
    func nearRoot(_ degree: Int, fractionDigits: Int) -> Number? {
        guard degree > 1 else { return self }
        guard let low = rootFloor(degree, fractionDigits: fractionDigits) else { return nil }
        if low.power(degree) == self { return low }
        return low + Self.smallStep(fractionDigits) * (Number(2).reciprocal ?? .one)
    }

    /// One in the last of so many fraction digits.
    static func smallStep(_ fractionDigits: Int) -> Number { Number(10).power(-fractionDigits) ?? .zero }
}
