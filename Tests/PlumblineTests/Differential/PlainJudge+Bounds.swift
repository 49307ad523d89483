/// Verdicts that stand whatever the missing cells are.
extension PlainJudge {
    /// The verdict where every value of what is missing in lists leads to the same one.
    func bounded(_ observe: (PlainEvaluator, PlainScope) -> PlainValue, _ bound: PlainBound, _ scope: PlainScope) -> PlainVerdict? {
        guard policy.isBounded else { return nil }
        let tried = PlainImagination.results { imagination -> (value: PlainNumber, holds: Bool, gap: PlainNumber?, figures: [PlainNumber])? in
            var imagining = evaluator
            imagining.imagination = imagination
            guard let limits = limits(of: bound, scope, imagining), let value = observe(imagining, scope).number else { return nil }
            let figures = bound.figures(limits.compactMap(number))
            guard limits.allSatisfy(\.isKnown), !figures.isEmpty else { return nil }
            return (value, bound.holds(value, figures), bound.gap(value, figures), figures)
        }
        guard let tried, let first = tried.all.first ?? nil, tried.all.allSatisfy({ $0?.holds == first.holds }) else { return nil }
        let values = tried.all.compactMap { $0?.value }
        // What lies between the least and the most is taken for possible, though no whole numbers may come to it.
        let (least, most) = (values.min()!, values.max()!)
        let sides = Set(tried.all.compactMap { $0?.figures })
        // Value and limit are each weighed by themselves, though what is missing may be in both.
        guard values.allSatisfy({ value in sides.allSatisfy { bound.holds(value, $0) == first.holds } }) else { return nil }
        let figures = tried.all.flatMap { $0?.figures ?? [] }
        if figures.contains(where: { $0 > least && $0 < most }) { return nil }
        // Nor is a value that a limit could come to out of reach because no limit that was tried is that very number.
        for place in first.figures.indices where [.equals, .oneOf].contains(bound.kind) {
            let (low, high) = (sides.map { $0[place] }.min()!, sides.map { $0[place] }.max()!)
            if low < high, most >= low, least <= high { return nil }
        }
        // Of a choice of figures an interval is never all of it.
        if bound.kind == .oneOf, least < most, figures.contains(where: { $0 >= least && $0 <= most }) { return nil }
        var verdict = PlainVerdict(first.holds ? .within_limit : .beyond_limit)
        verdict.observed = .text(least == most ? least.description : "\(least)..\(most)")
        verdict.gap = Set(tried.all.map { $0?.gap }).count == 1 ? first.gap.map { .text($0.description) } ?? .none : .none
        verdict.limit = bound.differs ? .unsaid : .none
        verdict.closings = .unsaid
        if tried.isUnbounded || sides.count > 1 { (verdict.observed, verdict.gap) = (.unsaid, .unsaid) }
        return verdict
    }
}
