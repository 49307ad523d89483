/// A published figure that records are held against.
struct PlainPublished {
    var area: String
    var group: String?

    var text: String { "benchmark: {area: '\(area)'\(group.map { ", group: \($0)" } ?? "")}" }
}

extension PlainJudge {
    func held(_ indicator: PlainObserved, against published: PlainPublished, _ bound: PlainBound, _ scope: PlainScope) -> PlainVerdict {
        let own = evaluator.value(.path(variable: nil, steps: [indicator.name]), scope)
        let group = published.group.map { evaluator.value(.path(variable: nil, steps: [$0]), scope) }
        let figure = data.published(indicator.names, of: published.area, group?.shown, in: scope.year)
        if let obstacle = PlainValue.obstacle(among: [own, figure] + [group].compactMap(\.self)) {
            var verdict = PlainVerdict(obstacle)
            if policy == .against, verdict.reason.isOfCell { (verdict.reason, verdict.observed) = (.beyond_limit, .unsaid) }
            return verdict
        }
        guard let value = own.number, let number = figure.number else { return PlainVerdict(.rule_error) }
        let limit = number + bound.fixed[0]
        var verdict = PlainVerdict(bound.holds(value, [limit]) ? .within_limit : .beyond_limit)
        verdict.observed = .text(value.description)
        verdict.gap = .text((value - limit).description)
        verdict.limit = .text(limit.description)
        verdict.closings = .unsaid
        return verdict
    }
}
