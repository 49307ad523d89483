import CEL
import Diagnostics
import Quantities

/// One part of a composition: the columns that hold its members, and its share.
struct PartFormulas {
    let part: CompositionText.Part
    /// For every record whether it is in the part, an unknown one held.
    let members: String
    /// A one for every record that is known to be in the part.
    let known: String

    init(_ part: CompositionText.Part, place: Int) {
        self.part = part
        members = "part\(place)"
        known = "part\(place)_known"
    }

    var share: Expression { .call(Aggregate.share.listFunction, [.identifier(members)]) }

    /// The part and what is asked of it.
    var title: Localized {
        Localized(same: ([part.title] + part.bounds.map { "\($0.bound.sign) \($0.limit.source)" }).joined(separator: " "))
    }
}

/// How many of the missing records have to be of a part, and how many can be.
struct PartSpan {
    let known: Expression
    /// The fewest and the most members that the bounds allow.
    private let least, most: Expression?

    init(_ part: PartFormulas, total: Expression, known: Expression) {
        self.known = known
        least = part.part.bounds.first { $0.bound.isFloor }.map { bound, limit in
            let members = .number(limit.value) * total
            return bound.isInclusive ? members.ceiling : members.floor + .number(1)
        }
        most = part.part.bounds.first { !$0.bound.isFloor }.map { bound, limit in
            let members = .number(limit.value) * total
            return bound.isInclusive ? members.floor : members.ceiling - .number(1)
        }
    }

    var needed: Expression { least.map { .call("max", [.number(0), $0 - known]) } ?? .number(0) }

    func room(atMost open: Expression) -> Expression { most.map { $0 - known } ?? open }

    /// Whether the part by itself can come out right.
    var isPossible: Expression {
        guard let most else { return .yes }
        return known <= most && (least.map { $0 <= most } ?? .yes)
    }
}

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
