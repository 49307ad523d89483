import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Records in two periods, of which one is held against the other: `growth`, `change`.
struct GrowthMaker {
    private let maker: BoundaryMaker
    private let limit: Number
    private let isShare: Bool
    private let isYearAgo: Bool

    /// nil for a rule that compares no periods.
    init?(_ maker: BoundaryMaker) {
        guard case .target(_, let target) = maker.rule.rule.requirement, ["growth", "change"].contains(target.kind),
              let limit = maker.rule.limit?.bounds.first
        else { return nil }
        (self.maker, self.limit) = (maker, limit)
        isShare = target.kind == "growth"
        isYearAgo = target.limit.mapping?["against"]?.scalar?.text == "year_ago"
    }

    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let judged = maker.judged, let before = isYearAgo ? judged.yearBefore : judged.previous, let asked = maker.asked
        else { throw .noFixedLimit }
        let base = try maker.base()
        var (earlier, later) = (base, base)
        let reference = Number(100) * (maker.rule.observedField?.unit?.scale ?? 1)
        let level = isShare ? (limit + 1) * reference : reference + limit
        let step = maker.solver.step(of: asked, limit: level, in: base)
        let steps: Number = boundary == .justBelow ? -1 : boundary == .justAbove ? 1 : 0
        try maker.solver.set(asked, to: reference, &earlier)
        try maker.solver.set(asked, to: level + step * steps, &later)
        if boundary == .missing { for path in maker.fieldPaths.prefix(1) { later.remove(path) } }
        var example = maker.one(base)
        example.given = maker.example
        example.periods = [(before, earlier.fields), (judged, later.fields)]
        if maker.rule.schedule.choice?.manner == .each { example.period = judged }
        return example
    }
}
