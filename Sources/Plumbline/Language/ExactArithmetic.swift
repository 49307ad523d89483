import CEL
import Quantities

/// What list aggregates yield in a rule: exact numbers, of durations in the base unit of time, and an unknown where a
/// group is empty.
struct ExactArithmetic: AggregateArithmetic {
    let orderedEnumerations: [Enumeration]
    /// What becomes of elements that are not known.
    let missing: MissingPolicy

    init(orderedEnumerations: [Enumeration], missing: MissingPolicy = .bounds) {
        self.orderedEnumerations = orderedEnumerations
        self.missing = missing
    }

    var numberTypes: [CEL.`Type`] { NumberFunctions.types + [.duration] }

    var orderedTypes: [CEL.`Type`] {
        NumberFunctions.types + [DateValue.type, PeriodValue.type, .timestamp, .duration]
            + orderedEnumerations.map { EnumerationValue.type(of: $0) }
    }

    func resultType(of aggregate: Aggregate, over element: CEL.`Type`) -> CEL.`Type` {
        switch aggregate {
        case .least, .greatest: element
        default: NumberValue.type
        }
    }

    func count(_ count: Int) -> Value { .number(Number(count)) }

    func sum(_ values: [Value], of element: CEL.`Type`) -> Value { values.total.map { .number($0) } ?? .numberTooLarge }

    func mean(_ values: [Value]) -> Value { quotient(values.total, Number(values.count)) }

    func median(_ values: [Value]) -> Value {
        let sorted = values.compactMap(\.amount).sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return emptyGroup(.median) }
        return sorted.count % 2 == 1 ? .number(upper) : quotient(upper.adding(sorted[sorted.count / 2 - 1]), 2)
    }

    func share(_ part: Int, of whole: Int) -> Value { quotient(Number(part), Number(whole)) }

    func ratio(_ parts: [Value], to wholes: [Value]) -> Value {
        guard let whole = wholes.total else { return .numberTooLarge }
        return quotient(parts.total, whole)
    }

    func emptyGroup(_ aggregate: Aggregate) -> Value { .noAnswer(.emptyGroup) }

    private func quotient(_ numerator: Number?, _ denominator: Number) -> Value {
        if denominator.isZero { return .noAnswer(.zeroDenominator) }
        return numerator?.divided(by: denominator).map { .number($0) } ?? .numberTooLarge
    }
}

private extension [Value] {
    /// The sum of all numbers; nil where it takes more digits than any figure has.
    var total: Number? {
        reduce(Number.zero as Number?) { sum, value in value.amount.flatMap { sum?.adding($0) } }
    }
}
