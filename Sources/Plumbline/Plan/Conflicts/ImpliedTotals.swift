import Diagnostics
import OrderedCollections
import Quantities

/// Finds pairs of a count and a rate that imply different totals: 2,000 doctors at 4 per 10,000 are for 5,000,000
/// residents, 20,000 nurses at 5 per 1,000 for 4,000,000.
struct ImpliedTotals {
    /// A total that a count and a rate of one ruleset imply together.
    struct Total {
        var rate: RulePlan
        var count: RulePlan
        var value: Number
    }

    private let claims: [RuleClaim]

    /// A total that is no more than this many times another may be what rounding makes of it.
    private static let most = Number(105).divided(by: Number(100)) ?? .one

    init(_ claims: [RuleClaim]) { self.claims = claims }

    var warnings: [Diagnostic] {
        totals.values.compactMap { totals in
            guard let least = totals.min(by: { $0.value < $1.value }), let most = totals.max(by: { $0.value < $1.value }),
                  most.value > least.value * Self.most
            else { return nil }
            return .totalsDiffer(least, most)
        }
    }
}

private extension ImpliedTotals {
    /// What a rate is over, of whom and when.
    struct Whole: Hashable {
        var table: String
        var denominator: String
        var conditions: Set<String>
        var periods: Set<CalendarPeriod>
    }

    var totals: OrderedDictionary<Whole, [Total]> {
        var totals: OrderedDictionary<Whole, [Total]> = [:]
        for rate in claims {
            guard let parts = rate.parts, let denominator = parts.denominator, let limit = rate.end, !limit.isZero else { continue }
            let counts = claims.filter { count in
                count.parts.map { $0.denominator == nil && $0.numerator == parts.numerator } ?? false
                    && count.rule.table == rate.rule.table && count.conditions == rate.conditions && count.periods == rate.periods
                    && count.isFloor == rate.isFloor
            }
            for count in counts {
                guard let number = count.end, let total = number.divided(by: limit) else { continue }
                let whole = Whole(
                    table: rate.rule.table, denominator: denominator, conditions: rate.conditions, periods: rate.periods)
                totals[whole, default: []].append(Total(rate: rate.plan, count: count.plan, value: total))
            }
        }
        return totals
    }
}

private extension RuleClaim {
    var isFloor: Bool { range.floor != nil && range.ceiling == nil }

    /// The one end of a floor or a ceiling, or what a number has to equal.
    var end: Number? { range.floor?.value ?? range.ceiling?.value }
}
