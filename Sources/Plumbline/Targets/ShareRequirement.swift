import CEL
import Quantities

/// A bound on a share, with how many records it takes to come back to it.
struct ShareRequirement {
    /// Nil for a share that has to be just so much.
    let bound: ComparedBound?
    let limit: Number
    /// The members that are known, of `total`.
    let count, total: Expression
    /// The share of those, unknown where it is open.
    let share: Expression

    var bounds: Bounds { bound?.bounds(.number(limit)) ?? .range(.number(limit), .number(limit)) }
    var gap: Expression { share - .number(limit) }

    /// How far the share is beyond the limit, measured by it; negative within it. What is held against nothing is measured
    /// in shares.
    var shortfall: Expression {
        let beyond = bound?.isFloor ?? true ? .number(limit) - share : share - .number(limit)
        return limit == 0 ? beyond : beyond / .number(limit)
    }
}
