import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// Comparison of what rules add to CEL: numbers with whole numbers and with durations, values of ordered enumerations,
/// dates and periods with their like, and how far apart two of them are.
enum OrderFunctions {
    static func all(_ enumerations: OrderedDictionary<String, Enumeration>) -> [Function] {
        let ordered = enumerations.values.filter(\.isOrdered).map { EnumerationValue.type(of: $0) }
        let pairs = NumberFunctions.pairs.filter { $0 == NumberValue.type || $1 == NumberValue.type }
            + [(.duration, NumberValue.type), (NumberValue.type, .duration)]
            + ([DateValue.type, PeriodValue.type] + ordered).map { ($0, $0) }
        return [
            comparison(Operator.less, "less", pairs) { $0 == .ascending },
            comparison(Operator.lessOrEqual, "less_equals", pairs) { $0 != .descending },
            comparison(Operator.greater, "greater", pairs) { $0 == .descending },
            comparison(Operator.greaterOrEqual, "greater_equals", pairs) { $0 != .ascending },
            equality(Operator.equals, "equals") { $0 },
            equality(Operator.notEquals, "not_equals") { !$0 },
            membership,
            difference(ordered),
        ]
    }
}

private extension OrderFunctions {
    static func comparison(
        _ name: String, _ id: String, _ pairs: [(CEL.`Type`, CEL.`Type`)], _ holds: @escaping @Sendable (Ordering) -> Bool
    ) -> Function {
        Function(name, pairs.map { first, second in
            Overload(id: "\(id)_\(first)_\(second)", first, second, result: .bool) { lhs, rhs in
                if let order = order(lhs, rhs) { return .bool(holds(order)) }
                if let answer = OpenComparison.compare(lhs, rhs, holds) { return answer }
                // A year beside a month is a cell of the wrong kind, no fault of the rule.
                return first == PeriodValue.type ? .noAnswer(.unreadable) : .notComparable(lhs, rhs)
            }
        })
    }

    /// Numbers equal whole numbers of the same value, and a field that may have none can be held against
    /// `null` whatever its type; like with like is CEL's own but for intervals.
    static func equality(_ name: String, _ id: String, _ holds: @escaping @Sendable (Bool) -> Bool) -> Function {
        let numbers = NumberFunctions.pairs.filter { ($0 == NumberValue.type) != ($1 == NumberValue.type) }
        let nulls = nullable.flatMap { [($0, CEL.`Type`.null), (CEL.`Type`.null, $0)] }
        let anything = CEL.`Type`.parameter("A")
        // Takes the place of the standard overload, which it has its id from.
        let likes = Overload(id: id, anything, anything, result: .bool, cost: .sizes) {
            OpenComparison.equal($0, $1, holds)
        }
        return Function(name, [likes] + (numbers + nulls).map { first, second in
            Overload(id: "\(id)_\(first)_\(second)", first, second, result: .bool) { lhs, rhs in
                OpenComparison.equal(lhs, rhs, holds)
            }
        })
    }

    /// What fields can have none of, beside what CEL itself holds against `null`: texts, truths, and several values of
    /// a cell. A list of records is never none.
    static let nullable: [CEL.`Type`] = [
        .string, .bool, .list(.string), .list(.bool), .list(NumberValue.type), .list(DateValue.type),
        .list(PeriodValue.type), .list(.timestamp), .list(.duration),
    ]

    /// `in`, in the place of the standard overload: an interval is among numbers only if it cannot be otherwise.
    static let membership: Function = {
        let element = CEL.`Type`.parameter("A")
        return Function(Operator.isIn, [
            Overload(id: "in_list", element, .list(element), result: .bool, cost: .sizes) { value, list in
                guard case .list(let elements) = list else { return .noNumber }
                return OpenComparison.contains(value, in: elements)
            },
        ])
    }()

    /// How far apart two values are: steps of an enumeration, time between dates in base units; first minus second.
    static func difference(_ ordered: [CEL.`Type`]) -> Function {
        Function("difference", (ordered + [DateValue.type]).map { type in
            Overload(id: "difference_\(type)", type, type, result: NumberValue.type) { lhs, rhs in
                guard case .object(let left) = lhs, case .object(let right) = rhs else { return .notComparable(lhs, rhs) }
                if let left = left as? DateValue, let right = right as? DateValue {
                    return .number(Number(left.date.dayNumber - right.date.dayNumber) * Unit.days.scale)
                }
                if let left = left as? EnumerationValue, let right = right as? EnumerationValue {
                    return .number(Number(left.steps(from: right)))
                }
                return .notComparable(lhs, rhs)
            }
        })
    }

    static func order(_ lhs: Value, _ rhs: Value) -> Ordering? {
        if case .object(let object) = lhs { return object.order(against: rhs) }
        if case .object(let object) = rhs { return object.order(against: lhs)?.reversed }
        return nil
    }
}

extension Value {
    static func notComparable(_ lhs: Value, _ rhs: Value) -> Value {
        .error(
            EvaluationError(
                code: "not-comparable",
                message: Localized(zh: "\(lhs) 与 \(rhs) 无法比较", en: "\(lhs) and \(rhs) do not compare")))
    }

    static func noSuchElement(_ index: String) -> Value {
        .error(
            EvaluationError(
                code: "no-such-element",
                message: Localized(zh: "列表没有第 \(index) 个元素", en: "the list has no element \(index)")))
    }
}
