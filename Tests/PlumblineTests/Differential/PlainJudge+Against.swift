/// What was not reported held against a record: what such cells leave open fails, unless nothing that they could hold does.
extension PlainJudge {
    /// Whether verdicts on single records take it so. Where records are counted it is the count that does.
    var isHeldAgainst: Bool { policy == .against && rule.coverage == nil && supposition == nil }

    /// What a requirement comes to that cells leave open which nobody reported.
    func heldAgainst(_ requirement: PlainRule.Requirement, _ scope: PlainScope) -> PlainVerdict {
        var missed = PlainVerdict(.beyond_limit)
        if case .condition = requirement { missed.reason = .condition_false }
        return told(ways(scope) { $0.known(requirement, scope) }, missed.withoutFigures)
    }

    /// - Parameters:
    ///   - known: What the arms come to as far as they are known.
    ///   - settled: What they come to where each of them is held against the record by itself.
    func heldAgainst(_ arms: PlainArms, known: PlainVerdict, settled: PlainVerdict, _ scope: PlainScope) -> PlainVerdict {
        let ways = ways(scope) { $0.judged(arms, scope) }
        var verdict = told(ways, settled.withoutFigures)
        guard let ways, verdict.reason.outcome == .fail else {
            // Nor is it said of which of them a verdict is that no way changes.
            if verdict.reason.outcome == .pass { verdict.orElse.formUnion([.within_limit, .condition_true]) }
            verdict.arms = ways == nil ? settled.arms : known.arms
            verdict.arm = .unsaid
            // Where it may fail as well, they may be told each by itself.
            if !verdict.orElse.isDisjoint(with: [.condition_false, .beyond_limit]) {
                for place in verdict.arms.indices {
                    verdict.arms[place].orElse.formUnion(settled.arms[place].orElse.union([settled.arms[place].reason]))
                }
            }
            return verdict
        }
        // They are told as they are in one of the ways that fail, or each by itself, whatever the cells hold.
        verdict.orElse.insert(settled.reason)
        if case .among(let figures) = verdict.observed {
            verdict.observed = .among(figures + known.arms.filter { [.pass, .fail].contains($0.reason.outcome) }.map(\.observed))
        }
        for place in verdict.arms.indices {
            verdict.arms[place].orElse.formUnion(ways.verdicts.filter { $0.reason.outcome == .fail }.map { $0.arms[place].reason })
        }
        return verdict
    }

    /// Every way in which the cells could turn out; nil where there are too many.
    private func ways(_ scope: PlainScope, _ judge: (PlainJudge) -> PlainVerdict) -> PlainWays? {
        for isFine in [true, false] {
            var isExact = isFine
            let tried = PlainImagination.results(atMost: 2_500) { imagination in
                let supposition = PlainSupposition(imagination, data.vocabulary, isFine: isFine)
                var supposing = self
                supposing.supposition = supposition
                let verdict = judge(supposing)
                isExact = isExact && supposition.isExact
                return verdict
            }
            if let tried { return PlainWays(verdicts: tried.all, isExact: isExact && !tried.isUnbounded && !rule.asksWhatIsMeasured) }
        }
        return nil
    }

    /// - Parameter missed: What is told where it fails.
    private func told(_ ways: PlainWays?, _ missed: PlainVerdict) -> PlainVerdict {
        guard let ways else { return missed }
        var verdict = missed
        let failing = ways.verdicts.filter { $0.reason.outcome == .fail }
        if let first = failing.first {
            verdict.reason = first.reason
            verdict.orElse = Set(failing.map(\.reason))
            if ways.isExact {
                // Figures, where they are told, are those of a way that there is.
                verdict.observed = .perhaps(failing.map(\.observed))
                verdict.gap = .perhaps(failing.map(\.gap))
            }
            return verdict
        }
        // Of texts and of days nothing is supposed.
        let reasons = Set(ways.verdicts.map(\.reason)).filter { !$0.isOfCell }
        guard let last = reasons.max() else { return missed }
        let open = reasons.filter { $0.outcome == .notMeasured || $0.outcome == .error }
        verdict.reason = open.min() ?? last
        // That nothing fails nobody can show where not all can be tried that the cells could hold: then it fails as it is
        // said. How much is too much to be tried is the checker's to say.
        let isExact = ways.isExact && ways.verdicts.count <= 256 && !ways.verdicts.contains { $0.reason.isOfCell }
        if !isExact { verdict.orElse = [.condition_false, .beyond_limit] }
        return verdict
    }
}

private extension PlainRule {
    /// Whether something in it asks what came, rather than what cells hold.
    var asksWhatIsMeasured: Bool { text.contains(/measured\(|\.ratio\(|latest\(|earliest\(/) }
}

private extension PlainVerdict {
    /// The same verdict of which nobody knows by how much.
    var withoutFigures: PlainVerdict {
        var verdict = self
        (verdict.observed, verdict.gap, verdict.limit, verdict.closings, verdict.arm) = (.unsaid, .unsaid, .unsaid, .unsaid, .unsaid)
        return verdict
    }
}
