/// Rules over a table with a row a year.
extension RandomRules {
    mutating func makePeriodic(_ rule: inout PlainRule) {
        if maker.dice.chance(25) { return makeGroupsByPeriod(&rule) }
        rule.periods = maker.dice.pick([
            .one(2024), .one(2025), .each(2023...2025), .each(2024...2025), .all(2023...2024), .all(2024...2025), .any(2023...2024),
            .any(2024...2025), .latestSince(2022), .latestSince(2024), nil, nil,
        ])
        if rule.periods == nil || maker.dice.chance(15) {
            rule.due = PlainDay(text: maker.dice.pick(["2024-12-31", "2025-12-31", "2025-06-30", "2026-06-30"]))
        }
        if !rule.isOfLatest, maker.dice.chance(12) {
            rule.expectedOn = PlainDay(text: maker.dice.pick(["2025-08-31", "2026-03-31", "2026-06-30"]))
        }
        if maker.dice.chance(20), let number = maker.earlierNumber(place) {
            let isCondition = maker.dice.chance(40)
            return rule.requirement = isCondition
                ? .condition(.compare(.moreOrEqual, number, .number(.one))) : .target(number, bound(unit), .unsaid)
        }
        guard !rule.isOfLatest, let field = maker.whole(place), maker.dice.chance(45) else { return rule.requirement = requirement() }
        rule.requirement = .change(change(field.name, against: maker.dice.pick([.previous, .previous, .yearAgo])))
    }

    private mutating func change(_ field: String, against: PlainExpression.Earlier) -> PlainChange {
        let isGrowth = maker.dice.chance(50)
        var bound = fixedBound(isGrowth ? .percent : unit, kinds: [.atLeast, .atMost, .moreThan, .lessThan])
        if !isGrowth { bound.limits = [.fixed(PlainNumber(maker.dice.number(-2...2)))] }
        return PlainChange(field: field, bound: bound, against: against, isGrowth: isGrowth)
    }

    /// Says what a rule starts from, and how the way is to be gone.
    mutating func startSomewhere(_ rule: inout PlainRule) {
        let first = rule.firstYear
        guard first > 2022, maker.dice.chance(60) else { return }
        var baseline = PlainBaseline(year: maker.dice.pick([2021, 2022, 2022]), unit: unit)
        switch rule.requirement {
        case .change(var change):
            if maker.dice.chance(60) {
                change.against = .baseline
                change.yearly = maker.dice.pick(change.isGrowth ? [nil, .linear, .compound, .compound] : [nil, .linear])
                rule.requirement = .change(change)
            }
            if maker.dice.chance(40) { baseline.value = PlainNumber(maker.dice.number(0...3)) }
        case .target(.path(nil, let steps), let bound, _) where bound.unit == unit && steps.count == 1 && rule.table.field(steps[0])?.type == .integer:
            if maker.dice.chance(60) { baseline.value = PlainNumber(maker.dice.number(0...3)) }
        case .target(let value, var bound, _) where bound.unit == unit && bound.kind.hasOneFigure && !bound.isOfWords:
            if maker.dice.chance(40), let field = maker.whole(place) {
                bound.limits = [.computed(.earlier(.baseline, field.name))]
                rule.requirement = .target(value, bound, .unsaid)
            }
        case .condition(let condition):
            if maker.dice.chance(60), let field = maker.whole(place) {
                let rose = PlainExpression.compare(.moreOrEqual, place.path(field.name), .earlier(.baseline, field.name))
                rule.requirement = .condition(maker.dice.chance(50) ? .and(condition, rose) : .or(condition, rose))
            }
        case .target, .arms: break
        default: return
        }
        rule.baseline = baseline
        guard !rule.isOfLatest, !rule.isOneVerdict, maker.dice.chance(85) else { return }
        rule.pace = maker.dice.pick(rule.hasWay ? [.linear, .stepped, .stepped, .stepped, PlainPace.none] : [PlainPace.none])
    }
}

extension PlainRule {
    var isOfLatest: Bool { if case .latestSince = periods { true } else { false } }

    /// Whether one verdict is made of several years'.
    var isOneVerdict: Bool {
        switch periods {
        case .all, .any: true
        default: false
        }
    }

    /// The first year that it judges.
    fileprivate var firstYear: Int {
        switch periods {
        case .one(let year): year
        case .each(let years), .all(let years), .any(let years): years.lowerBound
        // The latest there is may be before any start; of such a one nothing is said.
        case .latestSince(let year): year
        case nil: due?.year ?? 0
        }
    }

    /// Whether there is a line to go along.
    fileprivate var hasWay: Bool {
        switch requirement {
        case .change(let change): change.against == .baseline
        case .target(let value, let bound, _): [.atLeast, .atMost, .moreThan, .lessThan].contains(bound.kind) && !value.hasEarlier && !bound.isOfWords
        default: false
        }
    }
}

private extension PlainBound {
    var isOfWords: Bool {
        limits.contains { limit in
            switch limit {
            case .word, .step: true
            default: false
            }
        }
    }
}
