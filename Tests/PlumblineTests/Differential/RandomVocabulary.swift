/// Makes up a small data model: places, what lies in them, what these have, and what they report by year.
struct RandomVocabulary {
    var dice: Dice
    private var names: [String]
    /// The unit of all whole numbers, so that any two of them may stand beside each other.
    private let unit: String?

    static func make(seed: UInt64) -> PlainVocabulary {
        var maker = RandomVocabulary(seed: seed)
        return maker.vocabulary()
    }

    private init(seed: UInt64) {
        dice = Dice(seed: seed)
        names = dice.shuffled([
            "beds", "docs", "rooms", "cars", "posts", "calls", "tests", "births", "visits", "loans", "boats", "hours", "trees", "pipes",
            "desks", "ports", "roofs", "wells", "seats", "lamps", "drugs", "nights", "farms", "mills", "doors", "steps", "teams", "votes",
        ])
        unit = dice.chance(25) ? "个" : nil
    }

    private mutating func vocabulary() -> PlainVocabulary {
        let area = table(dice.pick(["area", "county", "region"]), key: "id")
        var unitTable = table(dice.pick(["clinic", "home", "school"]), key: "id")
        unitTable.fields.append(PlainField(name: area.name, type: .reference(area.name, list: "places")))
        if dice.chance(75) { addStages(&unitTable) }
        var item = table(dice.pick(["staff", "car", "ward"]), key: "code")
        item.fields.append(
            PlainField(name: unitTable.name, type: .reference(unitTable.name, list: "parts"), isAtLeastOne: dice.chance(30)))
        item.key = dice.pick([[], ["code"], [unitTable.name, "code"]])
        item.label = nil
        var report = table(dice.pick(["report", "yearbook"]), key: "id")
        report.fields.removeFirst()
        report.fields.append(PlainField(name: unitTable.name, type: .reference(unitTable.name, list: "reports"), isSolid: true))
        report.fields.append(PlainField(name: "year", type: .period, isSolid: true))
        (report.key, report.period, report.label) = ([unitTable.name, "year"], "year", nil)
        let vocabulary = PlainVocabulary(
            kinds: Array(["red", "blue", "green", "white"].prefix(dice.number(2...4))),
            grades: Array(["D", "C", "B", "A"].suffix(dice.number(3...4))), tables: [area, unitTable, item, report],
            rosters: dice.pick([[], [], [], [area.name], [unitTable.name]]))
        return vocabulary
    }

    private mutating func table(_ name: String, key: String) -> PlainTable {
        var table = PlainTable(name: name, key: [key], fields: [PlainField(name: key, type: .text, isSolid: true)])
        for _ in 0..<dice.number(2...3) { table.fields.append(wholeNumber()) }
        if dice.chance(50) { table.fields.append(PlainField(name: names.removeLast(), type: .integer, range: range(), blank: .none, unit: unit)) }
        if dice.chance(40) { table.fields.append(PlainField(name: "cost", type: .decimal, range: (0, 4), unit: unit)) }
        if dice.chance(40) { table.fields.append(PlainField(name: "rate", type: .percent)) }
        table.fields.append(PlainField(name: "open", type: .boolean))
        table.fields.append(PlainField(name: "sort", type: .kind, isSolid: true))
        table.fields.append(PlainField(name: "zone", type: .kind, isSolid: true))
        if dice.chance(60) { table.fields.append(PlainField(name: "kind", type: .kind)) }
        if dice.chance(60) { table.fields.append(PlainField(name: "grade", type: .grade)) }
        if dice.chance(50) { table.fields.append(PlainField(name: "name", type: .text)) }
        if table.field("name") != nil, dice.chance(50) { table.label = "name" }
        define(&table)
        return table
    }

    private mutating func wholeNumber() -> PlainField {
        PlainField(
            name: names.removeLast(), type: .integer, range: range(), blank: dice.chance(20) ? .zero : .missing, unit: unit)
    }

    private mutating func range() -> (low: Int, high: Int?)? {
        switch dice.number(0...9) {
        case 0...6: (0, dice.number(1...3))
        case 7...8: (0, nil)
        default: nil
        }
    }

    /// Fields that are made of two others, and an indicator.
    private mutating func define(_ table: inout PlainTable) {
        let whole = table.fields.filter { $0.type == .integer && $0.blank != .none }.map { PlainExpression.path(variable: nil, steps: [$0.name]) }
        if dice.chance(30) { table.computed.append(("made", .arithmetic(dice.pick([.plus, .minus]), whole[0], whole[1]))) }
        if dice.chance(30) { table.indicators.append(("per", whole[0], whole[1])) }
    }
}
