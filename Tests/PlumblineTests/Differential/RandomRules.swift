/// Makes up rules over a vocabulary.
struct RandomRules {
    var maker: RandomExpression
    let vocabulary: PlainVocabulary
    var unit: PlainBound.Unit
    var place: RandomExpression.Place

    static func make(_ count: Int, _ vocabulary: PlainVocabulary, seed: UInt64) -> [PlainRule] {
        var maker = RandomRules(vocabulary: vocabulary, seed: seed)
        return (0..<count).map { maker.rule("r\($0)") }
    }

    init(vocabulary: PlainVocabulary, seed: UInt64) {
        self.vocabulary = vocabulary
        maker = RandomExpression(dice: Dice(seed: seed), vocabulary: vocabulary)
        unit = vocabulary.tables[0].fields.compactMap(\.unit).first.map { .counted($0) } ?? .bare
        place = RandomExpression.Place(table: vocabulary.tables[0])
    }

    private mutating func rule(_ id: String) -> PlainRule {
        maker.begin()
        let table = maker.dice.pick([vocabulary.tables[0], vocabulary.tables[1], vocabulary.tables[1], vocabulary.tables[2], vocabulary.tables[3]])
        place = RandomExpression.Place(table: table)
        var rule = PlainRule(id: id, table: table, requirement: .membership)
        if table.period != nil {
            makePeriodic(&rule)
        } else {
            switch maker.dice.number(0...15) {
            case 0...5: rule.requirement = requirement()
            case 12...15: makeStaged(&rule)
            case 6...7: makeCovered(&rule)
            case 8: makeParity(&rule)
            case 9: makePeers(&rule)
            case 10: makeComposition(&rule)
            default: makeUnique(&rule)
            }
            if rule.due == nil, maker.dice.chance(15) { rule.due = PlainDay(text: maker.dice.pick(["2024-06-30", "2025-12-31", "2026-01-01", "2027-03-31"])) }
        }
        if maker.dice.chance(18) { makeArms(&rule) }
        if table.period != nil { startSomewhere(&rule) }
        limit(&rule)
        leaveOpen(&rule)
        if maker.dice.chance(20) { addReadings(&rule) }
        return rule
    }

