/// Rules of several arms.
extension PlainJudge {
    /// One arm that holds is enough under `any_of`, one that does not is too much under `all_of`; an arm that does not
    /// apply is neither. What was not reported is held against what they come to together.
    func judged(_ arms: PlainArms, _ scope: PlainScope) -> PlainVerdict {
        let known = verdict(arms, arms.arms.map { arm in arm.scope.flatMap { outside($0, scope) } ?? self.known(arm.requirement, scope) })
        guard isHeldAgainst else { return known }
        let settled = verdict(arms, arms.arms.map { arm in arm.scope.flatMap { outside($0, scope) } ?? required(arm.requirement, scope) })
        // An arm of which it is not known whether it applies decides nothing where another is held against the record.
        return known.reason.isOfCell ? heldAgainst(arms, known: known, settled: settled, scope) : settled
    }

    private func verdict(_ arms: PlainArms, _ verdicts: [PlainVerdict]) -> PlainVerdict {
        var verdict = decided(arms, verdicts)
        verdict.arms = verdicts
        return verdict
    }

    private func decided(_ arms: PlainArms, _ verdicts: [PlainVerdict]) -> PlainVerdict {
        let applicable = verdicts.indices.filter { verdicts[$0].reason.outcome != .notApplicable }
        if applicable.isEmpty { return PlainVerdict(.arm_not_applicable) }
        let decisive = applicable.filter { verdicts[$0].reason.outcome == (arms.isAny ? .pass : .fail) }
        if !decisive.isEmpty { return told(of: decisive, verdicts, farthest: !arms.isAny) }
        let open = applicable.filter { ![.pass, .fail].contains(verdicts[$0].reason.outcome) }
        if let reason = open.map({ verdicts[$0].reason }).min() { return PlainVerdict(reason) }
        return told(of: applicable, verdicts, farthest: false)
    }

    /// The figures are those of one arm: of the nearest to its limit, or of the farthest beyond it.
    private func told(of places: [Int], _ verdicts: [PlainVerdict], farthest: Bool) -> PlainVerdict {
        var best: (place: Int, ratio: PlainNumber?)?
        for place in places where verdicts[place].gap != .none {
            // Nobody says how far it is, and so not either which arm is told.
            // Nor does one whose value is only known to lie between two.
            guard verdicts[place].gap.isSaid, !verdicts[place].isBetween else { return unsaid(verdicts[places[0]].reason, among: places, verdicts) }
            let ratio = ratio(verdicts[place])
            guard let other = best else {
                best = (place, ratio)
                continue
            }
            if let a = ratio, let b = other.ratio, farthest ? a > b : a < b { best = (place, ratio) }
        }
        let place = best?.place ?? places[0]
        var verdict = verdicts[place]
        verdict.arm = .text("\(place)")
        return verdict
    }

    /// Gap over limit, the limit being as far from what was observed as the gap says; nothing where that is zero or no number.
    private func ratio(_ verdict: PlainVerdict) -> PlainNumber? {
        guard let gap = verdict.gap.number else { return nil }
        if gap == .zero { return .zero }
        guard let observed = verdict.observed.number, observed != gap else { return nil }
        return (gap / (observed - gap)).magnitude
    }

    private func unsaid(_ reason: PlainReason, among places: [Int], _ verdicts: [PlainVerdict]) -> PlainVerdict {
        var verdict = PlainVerdict(reason)
        (verdict.observed, verdict.gap, verdict.limit, verdict.closings, verdict.arm) = (.unsaid, .unsaid, .unsaid, .unsaid, .unsaid)
        verdict.orElse = Set(places.map { verdicts[$0].reason }.filter { $0.outcome == reason.outcome })
        return verdict
    }
}
