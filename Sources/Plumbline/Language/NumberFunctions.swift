import CEL
import Quantities

/// Exact arithmetic on `number`, `int` and `uint` in every mixture; the result is a `number`.
enum NumberFunctions {
    static let all: [Function] = [
        arithmetic(Operator.add, "add") { $0.adding($1) },
        arithmetic(Operator.subtract, "subtract") { $0.subtracting($1) },
        arithmetic(Operator.multiply, "multiply") { $0.multiplied(by: $1) },
        division,
        Function(Operator.negate, [
            Overload(id: "negate_number", NumberValue.type, result: NumberValue.type, unary: negated),
            Overload(id: "negate_exact_int64", .int, result: NumberValue.type, unary: negated),
        ]),
        Function(Operator.index, [
            Overload(id: "index_list_number", .list(.parameter("A")), NumberValue.type, result: .parameter("A"), binary: element),
        ]),
        rounding("abs") { $0.magnitude },
        rounding("floor") { $0.floor },
        rounding("ceil") { $0.ceiling },
        round,
        choosing("min") { $0 < $1 },
        choosing("max") { $0 > $1 },
        power,
    ]

    /// The types that take part in arithmetic.
    static let types: [CEL.`Type`] = [NumberValue.type, .int, .uint]

    /// Every pair of types that take part in arithmetic.
    static let pairs: [(CEL.`Type`, CEL.`Type`)] = types.flatMap { first in types.map { (first, $0) } }
}

private extension NumberFunctions {
    static func arithmetic(
        _ name: String, _ id: String, _ combine: @escaping @Sendable (Number, Number) -> Number?
    ) -> Function {
        Function(name, pairs.map { first, second in
            Overload(id: "\(id)_\(first)_\(second)", first, second, result: NumberValue.type) { lhs, rhs in
                guard let lhs = lhs.number, let rhs = rhs.number else { return .noNumber }
                return combine(lhs, rhs).map { .number($0) } ?? .numberTooLarge
            }
        })
    }

    static let division = Function(Operator.divide, pairs.map { first, second in
        Overload(id: "divide_\(first)_\(second)", first, second, result: NumberValue.type) { lhs, rhs in
            guard let lhs = lhs.number, let rhs = rhs.number else { return .noNumber }
            guard !rhs.isZero else { return .noAnswer(.zeroDenominator) }
            return lhs.divided(by: rhs).map { .number($0) } ?? .numberTooLarge
        }
    })

    @Sendable static func negated(_ value: Value) -> Value { value.number.map { .number(-$0) } ?? .noNumber }

    @Sendable static func element(_ list: Value, _ index: Value) -> Value {
        guard case .list(let elements) = list, let number = index.number else { return .noNumber }
        guard let place = number.integer, elements.indices.contains(Int(place)) else { return .noSuchElement(number.description) }
        return elements[Int(place)]
    }

    static func rounding(_ name: String, _ change: @escaping @Sendable (Number) -> Number) -> Function {
        Function(name, types.map { type in
            Overload(id: "\(name)_\(type)", type, result: NumberValue.type) { value in
                value.number.map { .number(change($0)) } ?? .noNumber
            }
        })
    }

    /// `round(x)` to a whole number, `round(x, 2)` to two digits; halves away from zero.
    static let round = Function("round", types.flatMap { type in
        [
            Overload(id: "round_\(type)", type, result: NumberValue.type) { value in
                value.number.map { .number($0.rounded) } ?? .noNumber
            },
            Overload(id: "round_\(type)_digits", type, .int, result: NumberValue.type) { value, digits in
                guard let number = value.number, let digits = digits.number?.integer,
                      let rounded = number.rounded(fractionDigits: Int(clamping: digits))
                else { return .noNumber }
                return .number(rounded)
            },
        ]
    })

    static func choosing(_ name: String, _ isBetter: @escaping @Sendable (Number, Number) -> Bool) -> Function {
        Function(name, (2...4).flatMap { count in
            NumberFunctions.types.map { type in
                Overload(
                    id: "\(name)_\(type)_\(count)", parameters: Array(repeating: type, count: count), result: NumberValue.type
                ) { values in
                    let numbers = values.compactMap(\.number)
                    guard numbers.count == values.count, let first = numbers.first else { return .noNumber }
                    return .number(numbers.dropFirst().reduce(first) { isBetter($1, $0) ? $1 : $0 })
                }
            }
        } + pairs.filter { $0 != $1 }.map { first, second in
            Overload(id: "\(name)_\(first)_\(second)", first, second, result: NumberValue.type) { lhs, rhs in
                guard let left = lhs.number, let right = rhs.number else { return .noNumber }
                return .number(isBetter(right, left) ? right : left)
            }
        })
    }

    static let power = Function("pow", types.map { type in
        Overload(id: "pow_\(type)_int64", type, .int, result: NumberValue.type) { base, exponent in
            guard let base = base.number, let exponent = exponent.number?.integer else { return .noNumber }
            guard !(base.isZero && exponent < 0) else { return .noAnswer(.zeroDenominator) }
            return base.power(Int(clamping: exponent)).map { .number($0) } ?? .numberTooLarge
        }
    })
}
