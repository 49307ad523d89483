/// Equality of everything, and order of what has one.
enum ComparisonFunctions {
    static var all: [Function] {
        let anything = Type.parameter("A")
        return [
            Function(
                Operator.equals,
                [Overload(id: "equals", anything, anything, result: .bool, cost: .sizes) { .bool($0 == $1) }]),
            Function(
                Operator.notEquals,
                [Overload(id: "not_equals", anything, anything, result: .bool, cost: .sizes) { .bool($0 != $1) }]),
            Function(Operator.less, ordered("less") { $0 == .ascending }),
            Function(Operator.lessOrEqual, ordered("less_equals") { $0 != .descending }),
            Function(Operator.greater, ordered("greater") { $0 == .descending }),
            Function(Operator.greaterOrEqual, ordered("greater_equals") { $0 != .ascending }),
        ]
    }

    /// An overload for each pair of types that have an order. NaN stands in none, so nothing holds of it.
    private static func ordered(_ name: String, _ holds: @escaping @Sendable (Ordering) -> Bool) -> [Overload] {
        let same: [(String, Type)] = [
            ("bool", .bool), ("int64", .int), ("uint64", .uint), ("double", .double), ("string", .string),
            ("bytes", .bytes), ("timestamp", .timestamp), ("duration", .duration),
        ]
        let numbers = same[1...3]
        var overloads = same.map { overload("\(name)_\($0.0)", $0.1, $0.1, holds) }
        for (lhsName, lhs) in numbers {
            for (rhsName, rhs) in numbers where lhs != rhs {
                overloads.append(overload("\(name)_\(lhsName)_\(rhsName)", lhs, rhs, holds))
            }
        }
        return overloads
    }

    private static func overload(
        _ id: String, _ lhs: Type, _ rhs: Type, _ holds: @escaping @Sendable (Ordering) -> Bool
    ) -> Overload {
        Overload(id: id, lhs, rhs, result: .bool, cost: .sizes) { left, right in
            if let order = left.order(against: right) { return .bool(holds(order)) }
            // Two numbers without an order are NaN and another; else `null` stands where a value of the type is wanted.
            return left.isNumber && right.isNumber ? .bool(false) : .error(.wrongKind)
        }
    }
}
