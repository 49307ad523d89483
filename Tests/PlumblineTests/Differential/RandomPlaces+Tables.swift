extension RandomPlaces {
    /// Files as somebody sends them; levels and parents are those of the roster, where there is one, or left out.
    mutating func dataset(_ vocabulary: PlainVocabulary) -> PlainDataset {
        var maker = RandomPlacesTables(vocabulary: vocabulary, dice: dice)
        return maker.dataset()
    }
}

private struct RandomPlacesTables {
    let vocabulary: PlainVocabulary
    var dice: Dice
    private var places: [(key: String, level: Int, parent: String)] = []

    init(vocabulary: PlainVocabulary, dice: Dice) { (self.vocabulary, self.dice) = (vocabulary, dice) }

    typealias Row = [String: PlainRow.Cell]

    mutating func dataset() -> PlainDataset {
        makePlaces()
        let (place, site, title) = (vocabulary.tables[0], vocabulary.tables[1], vocabulary.tables[2])
        let keys = places.map(\.key)
        let isListed = !vocabulary.rosters.isEmpty
        // Whoever is on the list is sent: which lists came for one that was not, is for fixture tests.
        let sent = places.map { row($0, holes: true) }
        let sites = (0..<dice.number(0...6)).map { number in row(site, "S\(number)", of: keys) }
        let titles = (0..<dice.number(0...5)).map { number in
            row(title, "T\(number)", of: keys).merging(days()) { $1 }
        }
        var files: [PlainDataset.File] = []
        files.append(file(place, sent))
        if dice.chance(92) { files.append(file(site, sites)) }
        if dice.chance(90) { files.append(file(title, titles)) }
        if dice.chance(92) { files.append(file(vocabulary.tables[3], figures(keys))) }
        if dice.chance(90) { files.append(file(vocabulary.tables[4], norms())) }
        var rosters: [PlainDataset.File] = []
        if isListed {
            let columns = ["id", "sort", "level", "parent"]
            let rows = places.map { row($0, holes: false).filter { columns.contains($0.key) } }
            rosters = [PlainDataset.File(table: place, columns: columns, rows: rows)]
        }
        return PlainDataset(vocabulary: vocabulary, files: files, rosters: rosters)
    }

    /// From the highest down, so that nothing lies in what lies within it; some in a place that there is not.
    private mutating func makePlaces() {
        for number in 0..<dice.number(2...6) {
            let level = number == 0 ? 0 : dice.number(0...2)
            let above = places.filter { $0.level < level }.map(\.key)
            places.append(("P\(number)", level, above.isEmpty ? "" : dice.chance(6) ? "P99" : dice.pick(above)))
        }
    }

    private mutating func row(_ place: (key: String, level: Int, parent: String), holes: Bool) -> Row {
        var row = row(vocabulary.tables[0], place.key, of: [])
        let level = RandomPlaces.levels[place.level].value
        row["level"] = holes && dice.chance(5) ? .blank : text(level)
        row["parent"] = place.parent.isEmpty || holes && dice.chance(5) ? .blank : text(place.parent)
        return row
    }

    private func text(_ text: String) -> PlainRow.Cell { .value(.text(text), text: text) }

    private mutating func row(_ table: PlainTable, _ key: String, of places: [String]) -> Row {
        var row: Row = [:]
        for field in table.fields {
            switch field.type {
            case .integer:
                if dice.chance(13) { row[field.name] = dice.chance(75) ? .blank : .unreadable("many"); continue }
                let number = dice.number(0...(field.range?.high ?? 4))
                row[field.name] = .value(.number(PlainNumber(number)), text: "\(number)")
            case .boolean:
                let flag = dice.chance(50)
                row[field.name] = dice.chance(12) ? .blank : .value(.flag(flag), text: flag ? "true" : "false")
            case .kind: row[field.name] = text(dice.pick(vocabulary.kinds))
            case .text where field.name == "id": row["id"] = text(key)
            case .text: row[field.name] = dice.chance(12) ? .blank : text(dice.pick(["elm", "oak", "fir"]))
            case .reference where !places.isEmpty: row[field.name] = dice.chance(8) ? .blank : text(dice.chance(6) ? "P99" : dice.pick(places))
            default: break
            }
        }
        return row
    }

    private func day(_ text: String) -> PlainRow.Cell { .value(.day(PlainDay(text: text)), text: text) }

    private mutating func days() -> Row {
        let granted = dice.pick(["2022-05-01", "2023-12-31", "2024-01-01", "2024-12-31", "2025-06-30"])
        let lost = dice.pick(["", "", "2024-01-01", "2024-12-31", "2025-12-31", "2026-01-01"])
        return ["granted": day(granted), "lost": lost.isEmpty || lost <= granted ? .blank : day(lost)]
    }

    private func file(_ table: PlainTable, _ rows: [Row]) -> PlainDataset.File {
        PlainDataset.File(table: table, columns: table.fields.map(\.name), rows: rows)
    }

    /// Several rows may tell of one indicator, place and year, the same or another number.
    private mutating func figures(_ places: [String]) -> [Row] {
        var rows: [Row] = []
        for place in places {
            for name in ["rate1", "both"] {
                for year in 2023...2025 where dice.chance(70) {
                    let called = name == "rate1" && dice.chance(30) ? "率一" : name
                    var row: Row = ["indicator": text(called), "place": text(place), "period": text("\(year)")]
                    row["value"] = dice.chance(10) ? .blank : dice.chance(4) ? .unreadable("many") : number()
                    rows.append(row)
                    if dice.chance(8), row["value"] != .blank {
                        if dice.chance(50) { row["value"] = number() }
                        rows.append(row)
                    }
                }
            }
        }
        return dice.shuffled(rows)
    }

    private mutating func norms() -> [Row] {
        var rows: [Row] = []
        for group in vocabulary.kinds + [""] {
            for year in 2023...2025 where dice.chance(60) {
                rows.append([
                    "indicator": text("rate1"), "area": text("X"), "group": group.isEmpty ? .blank : text(group), "period": text("\(year)"),
                    "value": number(),
                ])
            }
        }
        return rows
    }

    private mutating func number() -> PlainRow.Cell {
        let number = PlainNumber(dice.number(0...6), over: 2)
        return .value(.number(number), text: number.decimal!)
    }
}
