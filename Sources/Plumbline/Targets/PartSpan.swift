import CEL
import Quantities

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
