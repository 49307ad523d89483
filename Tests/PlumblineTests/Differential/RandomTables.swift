/// Makes up what somebody sends: files with holes, strange texts, references to nothing and rows that came twice.
struct RandomTables {
    private var dice: Dice
    private let vocabulary: PlainVocabulary

    static func make(_ vocabulary: PlainVocabulary, seed: UInt64) -> PlainDataset {
        var maker = RandomTables(vocabulary: vocabulary, dice: Dice(seed: seed))
        return maker.dataset()
    }

    private init(vocabulary: PlainVocabulary, dice: Dice) { (self.vocabulary, self.dice) = (vocabulary, dice) }

    private mutating func dataset() -> PlainDataset {
        let (area, unit, item, report) = (vocabulary.tables[0], vocabulary.tables[1], vocabulary.tables[2], vocabulary.tables[3])
        let areas = (1...dice.number(1...3)).map { "A\($0)" }
        let units = (1...dice.number(1...5)).map { "U\($0)" }
        var unitRows = units.map { row(unit, key: $0, parents: areas) }
        let rosters = rosters(areas, units)
        // A row that came twice of a record that a roster expects makes two groups of the one; so none does.
        if rosters.isEmpty, dice.chance(18) { unitRows.append(copy(of: dice.pick(unitRows), unit)) }
        let itemRows = (0..<dice.number(0...8)).map { row(item, key: "s\($0)", parents: units) }
        var reportRows: [[String: PlainRow.Cell]] = []
        for unit in units {
            for year in 2022...2025 where dice.chance(75) {
                var row = row(report, key: "", parents: [])
                row[vocabulary.tables[1].name] = .value(.text(unit), text: unit)
                row["year"] = .value(.text("\(year)"), text: "\(year)")
                reportRows.append(row)
            }
        }
        var files: [PlainDataset.File] = []
        if dice.chance(90) { files.append(file(area, areas.map { row(area, key: $0, parents: []) })) }
        if dice.chance(97) { files.append(file(unit, unitRows)) }
        if dice.chance(88) { files.append(file(item, itemRows)) }
        if dice.chance(95) { files.append(file(report, dice.shuffled(reportRows))) }
        return PlainDataset(vocabulary: vocabulary, files: files, rosters: rosters)
    }

    private mutating func rosters(_ areas: [String], _ units: [String]) -> [PlainDataset.File] {
        guard let name = vocabulary.rosters.first else { return [] }
        let table = vocabulary.table(name)
        let (keys, parents) = table == vocabulary.tables[0] ? (areas + ["A9"], []) : (units + ["U9"], areas)
        var rows = keys.filter { _ in dice.chance(85) }.map { row(table, key: $0, parents: parents) }
        // A roster says everything that it has a column for.
        for index in rows.indices where !parents.isEmpty {
            let parent = dice.pick(parents)
            rows[index][vocabulary.tables[0].name] = .value(.text(parent), text: parent)
        }
        let columns = [table.key[0], "sort"] + (parents.isEmpty ? [] : [vocabulary.tables[0].name])
        return [PlainDataset.File(table: table, columns: columns, rows: rows.map { row in row.filter { columns.contains($0.key) } })]
    }

    private func file(_ table: PlainTable, _ rows: [[String: PlainRow.Cell]]) -> PlainDataset.File {
        PlainDataset.File(table: table, columns: table.fields.map(\.name), rows: rows)
    }

    /// The same record once more, as it was or with other numbers. It differs in all of them: of columns that no rule needs
    /// the product knows nothing.
    private mutating func copy(of row: [String: PlainRow.Cell], _ table: PlainTable) -> [String: PlainRow.Cell] {
        guard dice.chance(50) else { return row }
        return row.mapValues { cell in
            guard case .value(.number(let number), let text) = cell, !text.hasSuffix("%") else { return cell }
            let other = number == .zero ? PlainNumber.one : .zero
            return .value(.number(other), text: "\(other)")
        }
    }

    private mutating func row(_ table: PlainTable, key: String, parents: [String]) -> [String: PlainRow.Cell] {
        var cells: [String: PlainRow.Cell] = [:]
        for field in table.fields { cells[field.name] = cell(field, key: key, parents: parents) }
        for field in table.fields where field.type == .stage { setDays(of: field, &cells) }
        return cells
    }

    private mutating func cell(_ field: PlainField, key: String, parents: [String]) -> PlainRow.Cell {
        if !field.isSolid {
            if dice.chance(field.blank == .none ? 35 : 14) { return .blank }
            if dice.chance(4) { return strange(field) }
        }
        func value(_ value: PlainValue, _ text: String) -> PlainRow.Cell { .value(value, text: text) }
        switch field.type {
        case .integer:
            let number = dice.number((field.range?.low ?? 0)...(field.range?.high ?? 4))
            return value(.number(PlainNumber(number)), "\(number)")
        case .decimal:
            let number = PlainNumber(dice.number(0...8), over: 2)
            return value(.number(number), number.decimal!)
        case .percent:
            let percent = dice.pick([0, 10, 25, 50, 75, 100])
            return value(.number(PlainNumber(percent, over: 100)), "\(percent)%")
        case .boolean:
            let flag = dice.chance(55)
            return value(.flag(flag), flag ? "true" : "false")
        case .text:
            let text = field.isSolid ? key : dice.pick(["elm", "oak", "fir", "7"])
            return value(.text(text), text)
        case .kind:
            let kind = dice.pick(vocabulary.kinds)
            return value(.text(kind), kind)
        case .grade:
            let rank = dice.number(0...vocabulary.grades.count - 1)
            return value(.rank(rank, vocabulary.grades[rank]), vocabulary.grades[rank])
        case .stage:
            let rank = dice.number(0...PlainVocabulary.stages.count - 1)
            return value(.rank(rank, PlainVocabulary.stages[rank]), PlainVocabulary.stages[rank])
        // Those of stages are set with them.
        case .date, .level: return .blank
        case .period: return value(.text("2025"), "2025")
        case .reference:
            let parent = parents.isEmpty || dice.chance(11) ? "Z9" : dice.pick(parents)
            return value(.text(parent), parent)
        }
    }

    /// The days on which the stages were reached that were: in order, and some of them not said.
    private mutating func setDays(of field: PlainField, _ cells: inout [String: PlainRow.Cell]) {
        let days = ["2023-11-05", "2024-06-30", "2024-12-31", "2025-01-01", "2025-03-01", "2025-12-31", "2026-01-15"]
        var first = 0
        guard case .value(.rank(let reached, _), _) = cells[field.name] else { return }
        for (stage, name) in field.reachedOn where PlainVocabulary.stages.firstIndex(of: stage)! <= reached && !dice.chance(25) {
            first = dice.number(first...min(first + 2, days.count - 1))
            cells[name] = dice.chance(5) ? .unreadable("someday") : .value(.day(PlainDay(text: days[first])), text: days[first])
        }
    }

    /// What nobody can read as the field; a text can always be read.
    private mutating func strange(_ field: PlainField) -> PlainRow.Cell {
        switch field.type {
        case .integer, .decimal, .percent: .unreadable(dice.pick(["many", "3x"]))
        case .boolean: .unreadable("perhaps")
        case .kind, .grade, .stage: .unreadable("purple")
        default: .blank
        }
    }
}
