import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Finds floors on shares of one whole that leave nothing over: together 100 %, they can hold only as equalities; above
/// that, not at all.
struct FullShares {
    private let claims: [RuleClaim]

    init(_ claims: [RuleClaim]) { self.claims = claims }

    var warnings: [Diagnostic] {
        var wholes: OrderedDictionary<Whole, [(value: String, plan: RulePlan, floor: Number)]> = [:]
        for claim in claims {
            guard let (whole, value, floor) = part(claim) else { continue }
            wholes[whole, default: []].append((value, claim.plan, floor))
        }
        return wholes.values.compactMap { parts in
            guard parts.count > 1, Set(parts.map(\.value)).count == parts.count else { return nil }
            let sum = parts.reduce(Number(0)) { $0 + $1.floor }
            guard sum >= Number(1) else { return nil }
            return .sharesFillWhole(parts.map(\.plan), isMore: sum > Number(1))
        }
    }
}

private extension FullShares {
    /// Of what rules take shares.
    struct Whole: Hashable {
        var table: String
        var conditions: Set<String>
        var periods: Set<CalendarPeriod>
        var per: String
        var observed: String
    }

    /// `require: tier == 'A'` with `coverage: {at_least: 15%}`: the share of those that have one value.
    func part(_ claim: RuleClaim) -> (Whole, value: String, floor: Number)? {
        guard let coverage = claim.plan.coverage, coverage.isShare, let floor = claim.range.floor,
              case .call(Operator.equals, nil, let sides)? = claim.condition?.node, sides.count == 2,
              case .constant(let value) = sides[1].node
        else { return nil }
        let whole = Whole(
            table: claim.rule.table, conditions: claim.conditions, periods: claim.periods,
            per: claim.rule.coverage?.per?.text ?? "", observed: sides[0].unparsed())
        return (whole, value.description, floor.value)
    }
}
