import CEL
import Quantities

/// The numbers that a value could be, and arithmetic over them: each result holds every number that comes of
/// numbers in the operands, taken one by one.
struct NumberRange {
    var low: RangeEnd
    var high: RangeEnd

    /// Every number.
    static let all = NumberRange(low: .belowAll, high: .aboveAll)

    init(low: RangeEnd, high: RangeEnd) {
        self.low = low
        self.high = high
    }

    init(_ number: Number) { self.init(low: .number(number), high: .number(number)) }

    /// A number's, an interval's; nil for what is neither.
    init?(_ value: Value) {
        if let number = value.number {
            self.init(number)
        } else if let interval = value.interval {
            self.init(
                low: interval.low.map { .number($0) } ?? .belowAll,
                high: interval.high.map { .number($0) } ?? .aboveAll)
        } else {
            return nil
        }
    }

    /// The only number that there is, or an interval.
    ///
    /// - Parameter causes: What is not known; nil only for a range of one number.
    func value(_ causes: UnknownSet?) -> Value {
        guard let causes, low != high else { return low.number.map { .number($0) } ?? .noNumber }
        return .object(IntervalValue(low: low.number, high: high.number, causes: causes))
    }
}

// MARK: - Arithmetic; nil where a number takes more digits than any figure has

extension NumberRange {
    var negated: NumberRange { NumberRange(low: high.negated, high: low.negated) }

    var magnitude: NumberRange {
        if low.signum >= 0 { return self }
        if high.signum <= 0 { return negated }
        return NumberRange(low: .number(.zero), high: max(low.negated, high))
    }

    var holdsZero: Bool { low.signum <= 0 && high.signum >= 0 }

    /// The range under a function that never falls and has no bound.
    func mapped(_ change: (Number) -> Number?) -> NumberRange? {
        guard let low = low.mapped(change), let high = high.mapped(change) else { return nil }
        return NumberRange(low: low, high: high)
    }

    func adding(_ other: NumberRange) -> NumberRange? {
        guard let low = low.adding(other.low), let high = high.adding(other.high) else { return nil }
        return NumberRange(low: low, high: high)
    }

    func subtracting(_ other: NumberRange) -> NumberRange? { adding(other.negated) }

    func multiplied(by other: NumberRange) -> NumberRange? {
        let products = [
            low.multiplied(by: other.low), low.multiplied(by: other.high), high.multiplied(by: other.low),
            high.multiplied(by: other.high),
        ].compactMap { $0 }
        guard products.count == 4, let low = products.min(), let high = products.max() else { return nil }
        return NumberRange(low: low, high: high)
    }

    /// - Precondition: `other` does not hold zero.
    func divided(by other: NumberRange) -> NumberRange? {
        guard let low = other.high.reciprocal, let high = other.low.reciprocal else { return nil }
        return multiplied(by: NumberRange(low: low, high: high))
    }

    /// - Precondition: `exponent` is not negative.
    func power(_ exponent: Int) -> NumberRange? {
        if exponent == 0 { return NumberRange(.one) }
        return (exponent % 2 == 0 ? magnitude : self).mapped { $0.power(exponent) }
    }

    /// What the least (or the greatest) of numbers out of each range can be; nil where there is no range.
    static func extreme(
        _ ranges: some Sequence<NumberRange>, _ better: (RangeEnd, RangeEnd) -> RangeEnd
    ) -> NumberRange? {
        ranges.reduce(nil as NumberRange?) { best, range in
            guard let best else { return range }
            return NumberRange(low: better(best.low, range.low), high: better(best.high, range.high))
        }
    }
}

// MARK: - Order

extension NumberRange {
    /// How a number of this range can stand to one of the other.
    func orders(against other: NumberRange) -> [Ordering] {
        var orders: [Ordering] = []
        if low < other.high { orders.append(.ascending) }
        if max(low, other.low) <= min(high, other.high) { orders.append(.same) }
        if high > other.low { orders.append(.descending) }
        return orders
    }
}

private extension RangeEnd {
    /// One over the end of a range without zero; nothing is over no end.
    var reciprocal: RangeEnd? {
        guard case .number(let number) = self else { return .number(.zero) }
        return number.reciprocal.map { .number($0) }
    }
}
