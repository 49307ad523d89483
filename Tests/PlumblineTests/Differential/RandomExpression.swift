/// Makes up expressions over a table's records. Each field is used once in an expression: of one cell that stands twice,
/// no interval knows that both are the same.
struct RandomExpression {
    var dice: Dice
    let vocabulary: PlainVocabulary
    private var used: Set<String> = []
    private var loops = 0

    init(dice: Dice, vocabulary: PlainVocabulary) { (self.dice, self.vocabulary) = (dice, vocabulary) }

    /// Where an expression stands: in a rule's own record, or in a loop over a list.
    struct Place {
        var table: PlainTable
        var variable: String?

        func path(_ steps: String...) -> PlainExpression { .path(variable: variable, steps: steps) }
    }

    mutating func begin() { (used, loops) = ([], 0) }

    // MARK: Conditions

    mutating func flag(_ place: Place, depth: Int) -> PlainExpression {
        if depth > 0 {
            switch dice.number(0...9) {
            case 0...1: return .and(flag(place, depth: depth - 1), flag(place, depth: depth - 1))
            case 2...3: return .or(flag(place, depth: depth - 1), flag(place, depth: depth - 1))
            case 4: return .not(flag(place, depth: depth - 1))
            case 5: if let quantified = quantified(place, depth: depth - 1) { return quantified }
            case 6: if let figure = figure(place, depth: depth - 1) { return compared(figure.value, in: figure.isShare) }
            default: break
            }
        }
        return plain(place)
    }

    private mutating func plain(_ place: Place) -> PlainExpression {
        switch dice.number(0...12) {
        case 0...2: if let number = number(place) { return compared(number) }
        case 3: if let a = number(place), let b = number(place) { return .compare(comparison(), a, b) }
        case 4: if let field = field(place, where: { $0.type == .boolean }) { return place.path(field.name) }
        case 5: if let field = field(place, where: { $0.type == .kind }) { return kind(place.path(field.name)) }
        case 6: if let field = field(place, where: { $0.type == .grade }) { return .compare(comparison(), place.path(field.name), .literal(step())) }
        case 7: if let field = field(place, where: { $0.blank == .none && $0.type.isNumber }) { return perhapsNull(place.path(field.name)) }
        case 8:
            if let field = field(place, where: { $0.type == .text && !$0.isSolid }) {
                let path = place.path(field.name)
                return dice.chance(15) ? .compare(comparison(), .asInteger(path), .number(.one)) : .compare(dice.pick([.equal, .unequal]), path, .literal(.text("elm")))
            }
        case 9: if let field = field(place, where: { !$0.isSolid }) { return .measured(place.path(field.name)) }
        case 10: if let number = parentNumber(place) { return compared(number) }
        case 11: if let number = earlierNumber(place) { return compared(number) }
        case 12: if let field = field(place, where: { $0.type == .date }) { return day(place.path(field.name)) }
        default: break
        }
        let field = place.table.field("sort")!
        return kind(place.path(field.name))
    }

    private mutating func kind(_ path: PlainExpression) -> PlainExpression {
        if dice.chance(30) { return .among(path, [.text(vocabulary.kinds[0]), .text(vocabulary.kinds[1])]) }
        return .compare(dice.pick([.equal, .equal, .unequal]), path, .literal(.text(dice.pick(vocabulary.kinds))))
    }

    /// A day that may not have come yet, before or after another.
    private mutating func day(_ path: PlainExpression) -> PlainExpression {
        let other = PlainExpression.literal(.day(PlainDay(text: dice.pick(["2024-06-30", "2024-12-31", "2025-06-30"]))))
        let none = PlainExpression.literal(.null)
        return dice.chance(50)
            ? .or(.compare(.equal, path, none), .compare(comparison(), path, other))
            : .and(.compare(.unequal, path, none), .compare(comparison(), path, other))
    }

    /// Where there may be none, to ask for more fails on those without, unless they are asked about first.
    private mutating func perhapsNull(_ path: PlainExpression) -> PlainExpression {
        let none = PlainExpression.literal(.null)
        let more = PlainExpression.compare(comparison(), path, .number(PlainNumber(dice.number(0...2))))
        switch dice.number(0...4) {
        case 0: return .compare(.equal, path, none)
        case 1: return .or(.compare(.equal, path, none), more)
        case 2...3: return .and(.compare(.unequal, path, none), more)
        default: return more
        }
    }

    mutating func quantified(_ place: Place, depth: Int) -> PlainExpression? {
        guard let (list, inner) = list(place, depth: depth) else { return nil }
        return .aggregate(dice.pick([.exists, .all]), list, body: flag(inner, depth: min(depth, 1)), second: nil)
    }

    private mutating func comparison() -> PlainExpression.Comparison { dice.pick([.less, .lessOrEqual, .more, .moreOrEqual, .moreOrEqual, .more]) }

    private mutating func compared(_ value: PlainExpression, in isShare: Bool = false) -> PlainExpression {
        let limit = isShare ? PlainNumber(dice.number(0...4), over: 4) : PlainNumber(dice.number(0...8), over: dice.pick([1, 1, 2]))
        return .compare(comparison(), value, .number(limit))
    }

    mutating func step() -> PlainValue {
        let rank = dice.number(0...vocabulary.grades.count - 1)
        return .rank(rank, vocabulary.grades[rank])
    }

    // MARK: Numbers

    /// A field that is a number, or one times or with another.
    mutating func number(_ place: Place) -> PlainExpression? {
        guard let field = wholeOrDecimal(place) else { return nil }
        let path = place.path(field.name)
        switch dice.number(0...5) {
        case 0: return .arithmetic(.times, path, .number(PlainNumber(dice.number(1...3))))
        case 1: return wholeOrDecimal(place).map { .arithmetic(dice.pick([.plus, .minus]), path, place.path($0.name)) } ?? path
        case 2 where place.variable == nil: return made(place) ?? path
        default: return path
        }
    }

