import Diagnostics
import Quantities

/// Finds limits that do not go with the figure from which their rule starts: one that it meets already, so that it may
/// get worse, and a level to be kept that it has not reached.
struct BaselineConflicts {
    private let claims: [RuleClaim]
    private let declared: (RuleClaim) -> Clause.Conflict?

    /// - Parameter declared: What the register says of a rule's clause that its own baseline contradicts.
    init(_ claims: [RuleClaim], declared: @escaping (RuleClaim) -> Clause.Conflict?) {
        self.claims = claims
        self.declared = declared
    }

    var warnings: [Diagnostic] { claims.compactMap(warning) }

    private func warning(_ claim: RuleClaim) -> Diagnostic? {
        guard let start = claim.start else { return nil }
        if claim.isToBeKept {
            return claim.range.contains(start) ? nil : .keptLevelNotReached(claim.plan, start: start, declared: declared(claim))
        }
        guard claim.isOneSided, claim.range.contains(start), start != claim.end else { return nil }
        return .limitLooserThanBaseline(claim.plan, start: start, declared: declared(claim))
    }
}

private extension RuleClaim {
    /// The figure that the rule states as its baseline, in base units.
    var start: Number? { plan.statedBaseline?.value ?? plan.coverage?.baseline?.value }

    /// Whether every one of several periods has to be within the limit, with no way there from the baseline.
    var isToBeKept: Bool {
        guard let choice = plan.schedule.choice, choice.periods.count > 1, choice.manner == .all || choice.manner == .each
        else { return false }
        return rule.pace.map { $0.pace == .none } ?? true
    }

    var isOneSided: Bool { (range.floor == nil) != (range.ceiling == nil) }

    var end: Number? { range.floor?.value ?? range.ceiling?.value }
}
