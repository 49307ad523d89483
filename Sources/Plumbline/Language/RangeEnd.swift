import Quantities

/// An end of a range of numbers: a number that belongs to the range, or none.
enum RangeEnd: Hashable {
    case belowAll
    case number(Number)
    case aboveAll

    /// The number, if the range ends.
    var number: Number? {
        if case .number(let number) = self { number } else { nil }
    }

    var negated: RangeEnd {
        switch self {
        case .belowAll: .aboveAll
        case .number(let number): .number(-number)
        case .aboveAll: .belowAll
        }
    }

    /// The end under a function that never falls and has no bound; nil where the function has no answer.
    func mapped(_ change: (Number) -> Number?) -> RangeEnd? {
        guard case .number(let number) = self else { return self }
        return change(number).map { .number($0) }
    }

    /// The sum with an end of the same side; nil where it takes more digits than any figure has.
    func adding(_ other: RangeEnd) -> RangeEnd? {
        switch (self, other) {
        case (.number(let first), .number(let second)): first.adding(second).map { .number($0) }
        case (.number, _): other
        default: self
        }
    }

    /// The product, where nothing times no end is nothing; nil where it takes more digits than any figure has.
    func multiplied(by other: RangeEnd) -> RangeEnd? {
        if case .number(let first) = self, case .number(let second) = other {
            return first.multiplied(by: second).map { .number($0) }
        }
        let sign = signum * other.signum
        return sign == 0 ? .number(.zero) : sign < 0 ? .belowAll : .aboveAll
    }

    var signum: Int {
        switch self {
        case .belowAll: -1
        case .number(let number): number.signum
        case .aboveAll: 1
        }
    }
}

extension RangeEnd: Comparable {
    static func < (lhs: RangeEnd, rhs: RangeEnd) -> Bool {
        switch (lhs, rhs) {
        case (.number(let first), .number(let second)): first < second
        case (.belowAll, .number), (.belowAll, .aboveAll), (.number, .aboveAll): true
        default: false
        }
    }
}
