import CEL
import Quantities

/// Picks the share that is furthest beyond its bound, by gap over limit, the first of equals; within all bounds the one
/// that is nearest to leaving them.
struct WorstShortfall {
    private let requirements: [ShareRequirement]
    /// What all parts together have to make: worst only where it is broken.
    private let whole: ShareRequirement?
    /// What the rule observes, whose text and type closings need.
    private let observed: Observed

    /// - Precondition: There is at least one requirement.
    init(_ requirements: [ShareRequirement], whole: ShareRequirement?, of observed: Observed) {
        self.requirements = requirements
        self.whole = whole
        self.observed = observed
    }

    /// The sign between figure and limit, where all bounds have the same; else the rule's own text says which is which.
    var sign: String {
        let signs = Set((requirements + [whole].compactMap(\.self)).map { $0.bound?.sign ?? "=" })
        return signs.count == 1 ? signs.first ?? "" : ""
    }

    func value(of part: (ShareRequirement) -> Expression) -> Expression {
        guard let last = requirements.last else { return .number(0) }
        let among = requirements.indices.dropLast().reversed().reduce(part(last)) { rest, place in
            let later = requirements[(place + 1)...].map { requirements[place].isAsBad(as: $0) }
            return .conditional(later.reduce(.yes) { $0 && $1 }, part(requirements[place]), rest)
        }
        guard let whole else { return among }
        return .conditional(isWholeWorst(whole), part(whole), among)
    }

    /// What closes the worst one's gap, by kind.
    var closings: [Lowering.Closing] {
        let all = (requirements + [whole].compactMap(\.self)).flatMap { requirement in closings(of: requirement).map(\.kind) }
        return Closing.Kind.allCases.filter(all.contains).map { kind in
            // What is no number is no closing.
            let none = Expression.operation("dyn", .no)
            return Lowering.Closing(kind: kind, amount: value { requirement in
                closings(of: requirement).first { $0.kind == kind }?.amount ?? none
            })
        }
    }
}

private extension WorstShortfall {
    func isWholeWorst(_ whole: ShareRequirement) -> Expression {
        let distance = whole.gap.magnitude / .number(whole.limit == 0 ? 1 : whole.limit)
        return requirements.map { distance > $0.shortfall }.reduce(distance > .number(0)) { $0 && $1 }
    }

    func closings(of requirement: ShareRequirement) -> [Lowering.Closing] {
        var share = observed
        (share.expression, share.type, share.isCount) = (requirement.share, NumberValue.type, false)
        share.ratio = Observed.Ratio(numerator: requirement.count, denominator: requirement.total, isOfOneKind: true)
        return requirement.bounds.closings(share)
    }
}

private extension ShareRequirement {
    /// Whether it is at least as far beyond its bound as another. Just at its bound one that has to be passed is broken, and
    /// one that has to be reached is not.
    func isAsBad(as other: ShareRequirement) -> Expression {
        guard bound?.isInclusive ?? true, other.bound?.isInclusive == false else { return shortfall >= other.shortfall }
        return shortfall > other.shortfall || shortfall >= other.shortfall && .operation(Operator.notEquals, shortfall, .number(0))
    }
}
