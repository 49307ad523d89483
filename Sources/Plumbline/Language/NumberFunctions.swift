import CEL
import Quantities

/// Exact arithmetic on `number`, `int` and `uint` in every mixture; the result is a `number`, or an interval
/// where an operand is one.
enum NumberFunctions {
    static let all: [Function] = [
        arithmetic(Operator.add, "add", { $0.adding($1) }, { $0.adding($1) }),
        arithmetic(Operator.subtract, "subtract", { $0.subtracting($1) }, { $0.subtracting($1) }),
        arithmetic(Operator.multiply, "multiply", { $0.multiplied(by: $1) }, { $0.multiplied(by: $1) }),
        division,
        Function(Operator.negate, [
            Overload(id: "negate_number", NumberValue.type, result: NumberValue.type, unary: negated),
            Overload(id: "negate_exact_int64", .int, result: NumberValue.type, unary: negated),
        ]),
        Function(Operator.index, [
            Overload(id: "index_list_number", .list(.parameter("A")), NumberValue.type, result: .parameter("A"), binary: element),
        ]),
        rounding("abs", { $0.magnitude }, { $0.magnitude }),
        rounding("floor", { $0.floor }, { $0.mapped(\.floor) }),
        rounding("ceil", { $0.ceiling }, { $0.mapped(\.ceiling) }),
        round,
        choosing("min", { $0 < $1 }, { min($0, $1) }),
        choosing("max", { $0 > $1 }, { max($0, $1) }),
        power,
    ]

    /// The types that take part in arithmetic.
    static let types: [CEL.`Type`] = [NumberValue.type, .int, .uint]

    /// Every pair of types that take part in arithmetic.
    static let pairs: [(CEL.`Type`, CEL.`Type`)] = types.flatMap { first in types.map { (first, $0) } }
}

private extension NumberFunctions {
    static func arithmetic(
        _ name: String, _ id: String, _ combine: @escaping @Sendable (Number, Number) -> Number?,
        _ ranges: @escaping @Sendable (NumberRange, NumberRange) -> NumberRange?
    ) -> Function {
        Function(name, pairs.map { first, second in
            Overload(id: "\(id)_\(first)_\(second)", first, second, result: NumberValue.type) { lhs, rhs in
                if let lhs = lhs.number, let rhs = rhs.number {
                    return combine(lhs, rhs).map { .number($0) } ?? .numberTooLarge
                }
                return overRanges([lhs, rhs]) { ranges($0[0], $0[1]) }
            }
        })
    }

    /// What comes of numbers and intervals, taken as ranges.
    static func overRanges(_ values: [Value], _ combine: ([NumberRange]) -> NumberRange?) -> Value {
        let ranges = values.compactMap(NumberRange.init(_:))
        guard ranges.count == values.count else { return .noNumber }
        return combine(ranges).map { $0.value(UnknownSet(open: values)) } ?? .numberTooLarge
    }

    static let division = Function(Operator.divide, pairs.map { first, second in
        Overload(id: "divide_\(first)_\(second)", first, second, result: NumberValue.type) { lhs, rhs in
            if let rhs = rhs.number, rhs.isZero { return .noAnswer(.zeroDenominator) }
            if let lhs = lhs.number, let rhs = rhs.number {
                return lhs.divided(by: rhs).map { .number($0) } ?? .numberTooLarge
            }
            // A divisor that may be zero may leave no answer at all.
            if let divisor = NumberRange(rhs), divisor.holdsZero, let causes = UnknownSet(open: [lhs, rhs]) {
                return .unknown(causes)
            }
            return overRanges([lhs, rhs]) { $0[0].divided(by: $0[1]) }
        }
    })

    @Sendable static func negated(_ value: Value) -> Value {
        value.number.map { .number(-$0) } ?? overRanges([value]) { $0[0].negated }
    }

    @Sendable static func element(_ list: Value, _ index: Value) -> Value {
        if let interval = index.interval { return .unknown(interval.causes) }
        guard case .list(let elements) = list, let number = index.number else { return .noNumber }
        guard let place = number.integer, elements.indices.contains(Int(place)) else { return .noSuchElement(number.description) }
        return elements[Int(place)].released
    }

    static func rounding(
        _ name: String, _ change: @escaping @Sendable (Number) -> Number,
        _ range: @escaping @Sendable (NumberRange) -> NumberRange?
    ) -> Function {
        Function(name, types.map { type in
            Overload(id: "\(name)_\(type)", type, result: NumberValue.type) { value in
                value.number.map { .number(change($0)) } ?? overRanges([value]) { range($0[0]) }
            }
        })
    }

    /// `round(x)` to a whole number, `round(x, 2)` to two digits; halves away from zero.
    static let round = Function("round", types.flatMap { type in
        [
            Overload(id: "round_\(type)", type, result: NumberValue.type) { value in
                value.number.map { .number($0.rounded) } ?? overRanges([value]) { $0[0].mapped(\.rounded) }
            },
            Overload(id: "round_\(type)_digits", type, .int, result: NumberValue.type) { value, digits in
                guard let range = NumberRange(value), let digits = digits.number?.integer,
                      let rounded = range.mapped({ $0.rounded(fractionDigits: Int(clamping: digits)) })
                else { return .noNumber }
                return rounded.value(value.openCauses)
            },
        ]
    })

    static func choosing(
        _ name: String, _ isBetter: @escaping @Sendable (Number, Number) -> Bool,
        _ better: @escaping @Sendable (RangeEnd, RangeEnd) -> RangeEnd
    ) -> Function {
        Function(name, (2...4).flatMap { count in
            NumberFunctions.types.map { type in
                Overload(
                    id: "\(name)_\(type)_\(count)", parameters: Array(repeating: type, count: count), result: NumberValue.type
                ) { values in
                    let numbers = values.compactMap(\.number)
                    guard numbers.count == values.count, let first = numbers.first else {
                        return overRanges(values) { NumberRange.extreme($0, better) }
                    }
                    return .number(numbers.dropFirst().reduce(first) { isBetter($1, $0) ? $1 : $0 })
                }
            }
        } + pairs.filter { $0 != $1 }.map { first, second in
            Overload(id: "\(name)_\(first)_\(second)", first, second, result: NumberValue.type) { lhs, rhs in
                if let left = lhs.number, let right = rhs.number {
                    return .number(isBetter(right, left) ? right : left)
                }
                return overRanges([lhs, rhs]) { NumberRange.extreme($0, better) }
            }
        })
    }

    static let power = Function("pow", types.map { type in
        Overload(id: "pow_\(type)_int64", type, .int, result: NumberValue.type) { base, exponent in
            guard let exponent = exponent.number?.integer else { return .noNumber }
            guard let base = base.number else {
                // What lies between zero and a negative power has no end.
                if exponent < 0, let causes = base.openCauses { return .unknown(causes) }
                return overRanges([base]) { $0[0].power(Int(clamping: exponent)) }
            }
            guard !(base.isZero && exponent < 0) else { return .noAnswer(.zeroDenominator) }
            return base.power(Int(clamping: exponent)).map { .number($0) } ?? .numberTooLarge
        }
    })
}
