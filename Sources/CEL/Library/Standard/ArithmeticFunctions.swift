/// Arithmetic on int, uint and double. Whole numbers that do not fit are errors.
enum ArithmeticFunctions {
    static var all: [Function] {
        [
            Function(
                Operator.add,
                [
                    .int("add_int64") { checked($0.addingReportingOverflow($1)) },
                    .uint("add_uint64") { checked($0.addingReportingOverflow($1)) },
                    .double("add_double") { $0 + $1 },
                ]),
            Function(
                Operator.subtract,
                [
                    .int("subtract_int64") { checked($0.subtractingReportingOverflow($1)) },
                    .uint("subtract_uint64") { checked($0.subtractingReportingOverflow($1)) },
                    .double("subtract_double") { $0 - $1 },
                ]),
            Function(
                Operator.multiply,
                [
                    .int("multiply_int64") { checked($0.multipliedReportingOverflow(by: $1)) },
                    .uint("multiply_uint64") { checked($0.multipliedReportingOverflow(by: $1)) },
                    .double("multiply_double") { $0 * $1 },
                ]),
            Function(
                Operator.divide,
                [
                    .int("divide_int64") { $1 == 0 ? zero : checked($0.dividedReportingOverflow(by: $1)) },
                    .uint("divide_uint64") { $1 == 0 ? zero : .uint($0 / $1) },
                    .double("divide_double") { $0 / $1 },
                ]),
            Function(
                Operator.remainder,
                [
                    .int("modulo_int64") { $1 == 0 ? zero : checked($0.remainderReportingOverflow(dividingBy: $1)) },
                    .uint("modulo_uint64") { $1 == 0 ? zero : .uint($0 % $1) },
                ]),
            Function(Operator.negate, [negateInt, negateDouble]),
        ]
    }

    private static var zero: Value { .error(.divisionByZero) }

    private static func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
        result.overflow ? .error(.overflow(.int)) : .int(result.partialValue)
    }

    private static func checked(_ result: (partialValue: UInt64, overflow: Bool)) -> Value {
        result.overflow ? .error(.overflow(.uint)) : .uint(result.partialValue)
    }

    private static var negateInt: Overload {
        Overload(id: "negate_int64", .int, result: .int) {
            guard case .int(let value) = $0 else { return .error(.wrongKind) }
            return checked(Int64(0).subtractingReportingOverflow(value))
        }
    }

    private static var negateDouble: Overload {
        Overload(id: "negate_double", .double, result: .double) {
            guard case .double(let value) = $0 else { return .error(.wrongKind) }
            return .double(-value)
        }
    }
}
