/// Makes up places within places, what stands in them, a register of titles, what was observed of them and what others
/// published, and rules on all of these.
struct RandomPlaces {
    private(set) var dice: Dice

    static let levels = [(field: "top", value: "province"), (field: "mid", value: "county"), (field: "low", value: "town")]

    init(seed: UInt64) { dice = Dice(seed: seed) }

    // MARK: Vocabulary

    mutating func vocabulary() -> PlainVocabulary {
        var place = PlainTable(name: "place", key: ["id"], fields: [PlainField(name: "id", type: .text, isSolid: true)])
        place.fields += numbers(["beds", "docs"])
        place.fields += [PlainField(name: "open", type: .boolean), PlainField(name: "sort", type: .kind, isSolid: true)]
        place.fields += [PlainField(name: "level", type: .level), PlainField(name: "parent", type: .reference("place", list: "inner"))]
        place.features.levels = Self.levels
        place.features.lines = ["    hierarchy: {parent: parent, level: level, levels: {top: province, mid: county, low: town}}"]
        place.features.observed = [
            PlainObserved(name: "rate1", names: ["rate1", "率一"]),
            PlainObserved(name: "both", names: ["both"], parts: (place.path("beds"), place.path("docs"))),
        ]
        var site = PlainTable(name: "site", key: ["id"], fields: [PlainField(name: "id", type: .text, isSolid: true)])
        site.fields += numbers(["cars", "rooms"])
        site.fields += [
            PlainField(name: "open", type: .boolean), PlainField(name: "sort", type: .kind, isSolid: true),
            PlainField(name: "zone", type: .kind, isSolid: true), PlainField(name: "item", type: .text),
            PlainField(name: "place", type: .reference("place", list: "sites")),
        ]
        var title = PlainTable(name: "title", key: ["id"], fields: [PlainField(name: "id", type: .text, isSolid: true)])
        title.fields += numbers(["weight"])
        title.fields += [
            PlainField(name: "sort", type: .kind, isSolid: true), PlainField(name: "item", type: .text),
            PlainField(name: "place", type: .reference("place", list: "titles")), PlainField(name: "granted", type: .date, isSolid: true),
            PlainField(name: "lost", type: .date, blank: .none, isSolid: true),
        ]
        title.features.valid = ("granted", "lost")
        title.features.lines = ["    valid: {from: granted, until: lost}"]
        var vocabulary = PlainVocabulary(
            kinds: Array(["red", "blue", "green"].prefix(dice.number(2...3))), grades: ["C", "B", "A"],
            tables: [place, site, title, figures, norms], rosters: dice.chance(60) ? ["place"] : [])
        var cluster = PlainTable(name: "cluster", key: ["sort"], fields: [PlainField(name: "sort", type: .kind, isSolid: true)])
        cluster.features.group = ("site", by: "sort", expected: [vocabulary.kinds[1], vocabulary.kinds[0]], list: "members")
        vocabulary.tables.append(cluster)
        return vocabulary
    }

    private mutating func numbers(_ names: [String]) -> [PlainField] {
        names.map { name in
            PlainField(name: name, type: .integer, range: dice.chance(70) ? (0, dice.number(2...3)) : (0, nil), blank: dice.chance(20) ? .zero : .missing)
        }
    }

    private var figures: PlainTable {
        var table = PlainTable(name: "figure", key: ["indicator", "place", "period"], period: "period", fields: [
            PlainField(name: "indicator", type: .text, isSolid: true), PlainField(name: "place", type: .reference("place", list: ""), isSolid: true),
            PlainField(name: "period", type: .period, isSolid: true), PlainField(name: "value", type: .decimal),
        ])
        table.features.lines = ["    observations: {indicator: indicator, value: value, of: place}"]
        return table
    }

    private var norms: PlainTable {
        var table = PlainTable(name: "norm", key: ["indicator", "area", "group", "period"], period: "period", fields: [
            PlainField(name: "indicator", type: .text, isSolid: true), PlainField(name: "area", type: .text, isSolid: true),
            PlainField(name: "group", type: .text, blank: .none), PlainField(name: "period", type: .period, isSolid: true),
            PlainField(name: "value", type: .decimal),
        ])
        table.features.lines = ["    benchmarks: {indicator: indicator, value: value}"]
        return table
    }
}

private extension PlainTable {
    func path(_ step: String) -> PlainExpression { .path(variable: nil, steps: [step]) }
}
