extension PlainJudge {
    /// What is missing and what is extra, whatever the elements of which nobody knows what they are.
    func same(_ set: PlainSameSet, _ scope: PlainScope) -> PlainVerdict {
        let own = evaluator.values(set.list, set.by, scope)
        let other: Result<[PlainValue], PlainObstacle> = switch set.other {
        case .values(let values): .success(values.map { .text($0) })
        case .list(let list): evaluator.values(list, set.by, scope)
        }
        guard case .success(let own) = own, case .success(let wanted) = other else {
            let causes = [own, other].compactMap { if case .failure(let obstacle) = $0 { obstacle.causes } else { nil } }.joined()
            return causes.isEmpty ? PlainVerdict(.rule_error) : PlainVerdict(.unknown(Set(causes)))
        }
        if (own + wanted).contains(.failure) { return PlainVerdict(.rule_error) }
        let known = Set((own + wanted).filter(\.isKnown).map(\.shown))
        let fresh = (0...1).map { "other \($0)" }
        let tried = PlainImagination.results(atMost: 3_000) { imagination -> (missing: Int, extra: Int) in
            func complete(_ values: [PlainValue], _ side: String) -> Set<String> {
                Set(values.enumerated().map { $1.isKnown ? $1.shown : imagination.choose("\(side) \($0)", from: known.sorted() + fresh) })
            }
            let (here, there) = (complete(own, "own"), complete(wanted, "other"))
            return (there.subtracting(here).count, set.isExtraAllowed ? 0 : here.subtracting(there).count)
        }
        guard let all = tried?.all, let first = all.first else {
            var verdict = PlainVerdict(.missing_decides)
            verdict.orElse = [.within_limit, .beyond_limit]
            return verdict
        }
        let holds = first.missing + first.extra == 0
        guard all.allSatisfy({ ($0.missing + $0.extra == 0) == holds }) else { return PlainVerdict(.missing_decides) }
        var verdict = PlainVerdict(holds ? .within_limit : .beyond_limit)
        verdict.limit = .unsaid
        guard all.count == 1 else {
            (verdict.observed, verdict.gap, verdict.closings) = (.unsaid, .unsaid, .unsaid)
            return verdict
        }
        verdict.observed = .text("\(first.missing + first.extra)")
        verdict.gap = verdict.observed
        if !holds { verdict.closings = .text("add \(first.missing)" + (set.isExtraAllowed ? "" : ", remove \(first.extra)")) }
        return verdict
    }
}

extension PlainEvaluator {
    /// A field of each element of a list.
    func values(_ list: PlainList, _ field: String, _ scope: PlainScope) -> Result<[PlainValue], PlainObstacle> {
        elements(list, scope).map { rows in
            rows.map { value(.path(variable: list.variable, steps: [field]), scope.with(list.variable, $0)) }
        }
    }
}
