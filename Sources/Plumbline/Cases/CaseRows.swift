import Diagnostics
import OrderedCollections

/// The rows that a case's nested records come to, table by table.
struct CaseRows {
    private struct Row {
        var cells: OrderedDictionary<String, RuleCase.Given>
    }

    private let vocabulary: Vocabulary
    private let file: String
    /// The period of records that name none.
    private let period: CalendarPeriod?
    private var tables: OrderedDictionary<String, [Row]> = [:]
    /// Of each table the rows by their key.
    private var keyedRows: [String: [String: Int]] = [:]
    private(set) var givenLists = GivenLists()
    private(set) var givenObservations = GivenObservations()
    private var keyCount = 0

    init(_ vocabulary: Vocabulary, file: String, period: CalendarPeriod?) {
        self.vocabulary = vocabulary
        self.file = file
        self.period = period
    }

    /// Adds the records that the case's rule is about, with all that they lead to.
    mutating func add(_ example: RuleCase, of table: Table) {
        if example.isWithoutRecords { return }
        guard example.records.isEmpty else {
            for item in example.records {
                guard case .record(let record) = item.content else { continue }
                for _ in 0..<item.count { add(record, to: table) }
            }
            return
        }
        guard !example.periods.isEmpty, let period = table.periodField else { return addSeen(example, to: table) }
        // One record in all its periods: what its key leaves open is the same in each.
        var base = example.given
        for name in table.entityFields { base[name] = keyed(base[name], of: table.fields[name], at: example.location) }
        for (moment, record) in example.periods {
            var row = base.overlaid(with: record)
            row[period] = .init(text: moment.description, location: example.location)
            add(row, to: table)
        }
    }

    /// The rows of a roster, each by itself: what is said of the same record elsewhere was sent.
    mutating func rosterBatch(_ records: [RuleCase.Record], of table: Table) -> RecordBatch {
        let rows = records.map { record in
            Row(cells: record.reduce(into: [:]) { cells, given in
                if let field = table.fields[given.key] { cells[given.key] = cell(given.value, of: field) }
            })
        }
        return batch(rows, of: table)
    }

    /// Whether the case gives any record of a table.
    func hasRows(in table: String) -> Bool { tables[table] != nil }

    /// Adds the published figures that are there: of the rule's own indicator where a row names none.
    ///
    /// - Parameter indicator: The rule's own; nil where it leans on none.
    mutating func addBenchmarks(_ example: RuleCase, of indicator: String?) {
        guard !example.benchmarks.isEmpty, let table = vocabulary.tables.values.first(where: { $0.benchmarks != nil }),
              let columns = table.benchmarks
        else { return }
        for item in example.benchmarks {
            guard case .record(var record) = item.content else { continue }
            if let indicator, record[columns.indicator] == nil { record[columns.indicator] = .init(text: indicator, location: item.location) }
            for _ in 0..<item.count { add(record, to: table) }
        }
    }

    /// Adds a record of a table without periods, with what is observed of it and what its registers held in each period.
    private mutating func addSeen(_ example: RuleCase, to table: Table) {
        let place = add(example.given, to: table)
        let lists = vocabulary.lists(of: table.name)
        for (moment, record) in example.periods {
            for (name, given) in record {
                if table.fields[name]?.observation != nil {
                    givenObservations.insert(
                        .init(table: table.name, row: place.row, field: name, period: moment, text: given.text))
                } else if let list = lists.first(where: { $0.name == name }), case .list(let items) = given.content,
                          given.location != example.given[name]?.location {
                    let seen = items.map { self.seen($0, in: moment, list) }
                    add(seen, to: list, of: place.row, table, key: place.key)
                }
            }
        }
    }

    /// A record of a register that is in it in one period, unless it says itself since when and until when.
    private func seen(_ item: RuleCase.Item, in period: CalendarPeriod, _ list: Vocabulary.List) -> RuleCase.Item {
        guard case .record(var record) = item.content, let validity = vocabulary.tables[list.table]?.validity else { return item }
        for (field, day) in [(validity.from, period.firstDay), (validity.until, period.lastDay.next)] {
            if let field, record[field] == nil { record[field] = .init(text: day.description, location: item.location) }
        }
        var item = item
        item.content = .record(record)
        return item
    }

    /// The rows as files would have given them.
    var batches: [RecordBatch] {
        tables.compactMap { name, rows in vocabulary.tables[name].map { batch(rows, of: $0) } }
    }
}

private extension CaseRows {
    /// What a field of a record's key says, with a key of its own for the record that it gives without one.
    mutating func keyed(_ given: RuleCase.Given?, of field: Field?, at location: Location) -> RuleCase.Given {
        guard let given else { return .init(text: newKey(), location: location) }
        guard case .record(var record) = given.content, case .reference(let name)? = field?.type,
              let key = vocabulary.tables[name]?.keyFields, key.count == 1, record[key[0]] == nil
        else { return given }
        record[key[0]] = .init(text: newKey(), location: given.location)
        return .init(.record(record), location: given.location)
    }