    mutating func made(_ place: Place) -> PlainExpression? {
        guard let made = place.table.computed.first, used.insert("\(place.variable ?? "").made").inserted else { return nil }
        return place.path(made.name)
    }

    func indicator(_ place: Place) -> PlainExpression? { place.table.indicators.first.map { place.path($0.name) } }

    mutating func wholeOrDecimal(_ place: Place) -> PlainField? {
        field(place) { ($0.type == .integer || $0.type == .decimal) && $0.blank != .none }
    }

    mutating func whole(_ place: Place) -> PlainField? { field(place) { $0.type == .integer && $0.blank != .none } }

    mutating func field(_ place: Place, where fits: (PlainField) -> Bool) -> PlainField? {
        let free = place.table.fields.filter { fits($0) && $0.type != .period && !used.contains("\(place.variable ?? "").\($0.name)") }
        guard !free.isEmpty else { return nil }
        let field = dice.pick(free)
        used.insert("\(place.variable ?? "").\(field.name)")
        return field
    }

    /// A number of the record that a reference leads to.
    mutating func parentNumber(_ place: Place) -> PlainExpression? {
        for field in place.table.fields {
            guard case .reference(let name, _) = field.type else { continue }
            let parent = vocabulary.table(name)
            let numbers = parent.fields.filter { $0.type == .integer && $0.blank != .none && !used.contains("\(place.variable ?? "").\(name).\($0.name)") }
            guard !numbers.isEmpty else { return nil }
            let number = dice.pick(numbers)
            used.insert("\(place.variable ?? "").\(name).\(number.name)")
            return place.path(field.name, number.name)
        }
        return nil
    }

    /// A number of the record as it was in another year, or how far it is from there.
    mutating func earlierNumber(_ place: Place) -> PlainExpression? {
        guard place.table.period != nil, place.variable == nil, let field = whole(place) else { return nil }
        let year = dice.pick([PlainExpression.Earlier.previous, .previous, .yearAgo, .at(2023), .at(2022)])
        let earlier = PlainExpression.earlier(year, field.name)
        // From itself a year differs by nothing, whatever is missing in it, which intervals do not see.
        if case .at = year { return earlier }
        return dice.chance(50) ? earlier : .arithmetic(.minus, place.path(field.name), earlier)
    }

    // MARK: Lists

    /// A list of the place's children, and where its loop's body stands.
    mutating func list(_ place: Place, depth: Int) -> (PlainList, Place)? {
        var lists: [(name: String, child: PlainTable)] = []
        for child in vocabulary.tables {
            for field in child.fields {
                if case .reference(place.table.name, let list) = field.type, !list.isEmpty { lists.append((list, child)) }
            }
        }
        if let group = place.table.features.group { lists.append((group.list, vocabulary.table(group.of))) }
        guard !lists.isEmpty else { return nil }
        let (name, child) = dice.pick(lists)
        loops += 1
        let inner = Place(table: child, variable: ["x", "y", "z", "v", "w", "r", "s", "t"][loops % 8])
        var list = PlainList(owner: place.variable, steps: [name], variable: inner.variable!)
        if child.period != nil, dice.chance(30) { list.year = dice.pick([2023, 2024, 2025]) }
        if dice.chance(25) { list.filter = flag(inner, depth: 0) }
        return (list, inner)
    }

    struct Figure {
        var value: PlainExpression
        var isShare = false
        var shape = PlainShape.other
        /// Whether it counts things, whatever the fields' unit.
        var isCount = false
    }

    /// A figure over a list.
    mutating func figure(_ place: Place, depth: Int) -> Figure? {
        guard let (list, inner) = list(place, depth: depth) else { return nil }
        func made(_ kind: PlainExpression.Aggregate, _ body: PlainExpression?, _ second: PlainExpression? = nil) -> PlainExpression {
            .aggregate(kind, list, body: body, second: second)
        }
        let kind = dice.pick(PlainExpression.Aggregate.allCases.filter { $0 != .exists && $0 != .all })
        switch kind {
        case .countWhere, .share:
            let body = flag(inner, depth: depth > 0 && dice.chance(40) ? 1 : 0)
            if kind == .countWhere { return Figure(value: made(.countWhere, body), shape: .count, isCount: true) }
            return Figure(value: made(.share, body), isShare: true, shape: .share(made(.countWhere, body), of: made(.count, nil)))
        case .sum, .avg, .min, .max, .median:
            if depth > 0, dice.chance(25), let nested = figure(inner, depth: 0), !nested.isShare, !nested.isCount {
                return Figure(value: made(kind, nested.value), shape: [.avg, .sum].contains(kind) ? .unsaid : .other)
            }
            guard let number = number(inner) else { break }
            return Figure(value: made(kind, number), shape: [.avg, .sum].contains(kind) ? .unsaid : .other)
        case .ratio:
            guard let a = whole(inner), let b = whole(inner) else { break }
            return Figure(value: made(.ratio, inner.path(a.name), inner.path(b.name)), isShare: true, shape: .unsaid)
        case .distinct:
            guard let field = field(inner, where: { [.kind, .integer, .text].contains($0.type) && $0.blank != .none }) else { break }
            return Figure(value: made(.distinct, inner.path(field.name)), shape: .other, isCount: true)
        case .latest, .earliest:
            guard inner.table.period != nil, let number = number(inner) else { break }
            return Figure(value: made(kind, number), shape: .unsaid)
        case .count, .exists, .all: break
        }
        return Figure(value: made(.count, nil), shape: .count, isCount: true)
    }
}
