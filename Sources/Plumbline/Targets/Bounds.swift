import CEL
public import Quantities

/// A range of numbers with a floor, a ceiling or both: what the numeric targets come down to.
public struct Bounds: Sendable {
    var floor: Bound?
    var ceiling: Bound?

    /// At least the limit, or with `isInclusive: false` more than it.
    public static func floor(_ limit: Number, isInclusive: Bool = true) -> Bounds {
        Bounds(floor: Bound(side: .floor, limit: limit, isInclusive: isInclusive))
    }

    /// At most the limit, or with `isInclusive: false` less than it.
    public static func ceiling(_ limit: Number, isInclusive: Bool = true) -> Bounds {
        Bounds(ceiling: Bound(side: .ceiling, limit: limit, isInclusive: isInclusive))
    }

    /// From the one to the other, both included.
    public static func range(_ low: Number, _ high: Number) -> Bounds {
        Bounds(
            floor: Bound(side: .floor, limit: low, isInclusive: true),
            ceiling: Bound(side: .ceiling, limit: high, isInclusive: true))
    }

    /// Verdict, gap and closings of a numeric value held against the range.
    public func lower(_ observed: Observed, limit: Limit) -> Lowering {
        let value = observed.expression
        let verdicts = [floor, ceiling].compactMap { $0?.verdict(value) }
        let verdict = verdicts.dropFirst().reduce(verdicts.first ?? .constant(.bool(true), range: 0..<0)) { $0 && $1 }
        return Lowering(
            verdict: verdict, gap: gap(value), closings: closings(observed), limit: limit,
            share: limit.unit?.isRatioSign == true ? observed.ratio.flatMap { $0.isOfOneKind ? $0 : nil } : nil)
    }

    /// Observed minus the limit that is broken; inside a range of two limits 0.
    private func gap(_ value: Expression) -> Expression? {
        switch (floor, ceiling) {
        case (nil, nil): nil
        case (let only?, nil), (nil, let only?): value - .number(only.limit)
        case (let floor?, let ceiling?):
            .operation(
                Operator.conditional, value < .number(floor.limit), value - .number(floor.limit),
                .conditional(value > .number(ceiling.limit), value - .number(ceiling.limit), .number(0)))
        }
    }

    private func closings(_ observed: Observed) -> [Lowering.Closing] {
        switch (floor, ceiling) {
        case (nil, nil): return []
        case (let only?, nil), (nil, let only?): return only.candidates(observed).map { closing($0, within: nil) }
        case (let floor?, let ceiling?):
            let isBelow = observed.expression < .number(floor.limit)
            let up = floor.candidates(observed).map { closing($0, within: ceiling) }
            let down = ceiling.candidates(observed).map { closing($0, within: floor) }
            return Closing.Kind.allCases.compactMap { kind in
                let none = Expression.operation("dyn", .constant(.null, range: 0..<0))
                let sides = [up, down].map { side in side.first { $0.kind == kind }?.amount ?? none }
                guard (up + down).contains(where: { $0.kind == kind }) else { return nil }
                return Lowering.Closing(kind: kind, amount: .conditional(isBelow, sides[0], sides[1]))
            }
        }
    }

    /// A candidate as a closing: impossible where too few are there or the step would leave the range on its far side.
    private func closing(_ candidate: Bound.Candidate, within other: Bound?) -> Lowering.Closing {
        let conditions = [candidate.isPossible, other?.verdict(candidate.valueAfter)].compactMap(\.self)
        let amount = conditions.reversed().reduce(Expression.operation("dyn", candidate.amount)) { $0.nullable(if: $1) }
        return Lowering.Closing(kind: candidate.kind, amount: amount)
    }
}