    /// - Returns: The record's row in its table, and its key; nil where its table's key has several fields.
    @discardableResult
    mutating func add(_ record: RuleCase.Record, to table: Table) -> (row: Int, key: String?) {
        let keyField = table.keyFields.count == 1 ? table.keyFields[0] : nil
        var cells: OrderedDictionary<String, RuleCase.Given> = [:]
        var children: [(list: Vocabulary.List, items: [RuleCase.Item])] = []
        let lists = vocabulary.lists(of: table.name)
        for (name, given) in record {
            if let field = table.fields[name] {
                cells[name] = cell(given, of: field)
            } else if let list = lists.first(where: { $0.name == name }), case .list(let items) = given.content {
                children.append((list, items))
            }
        }
        let location = record.values.first?.location
        if let name = table.periodField, cells[name] == nil, let period, let location {
            cells[name] = .init(text: period.description, location: location)
        }
        if let keyField, cells[keyField] == nil, let location { cells[keyField] = .init(text: newKey(), location: location) }
        let key = keyField.flatMap { cells[$0]?.text }
        let row = place(cells, in: table, key: key)
        for (list, items) in children { add(items, to: list, of: row, table, key: key) }
        return (row, key)
    }

    /// Two records with one key are one: what the second says is added.
    mutating func place(_ cells: OrderedDictionary<String, RuleCase.Given>, in table: Table, key: String?) -> Int {
        if let key, let first = keyedRows[table.name]?[key] {
            tables[table.name]?[first].cells.merge(cells) { old, _ in old }
            return first
        }
        let row = tables[table.name]?.count ?? 0
        if let key { keyedRows[table.name, default: [:]][key] = row }
        tables[table.name, default: []].append(Row(cells: cells))
        return row
    }

    mutating func add(
        _ items: [RuleCase.Item], to list: Vocabulary.List, of row: Int, _ table: Table, key: String?
    ) {
        givenLists.insert(list.name, of: table.name, row: row)
        guard let child = vocabulary.tables[list.table] else { return }
        // A row of a group has the values that the group is made by.
        let shared = table.group?.by.compactMap { name in tables[table.name]?[row].cells[name].map { (name, $0) } } ?? []
        for item in items {
            guard case .record(var record) = item.content else { continue }
            if let field = list.field {
                if let key { record[field] = .init(text: key, location: item.location) }
            } else {
                for (name, value) in shared where record[name] == nil { record[name] = value }
            }
            add(record, to: child, times: item.count)
        }
    }

    /// Adds a record several times: each by itself, unless they say of which key they are.
    mutating func add(_ record: RuleCase.Record, to table: Table, times count: Int) {
        guard count > 0 else { return }
        let first = add(record, to: table)
        guard let keyField = table.keyFields.first, table.keyFields.count == 1, keyField != table.periodField, record[keyField] == nil,
              !record.leadsFurther, var row = tables[table.name]?[first.row]
        else {
            for _ in 1..<count { add(record, to: table) }
            return
        }
        for _ in 1..<count {
            let key = newKey()
            row.cells[keyField]?.content = .text(key)
            _ = place(row.cells, in: table, key: key)
        }
    }

    /// The cell that a field's value comes to: a nested record stands for its key.
    mutating func cell(_ given: RuleCase.Given, of field: Field) -> RuleCase.Given {
        switch given.content {
        case .text: return given
        case .record(let record):
            guard case .reference(let name) = field.type, let parent = vocabulary.tables[name] else { return given }
            let key = record.isEmpty ? nil : add(record, to: parent).key
            return .init(text: key, location: given.location)
        case .list(let items):
            let texts = items.flatMap { item -> [String] in
                guard case .text(let text?) = item.content else { return [] }
                return Array(repeating: text, count: item.count)
            }
            return .init(text: texts.joined(separator: "、"), location: given.location)
        }
    }

    mutating func newKey() -> String {
        keyCount += 1
        return "#\(keyCount)"
    }

    private func batch(_ rows: [Row], of table: Table) -> RecordBatch {
        let names = rows.reduce(into: OrderedSet<String>()) { $0.append(contentsOf: $1.cells.keys) }
        let columns = names.enumerated().map { place, name in
            var column = RawColumnBuilder(headerIndex: place)
            for row in rows {
                if let given = row.cells[name] { column.append(given.text ?? "") } else { column.appendAbsent() }
            }
            return column.finish()
        }
        let addresses = rows.enumerated().map { place, row in
            RowAddress(row: place + 1, line: row.cells.values.first?.location.start.line ?? 1)
        }
        let raw = RawBatch(headers: names.map { RawHeader(text: $0, meaning: .field($0)) }, columns: columns, rows: addresses)
        let wanted = Set(names.compactMap { table.fields.index(forKey: $0) })
        var reader = RecordReader(table: table, file: file, wanted: wanted, matcher: HeaderMatcher(fieldsOf: table))
        var problems: [DataProblem] = []
        return reader.records(of: raw, problems: &problems)
    }
}

private extension RuleCase.Record {
    /// Whether other records are given with it.
    var leadsFurther: Bool { values.contains { if case .text = $0.content { false } else { true } } }
}
