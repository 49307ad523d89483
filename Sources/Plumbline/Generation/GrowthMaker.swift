import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Records in two periods, of which one is held against the other: `growth`, `change`.
struct GrowthMaker {
    private let maker: BoundaryMaker
    private let limit: Number
    private let isShare: Bool
    private let against: String
    private let yearly: String?

    /// nil for a rule that compares no periods.
    init?(_ maker: BoundaryMaker) {
        guard case .target(_, let target) = maker.rule.rule.requirement, ["growth", "change"].contains(target.kind),
              let limit = maker.rule.limit?.bounds.first
        else { return nil }
        (self.maker, self.limit) = (maker, limit)
        isShare = target.kind == "growth"
        against = target.limit.mapping?["against"]?.scalar?.text ?? ""
        yearly = target.limit.mapping?["yearly"]?.scalar?.text
    }

    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let judged = maker.judged, let before = before(judged), let asked = maker.asked
        else { throw .noFixedLimit }
        let base = try maker.base()
        var (earlier, later) = (base, base)
        let stated = against == "baseline" ? maker.rule.statedBaseline?.value : nil
        let reference = stated ?? Number(100) * (maker.rule.observedField?.unit?.scale ?? 1)
        let level = try level(from: reference, before, judged)
        let step = maker.solver.step(of: asked, limit: level, in: base)
        let steps: Number = boundary == .justBelow ? -1 : boundary == .justAbove ? 1 : 0
        if stated == nil { try maker.solver.set(asked, to: reference, &earlier) }
        try maker.solver.set(asked, to: level + step * steps, &later)
        if boundary == .missing { for path in maker.fieldPaths.prefix(1) { later.remove(path) } }
        // The records of no period are held against the figure that the rule states.
        if stated != nil, maker.table.periodField == nil, maker.rule.schedule.observed.isEmpty { return maker.one(later) }
        var example = maker.one(base)
        example.given = maker.example
        example.periods = (stated == nil ? [(before, earlier.fields)] : []) + [(judged, later.fields)]
        if maker.rule.schedule.choice?.manner == .each { example.period = judged }
        return example
    }

    private func before(_ judged: CalendarPeriod) -> CalendarPeriod? {
        switch against {
        case "baseline": maker.rule.baseline?.period
        case "year_ago": judged.yearBefore
        default: judged.previous
        }
    }

    /// The value that is just what the limit asks; on average a year, over so many years.
    private func level(from reference: Number, _ before: CalendarPeriod, _ judged: CalendarPeriod) throws(Unmakeable) -> Number {
        guard let yearly else { return isShare ? (limit + 1) * reference : reference + limit }
        let years = judged.lastDay.year - before.lastDay.year
        guard judged.kind == .year, before.kind == .year, (1...30).contains(years) else { throw .noFixedLimit }
        guard yearly == "compound" else {
            let whole = limit * Number(Int64(years))
            return isShare ? (whole + 1) * reference : reference + whole
        }
        return (0..<years).reduce(reference) { level, _ in level * (limit + 1) }
    }
}
