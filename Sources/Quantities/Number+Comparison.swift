import BigInt

extension Number: Equatable {
    public static func == (lhs: Number, rhs: Number) -> Bool {
        switch (lhs.lane, rhs.lane) {
        case (.small(let a, let b), .small(let c, let d)): a == c && b == d
        case (.big(let a, let b), .big(let c, let d)): a == c && b == d
        default: false
        }
    }
}

extension Number: Hashable {
    /// Feeds the hasher the `Int64` alone for a whole value that fits one (so that `Number(5)` and
    /// `Int64(5)` hash alike), else numerator and denominator.
    public func hash(into hasher: inout Hasher) {
        switch lane {
        case .small(let numerator, let denominator):
            hasher.combine(numerator)
            if denominator != 1 { hasher.combine(denominator) }
        case .big(let numerator, let denominator):
            hasher.combine(numerator)
            hasher.combine(denominator)
        }
    }
}

extension Number: Comparable {
    /// Compares by cross-multiplication in 128 bits, exactly and without an allocation in the small lane.
    public static func < (lhs: Number, rhs: Number) -> Bool {
        guard case .small(let a, let b) = lhs.lane, case .small(let c, let d) = rhs.lane else {
            let (left, right) = (lhs.fraction, rhs.fraction)
            return left.numerator * right.denominator < right.numerator * left.denominator
        }
        return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }

    /// -1, 0 or 1, as the value is below, equal to or above `other`.
    public func compared(to other: Number) -> Int { self == other ? 0 : self < other ? -1 : 1 }
}