    /// Whom the rule is about, and what it does about holes.
    private mutating func limit(_ rule: inout PlainRule) {
        if maker.dice.chance(40) { rule.scope = maker.flag(place, depth: maker.dice.pick([0, 0, 1, 2])) }
        if rule.table.key.count == (rule.table.period == nil ? 1 : 2) {
            let names = rule.table.name == vocabulary.tables[0].name ? ["A1", "A2", "A8"] : rule.table.name == vocabulary.tables[2].name ? ["s0", "s1", "s99"] : ["U1", "U2", "U8"]
            if rule.namesSubjects, maker.dice.chance(8) { rule.subjects = Array(maker.dice.shuffled(names).prefix(2)) }
            if maker.dice.chance(8) { rule.exceptions = Array(maker.dice.shuffled(Array(names.prefix(2))).prefix(1)) }
        }
        if rule.subjects.contains(where: rule.exceptions.contains) { rule.exceptions = [] }
        // Of a year without a row nobody knows whether it is in the scope, nor to which group it belongs.
        if rule.table.period != nil, !rule.namesSubjects { rule.scope = nil }
        switch maker.dice.number(0...19) {
        case 0...1: rule.missing = .bounds
        case 2...4: rule.missing = .skip(least: nil)
        case 5...6: rule.missing = .skip(least: maker.dice.pick([50, 60, 75]))
        case 7...9: rule.missing = .against
        default: break
        }
        // Each is compared with others of its own, of whom each time another share is measured.
        if case .parity(_, let parity) = rule.requirement, parity.compare == .each, rule.missing?.isSkip == true { rule.missing = nil }
        // What is not reported counts as false within a list, which a negation around the list turns into true, and which
        // takes a record out of a scope.
        if rule.missing == .against, rule.text.contains(/![a-z(]/) || (rule.scope?.hasList ?? false) { rule.missing = nil }
        makeClosingsFit(&rule)
    }

    /// Where the measured stand for all, or what is missing counts as not met, a share's parts are not those of the list.
    func makeClosingsFit(_ rule: inout PlainRule) {
        guard let missing = rule.missing, missing != .bounds else { return }
        rule.requirement = fitting(rule.requirement)
    }

    private func fitting(_ requirement: PlainRule.Requirement) -> PlainRule.Requirement {
        switch requirement {
        case .target(let value, let bound, .share(.aggregate, _)): return .target(value, bound, .unsaid)
        case .arms(var arms):
            for place in arms.arms.indices { arms.arms[place].requirement = fitting(arms.arms[place].requirement) }
            return .arms(arms)
        default: return requirement
        }
    }

    mutating func requirement() -> PlainRule.Requirement {
        if maker.dice.chance(40) { return .condition(maker.flag(place, depth: maker.dice.pick([0, 1, 2, 2, 3]))) }
        let (value, bound, shape) = target()
        return .target(value, bound, shape)
    }

    // MARK: Targets

    mutating func target() -> (PlainExpression, PlainBound, PlainShape) {
        for _ in 0..<6 {
            switch maker.dice.number(0...9) {
            case 0...1:
                if let field = maker.whole(place) { return (place.path(field.name), bound(unit), .count) }
            case 2:
                if let a = maker.whole(place), let b = maker.whole(place) {
                    return (.arithmetic(.plus, place.path(a.name), place.path(b.name)), bound(unit), .count)
                }
            case 3:
                if let a = maker.whole(place), let b = maker.whole(place) {
                    let (a, b) = (place.path(a.name), place.path(b.name))
                    return (.arithmetic(.over, a, b), bound(.percent), .share(a, of: b))
                }
            case 4...6:
                if let figure = maker.figure(place, depth: maker.dice.number(0...1)) {
                    return (figure.value, bound(figure.isShare ? .percent : figure.isCount ? .bare : unit), figure.shape)
                }
            case 7:
                if let field = maker.field(place, where: { $0.type == .grade }) { return (place.path(field.name), steps(), .unsaid) }
            case 8:
                if maker.dice.chance(40), let field = maker.field(place, where: { $0.type == .text && !$0.isSolid }) {
                    return (place.path(field.name), pattern(), .unsaid)
                }
                if let field = maker.field(place, where: { $0.type == .kind }) { return (place.path(field.name), words(), .unsaid) }
            default:
                if let field = maker.field(place, where: { $0.type == .percent }) { return (place.path(field.name), bound(.percent), .unsaid) }
                if let made = maker.made(place) { return (made, bound(unit), .unsaid) }
                if let indicator = maker.indicator(place) { return (indicator, bound(.percent), .unsaid) }
                if let number = maker.earlierNumber(place) { return (number, bound(unit), .unsaid) }
                if let number = maker.parentNumber(place) { return (number, bound(unit), .count) }
            }
        }
        return (place.path("sort"), words(), .unsaid)
    }

    private mutating func steps() -> PlainBound {
        let kind = maker.dice.pick([PlainBound.Kind.atLeast, .atMost, .moreThan, .lessThan, .equals, .reaches, .reaches])
        guard case .rank(let rank, let name) = maker.step() else { preconditionFailure("a step is a rank") }
        return PlainBound(kind: kind, limits: [.step(rank, name)])
    }

    private mutating func pattern() -> PlainBound {
        PlainBound(kind: .matches, limits: [.word(.text(maker.dice.pick(["^e", "k$", "l|r", "o.k"])))])
    }

    private mutating func words() -> PlainBound {
        let words = maker.dice.shuffled(vocabulary.kinds).map { PlainLimit.word(.text($0)) }
        return maker.dice.chance(50) ? PlainBound(kind: .equals, limits: [words[0]]) : PlainBound(kind: .oneOf, limits: Array(words.prefix(2)))
    }

    mutating func bound(_ unit: PlainBound.Unit) -> PlainBound {
        let kind = maker.dice.pick([
            PlainBound.Kind.atLeast, .atLeast, .atMost, .moreThan, .lessThan, .equals, .between, .about,
        ] + (unit == .bare ? [.oneOf] : []))
        var bound = PlainBound(kind: kind, limits: [.fixed(figure(unit))], unit: unit)
        switch kind {
        case .between, .oneOf:
            let other = figure(unit)
            bound.limits = [min(bound.fixed[0], other), max(bound.fixed[0], other)].map { .fixed($0) }
            if kind == .oneOf, bound.fixed[0] == bound.fixed[1] { bound.limits = [.fixed(other), .fixed(other + .one)] }
        case .about:
            if bound.fixed[0] == .zero { bound.limits = [.fixed(unit == .percent ? PlainNumber(1, over: 2) : PlainNumber(2))] }
            bound.tolerance = unit == .percent ? PlainNumber(maker.dice.pick([10, 20, 25]), over: 100) : bound.fixed[0] * PlainNumber(maker.dice.pick([1, 2, 3]), over: 4)
            bound.side = maker.dice.pick([.both, .both, .below, .above])
        default: if maker.dice.chance(25) { compute(&bound) }
        }
        return bound
    }

    private mutating func figure(_ unit: PlainBound.Unit) -> PlainNumber {
        if unit == .percent { return PlainNumber(maker.dice.pick([0, 10, 25, 30, 50, 60, 75, 80, 90, 100, 120]), over: 100) }
        return PlainNumber(maker.dice.number(0...12), over: maker.dice.pick([1, 1, 1, 2]))
    }

    /// A limit that differs from record to record.
    private mutating func compute(_ bound: inout PlainBound) {
        if maker.dice.chance(40), bound.unit != .percent, let field = maker.whole(place) {
            bound.limits = [.computed(place.path(field.name))]
            return
        }
        var cases = [(when: maker.flag(place, depth: 0), limit: PlainLimit.fixed(figure(bound.unit)))]
        if maker.dice.chance(50) {
            let when = maker.flag(place, depth: 0)
            if when != cases[0].when { cases.append((when, .fixed(figure(bound.unit)))) }
        }
        if maker.dice.chance(40) { cases.append((.literal(.flag(true)), .fixed(figure(bound.unit)))) }
        bound.limits = [.cases(cases)]
    }

    mutating func fixedBound(_ unit: PlainBound.Unit, kinds: [PlainBound.Kind]) -> PlainBound {
        let kind = maker.dice.pick(kinds)
        let figures = unit == .percent
            ? [maker.dice.pick(kind == .moreThan ? [20, 40, 50, 60, 75, 80] : [20, 40, 50, 60, 75, 80, 100]), maker.dice.pick([40, 60, 80, 100])].map { PlainNumber($0, over: 100) }
            : [maker.dice.number(0...3), maker.dice.number(1...4)].map { PlainNumber($0) }
        return PlainBound(kind: kind, limits: (kind == .between ? figures.sorted() : [figures[0]]).map { .fixed($0) }, unit: unit)
    }

    // MARK: Many records

    mutating func makeCovered(_ rule: inout PlainRule) {
        if maker.dice.chance(80) { rule.requirement = requirement() }
        let kinds: [PlainBound.Kind] = [.atLeast, .atLeast, .atMost, .moreThan, .lessThan, .equals, .between]
        var coverage = PlainRule.Coverage(bound: fixedBound(maker.dice.chance(60) ? .percent : .counted("个"), kinds: kinds))
        if maker.dice.chance(55) {
            let references = place.table.fields.filter { if case .reference = $0.type { true } else { false } }
            if let reference = references.first, maker.dice.chance(50) {
                coverage.per = place.path(reference.name)
            } else {
                coverage.per = place.path(maker.dice.pick(["sort", "open"]))
            }
        }
        rule.coverage = coverage
    }

}
