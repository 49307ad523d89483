public import CEL
import Quantities

/// A range of numbers with a floor, a ceiling or both: what the numeric targets come down to.
///
/// Limits are expressions over a record's fields, in base units: constants, mostly.
public struct Bounds: Sendable {
    var floor: Bound?
    var ceiling: Bound?

    /// At least the limit, or with `isInclusive: false` more than it.
    public static func floor(_ limit: Expression, isInclusive: Bool = true) -> Bounds {
        Bounds(floor: Bound(side: .floor, limit: limit, isInclusive: isInclusive))
    }

    /// At most the limit, or with `isInclusive: false` less than it.
    public static func ceiling(_ limit: Expression, isInclusive: Bool = true) -> Bounds {
        Bounds(ceiling: Bound(side: .ceiling, limit: limit, isInclusive: isInclusive))
    }

    /// From the one to the other, both included.
    public static func range(_ low: Expression, _ high: Expression) -> Bounds {
        Bounds(
            floor: Bound(side: .floor, limit: low, isInclusive: true),
            ceiling: Bound(side: .ceiling, limit: high, isInclusive: true))
    }

    /// Verdict, gap and closings of a numeric value held against the range.
    ///
    /// - Parameter applies: Whether there is a limit for the record; nil where every record has one.
    public func lower(_ observed: Observed, limit: Limit, applies: Expression? = nil) -> Lowering {
        let value = observed.expression
        return Lowering(
            applies: applies, verdict: verdict(value), gap: gap(value), limitValue: limitValue(for: value),
            closings: closings(observed), limit: limit,
            share: limit.unit?.isRatioSign == true ? observed.ratio.flatMap { $0.isOfOneKind ? $0 : nil } : nil)
    }

    /// Whether a value is within the range, of type bool.
    public func verdict(_ value: Expression) -> Expression {
        [floor, ceiling].compactMap { $0?.verdict(value) }.reduce(.yes) { $0 && $1 }
    }

    /// The limit that the value is nearest to breaking, or has broken; nil where all records have the same.
    public func limitValue(for value: Expression) -> Expression? {
        let limits = [floor, ceiling].compactMap { $0?.limit }
        guard limits.contains(where: { $0.number == nil }), let first = limits.first, let last = limits.last else { return nil }
        guard limits.count == 2 else { return first }
        return .conditional((value - first).magnitude <= (value - last).magnitude, first, last)
    }

    /// Observed minus the limit that is broken; inside a range of two limits 0.
    public func gap(_ value: Expression) -> Expression? {
        switch (floor, ceiling) {
        case (nil, nil): nil
        case (let only?, nil), (nil, let only?): value - only.limit
        case (let floor?, let ceiling?):
            .conditional(
                value < floor.limit, value - floor.limit,
                .conditional(value > ceiling.limit, value - ceiling.limit, .number(0)))
        }
    }

    /// What would bring an observed value into the range.
    public func closings(_ observed: Observed) -> [Lowering.Closing] {
        switch (floor, ceiling) {
        case (nil, nil): return []
        case (let only?, nil), (nil, let only?): return only.candidates(observed).map { closing($0, within: nil) }
        case (let floor?, let ceiling?):
            let isBelow = observed.expression < floor.limit
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
}

private extension Bounds {
    /// A candidate as a closing: impossible where too few are there or the step would leave the range on its far side.
    func closing(_ candidate: Bound.Candidate, within other: Bound?) -> Lowering.Closing {
        let conditions = [candidate.isPossible, other?.verdict(candidate.valueAfter)].compactMap(\.self)
        let amount = conditions.reversed().reduce(Expression.operation("dyn", candidate.amount)) { $0.nullable(if: $1) }
        return Lowering.Closing(kind: candidate.kind, amount: amount)
    }
}
