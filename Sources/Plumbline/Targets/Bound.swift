import CEL
import Quantities

/// One side of a range: a floor or a ceiling, with or without the limit itself.
///
/// The arithmetic of closings lives here once, for every target that has a floor, a ceiling or both. What
/// depends on the limit is asked in CEL, and settled at once where the limit is the same for all records.
struct Bound: Sendable {
    enum Side: Sendable {
        case floor
        case ceiling
    }

    /// A way of coming back to the limit: how many, whether that many are there, and the value then.
    struct Candidate {
        var kind: Closing.Kind
        var amount: Expression
        var isPossible: Expression?
        var valueAfter: Expression

        /// Counts are not negative; where data say so, no step leads out of it.
        func ofCounts(_ ratio: Observed.Ratio) -> Candidate {
            var candidate = self
            let areCounts = ratio.numerator >= .number(0) && ratio.denominator > .number(0)
            candidate.isPossible = isPossible.map { areCounts && $0 } ?? areCounts
            return candidate
        }
    }

    let side: Side
    /// In base units.
    let limit: Expression
    /// Whether the limit itself is good enough.
    let isInclusive: Bool

    func verdict(_ observed: Expression) -> Expression {
        switch (side, isInclusive) {
        case (.floor, true): observed >= limit
        case (.floor, false): observed > limit
        case (.ceiling, true): observed <= limit
        case (.ceiling, false): observed < limit
        }
    }

    /// What would bring a value that lies beyond the limit back to it; none where it is no count.
    func candidates(_ observed: Observed) -> [Candidate] {
        if let ratio = observed.ratio {
            let ways = isShare(ratio).truth == false ? [quotient(ratio)] : [quotient(ratio), both(ratio)]
            return ways.map { $0.ofCounts(ratio) }
        }
        if let mean = observed.mean { return raised(mean).map { [$0] } ?? [] }
        return observed.isCount ? [count(observed.expression)] : []
    }
}

extension Bound {
    /// What would have to be added to the values in all; nothing where the limit itself is not enough, for then no amount
    /// is the smallest.
    private func raised(_ mean: Observed.Mean) -> Candidate? {
        guard side == .floor, isInclusive else { return nil }
        let amount = limit * mean.count - mean.sum
        return Candidate(kind: .raise, amount: amount, valueAfter: (mean.sum + amount) / mean.count)
    }

    /// The smallest whole number of at least (or, where the limit itself is not enough, above) `amount`.
    private func smallest(_ amount: Expression) -> Expression { isInclusive ? amount.ceiling : amount.floor + .number(1) }

    private func count(_ value: Expression) -> Candidate {
        switch side {
        case .floor:
            let amount = smallest(limit - value)
            return Candidate(kind: .add, amount: amount, valueAfter: value + amount)
        case .ceiling:
            let amount = smallest(value - limit)
            return Candidate(kind: .remove, amount: amount, isPossible: amount <= value, valueAfter: value - amount)
        }
    }

    /// Nobody has more than all of a kind: beyond 100 % the limit is a ratio's, not a share's.
    private func isShare(_ ratio: Observed.Ratio) -> Expression { ratio.isOfOneKind ? limit <= .number(1) : .no }

    /// `n / d` where only the numerator can move.
    private func quotient(_ ratio: Observed.Ratio) -> Candidate {
        let (n, d) = (ratio.numerator, ratio.denominator)
        let needed = limit * d
        switch side {
        case .floor:
            let amount = smallest(needed - n)
            // Of a part no more can join than there are others; of anything else there is no such bound.
            let isPossible = !isShare(ratio) || amount <= d - n
            return Candidate(
                kind: .convert, amount: amount, isPossible: isPossible.truth == true ? nil : isPossible, valueAfter: (n + amount) / d)
        case .ceiling:
            let amount = smallest(n - needed)
            return Candidate(kind: .convert, amount: amount, isPossible: amount <= n, valueAfter: (n - amount) / d)
        }
    }

    /// Numerator and denominator move alike: (n ± k) / (d ± k), where the numerator is a part of the denominator.
    private func both(_ ratio: Observed.Ratio) -> Candidate {
        let (n, d) = (ratio.numerator, ratio.denominator)
        // While something else is counted, the share comes as near to 100 % as one likes and never there.
        let isPossible = limit < .number(1)
        let kind: Closing.Kind = side == .floor ? .add : .remove
        guard isPossible.truth != false else { return Candidate(kind: kind, amount: .number(0), isPossible: .no, valueAfter: n / d) }
        switch side {
        case .floor:
            let amount = smallest((limit * d - n) / (.number(1) - limit))
            return Candidate(
                kind: kind, amount: amount, isPossible: isPossible.truth == true ? nil : isPossible,
                valueAfter: (n + amount) / (d + amount))
        case .ceiling:
            let amount = smallest((n - limit * d) / (.number(1) - limit))
            // Something must be left to take the share of.
            return Candidate(
                kind: kind, amount: amount, isPossible: isPossible && amount <= n && amount < d,
                valueAfter: (n - amount) / (d - amount))
        }
    }
}
