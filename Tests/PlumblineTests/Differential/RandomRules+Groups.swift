/// Rules that hold records against each other.
extension RandomRules {
    mutating func makeGroupsByPeriod(_ rule: inout PlainRule) {
        rule.periods = maker.dice.pick([.one(2024), .one(2025), .each(2023...2025), .each(2024...2025)])
        switch maker.dice.number(0...4) {
        case 0: makeParity(&rule)
        case 1...2: makePeers(&rule)
        case 3: makeComposition(&rule)
        default: makeUnique(&rule)
        }
    }

    /// Fields that nobody leaves blank: to whom a record with a blank one belongs is not known, and that decides for others.
    private mutating func groupFields(_ choices: [[String]]) -> [String] { maker.dice.pick(choices) }

    mutating func makeParity(_ rule: inout PlainRule) {
        let numbers = place.table.fields.filter { ($0.type == .integer || $0.type == .decimal) && $0.blank == .missing }
        guard let field = numbers.first else { return rule.requirement = requirement() }
        let kind = vocabulary.kinds[0]
        let test = PlainExpression.compare(.equal, place.path("sort"), .literal(.text(kind)))
        let against = PlainExpression.compare(.unequal, place.path("sort"), .literal(.text(kind)))
        var bound = PlainBound(kind: maker.dice.pick([.atLeast, .atLeast, .atMost, .moreThan, .lessThan]), limits: [], unit: .percent)
        bound.limits = [.fixed(PlainNumber(maker.dice.pick([50, 80, 100, 120]), over: 100))]
        rule.requirement = .parity(
            place.path(field.name),
            PlainParity(
                test: test, against: maker.dice.chance(50) ? against : nil, within: groupFields([[], [], ["zone"], ["zone", "sort"]]),
                compare: maker.dice.pick([.mean, .mean, .median, .each]),
                bound: bound, leastGroup: maker.dice.chance(25) ? 2 : nil))
    }

    mutating func makeUnique(_ rule: inout PlainRule) {
        rule.requirement = .unique(groupFields([["sort"], ["sort", "zone"], ["zone", "sort"]]))
    }

    mutating func makePeers(_ rule: inout PlainRule) {
        guard let a = maker.whole(place) else { return rule.requirement = requirement() }
        var value = place.path(a.name), shape = PlainShape.count
        if maker.dice.chance(50), let b = maker.whole(place) {
            (value, shape) = (.arithmetic(.over, place.path(a.name), place.path(b.name)), .share(place.path(a.name), of: place.path(b.name)))
        }
        var isShare = false
        if case .share = shape { isShare = true }
        let kind = maker.dice.pick([PlainBound.Kind.atLeast, .atLeast, .atMost, .moreThan, .lessThan])
        let difference = isShare ? PlainNumber(maker.dice.pick([-50, -10, 0, 0, 0, 20]), over: 100) : PlainNumber(maker.dice.pick([-1, 0, 0, 1]))
        rule.requirement = .peers(
            value,
            PlainPeers(
                among: groupFields([["sort"], ["zone"], ["sort", "zone"]]), isPooled: isShare && maker.dice.chance(50),
                bound: PlainBound(kind: kind, limits: [.fixed(difference)], unit: isShare ? .points : unit),
                leastGroup: maker.dice.chance(30) ? maker.dice.number(1...3) : nil),
            shape)
    }

    mutating func makeComposition(_ rule: inout PlainRule) {
        let isGrade = place.table.field("grade") != nil && maker.dice.chance(60)
        guard let field = place.table.field(isGrade ? "grade" : maker.dice.pick(["kind", "sort"])) else { return rule.requirement = requirement() }
        let within = groupFields([[], ["zone"]])
        rule.requirement = .composition(place.path(field.name), isGrade && maker.dice.chance(50) ? atOrAbove(within) : parts(of: field, within))
    }

    private mutating func atOrAbove(_ within: [String]) -> PlainComposition {
        let floors = (0..<2).map { _ in maker.dice.number(0...10) }.sorted()
        let ranks = maker.dice.shuffled(Array(1..<vocabulary.grades.count)).prefix(maker.dice.number(1...2)).sorted(by: >)
        let parts = zip(ranks, floors).map { rank, floor in
            PlainComposition.Part(
                values: Array(vocabulary.grades[rank...]),
                bounds: [PlainBound(kind: .atLeast, limits: [.fixed(PlainNumber(floor, over: 10))], unit: .percent)])
        }
        return PlainComposition(parts: parts, isCumulative: true, within: within)
    }

    private mutating func parts(of field: PlainField, _ within: [String]) -> PlainComposition {
        let names = maker.dice.shuffled(field.type == .grade ? vocabulary.grades : vocabulary.kinds)
        // Where one bound is strict all are: of a part that just meets its bound and one that just misses a strict one the
        // product may tell the first.
        let isStrict = maker.dice.chance(25)
        var left = 10
        var most = 0
        let parts = names.prefix(maker.dice.number(1...max(1, names.count - 1))).map { name in
            let floor = maker.dice.number(0...min(5, left))
            left -= floor
            var bounds = [PlainBound(kind: isStrict ? .moreThan : .atLeast, limits: [.fixed(PlainNumber(floor, over: 10))], unit: .percent)]
            let ceiling = maker.dice.chance(35) ? maker.dice.number(max(floor + 1, 4)...10) : 10
            if ceiling < 10 { bounds.append(PlainBound(kind: isStrict ? .lessThan : .atMost, limits: [.fixed(PlainNumber(ceiling, over: 10))], unit: .percent)) }
            most += ceiling
            return PlainComposition.Part(values: [name], bounds: bounds)
        }
        var composition = PlainComposition(parts: parts, within: within)
        let least = 10 - left
        if maker.dice.chance(30), min(most, 9) > least { composition.whole = PlainNumber(maker.dice.number((least + 1)...min(most, 9)), over: 10) }
        return composition
    }
}
