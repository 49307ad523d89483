/// Rules on places within places, registers, observations and groups.
extension RandomRules {
    static func ofPlaces(_ count: Int, _ vocabulary: PlainVocabulary, seed: UInt64) -> [PlainRule] {
        var maker = RandomRules(vocabulary: vocabulary, seed: seed)
        return (0..<count).map { maker.ruleOnPlaces("r\($0)") }
    }

    private mutating func ruleOnPlaces(_ id: String) -> PlainRule {
        maker.begin()
        let choice = maker.dice.number(0...11)
        let table = vocabulary.table(choice < 6 ? "place" : choice < 8 ? "site" : choice < 10 ? "title" : "cluster")
        place = RandomExpression.Place(table: table)
        var rule = PlainRule(id: id, table: table, requirement: .membership)
        switch choice {
        case 0: rule.requirement = requirement()
        case 1...2: makeOfLists(&rule)
        case 3: makeObserved(&rule)
        case 4: makePublished(&rule)
        case 5, 6: makeSameSet(&rule)
        case 7: makeInLevels(&rule)
        case 8...9: makeOfRegister(&rule)
        default: makeOfLists(&rule)
        }
        limitOnPlaces(&rule)
        return rule
    }

    private mutating func limitOnPlaces(_ rule: inout PlainRule) {
        if maker.dice.chance(30) { rule.scope = .compare(.equal, place.path("sort"), .literal(.text(vocabulary.kinds[0]))) }
        if case .sameSet = rule.requirement { return }
        switch maker.dice.number(0...9) {
        case 0...1: rule.missing = .skip(least: nil)
        case 2: rule.missing = .skip(least: maker.dice.pick([50, 75]))
        default: break
        }
        makeClosingsFit(&rule)
    }

    private mutating func years() -> PlainRule.Periods { maker.dice.pick([.one(2024), .one(2025), .each(2023...2025), .each(2024...2025)]) }

    /// A list that holds what lies below, or who stands in a register at a year's end.
    private mutating func makeOfLists(_ rule: inout PlainRule) {
        if maker.dice.chance(50) { rule.periods = years() }
        if maker.dice.chance(30) { return rule.requirement = .condition(maker.quantified(place, depth: 1) ?? maker.flag(place, depth: 0)) }
        guard let figure = maker.figure(place, depth: maker.dice.number(0...1)) else { return rule.requirement = requirement() }
        rule.requirement = .target(figure.value, bound(figure.isShare ? .percent : .bare), figure.shape)
    }

    private mutating func makeObserved(_ rule: inout PlainRule) {
        rule.periods = years()
        let name = maker.dice.pick(["rate1", "rate1", "both"])
        switch maker.dice.number(0...3) {
        case 0...1: rule.requirement = .target(place.path(name), fixedBound(.bare, kinds: [.atLeast, .atMost, .moreThan, .lessThan]), .unsaid)
        case 2: rule.requirement = .condition(.compare(.more, place.path(name), .earlier(maker.dice.pick([.previous, .at(2023)]), name)))
        default: rule.requirement = .condition(.or(.compare(.moreOrEqual, place.path(name), .number(PlainNumber(2))), maker.flag(place, depth: 0)))
        }
    }

    private mutating func makePublished(_ rule: inout PlainRule) {
        rule.periods = years()
        let kind = maker.dice.pick([PlainBound.Kind.atLeast, .atMost, .moreThan, .lessThan])
        rule.requirement = .published(
            place.table.features.observed[0], PlainPublished(area: "X", group: maker.dice.chance(60) ? "sort" : nil),
            PlainBound(kind: kind, limits: [.fixed(PlainNumber(maker.dice.number(-1...1)))]))
    }

    private mutating func makeSameSet(_ rule: inout PlainRule) {
        let list = place.table.name == "place" ? PlainList(steps: [maker.dice.pick(["sites", "titles"])], variable: "x") : PlainList(steps: ["place", "sites"], variable: "x")
        var other = PlainSameSet.Other.values(Array(["elm", "oak", "fir"].prefix(maker.dice.number(1...3))))
        if maker.dice.chance(50) {
            let steps = place.table.name == "place" ? maker.dice.pick([["parent", "sites"], ["titles"], ["sites"]]) : ["place", "titles"]
            if steps != list.steps { other = .list(PlainList(steps: steps, variable: "x")) }
        }
        rule.requirement = .sameSet(PlainSameSet(list: list, by: "item", other: other, isExtraAllowed: maker.dice.chance(50)))
    }

    /// What lies in a county, or in none.
    private mutating func makeInLevels(_ rule: inout PlainRule) {
        let level = maker.dice.pick(["top", "mid", "low"])
        if maker.dice.chance(60) {
            rule.coverage = PlainRule.Coverage(
                per: maker.dice.pick([place.path("place", level), place.path("place")]),
                bound: fixedBound(maker.dice.chance(50) ? .percent : .counted("个"), kinds: [.atLeast, .atLeast, .atMost, .moreThan]))
            if maker.dice.chance(70) { rule.requirement = requirement() }
            return
        }
        let none = PlainExpression.literal(.null)
        rule.requirement = maker.dice.chance(50)
            ? .condition(.compare(.unequal, place.path("place", level), none))
            : .condition(.and(
                .compare(.unequal, place.path("place", level), none),
                .compare(.moreOrEqual, place.path("place", level, "beds"), .number(PlainNumber(maker.dice.number(0...2))))))
    }

    private mutating func makeOfRegister(_ rule: inout PlainRule) {
        if maker.dice.chance(75) { rule.periods = years() }
        if maker.dice.chance(50) { return rule.requirement = requirement() }
        if maker.dice.chance(50) { rule.requirement = requirement() }
        rule.coverage = PlainRule.Coverage(
            per: maker.dice.pick([nil, place.path("sort"), place.path("place"), place.path("place", "mid")]),
            bound: fixedBound(maker.dice.chance(50) ? .percent : .counted("个"), kinds: [.atLeast, .atLeast, .atMost]))
    }
}
