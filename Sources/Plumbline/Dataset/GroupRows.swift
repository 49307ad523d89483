import CEL
import OrderedCollections

/// The distinct combinations of values by which a table's rows are grouped.
struct GroupRows {
    /// The combinations as texts, in the order in which rows have them first, then those that are expected.
    private let combinations: [[String]]
    /// The combination that each row has; nil for one of which a value is not known.
    let groupOfRow: [Int?]
    private let fields: [String]

    /// - Parameters:
    ///   - given: Combinations that are groups before any other, as a case gives them.
    ///   - around: The rows among all that they lead to, where the fields that group them come from others.
    init(_ group: TableGroup, of rows: HeldTableDraft, given: [[String]], _ around: Dataset?) {
        // By the texts as they are compared, a label as the key that it stands for; each group is called as it was first written.
        var known: [[String]: Int] = [:]
        var combinations: [[String]] = []
        let places = group.by.compactMap { rows.table.fields.index(forKey: $0) }
        func place(of combination: [String]) -> Int {
            let name = zip(combination, places).map { rows.named($0, in: $1) }
            if let place = known[name] { return place }
            known[name] = combinations.count
            combinations.append(combination)
            return combinations.count - 1
        }
        for combination in given { _ = place(of: combination) }
        groupOfRow = rows.cells.places.indices.map { record in
            let texts = places.compactMap { field in
                rows.table.fields.values[field].definition == nil
                    ? rows.cells.keyText(field, of: record)
                    : around?.groupText(field, record, of: rows.table.name)
            }
            return texts.count == group.by.count ? place(of: texts) : nil
        }
        for combination in group.expected { _ = place(of: combination) }
        self.combinations = combinations
        fields = group.by
    }

    /// The groups as records of their own table.
    func batch(of table: Table) -> RecordBatch {
        let columns = fields.indices.map { place in
            var column = RawColumnBuilder(headerIndex: place)
            for combination in combinations { column.append(combination[place]) }
            return column.finish()
        }
        let raw = RawBatch(
            headers: fields.map { RawHeader(text: $0, column: nil) }, columns: columns,
            rows: combinations.indices.map { RowAddress(row: $0 + 1, line: $0 + 1) })
        var reader = RecordReader(table: table, file: "", wanted: Set(table.fields.values.indices))
        var problems: [DataProblem] = []
        return reader.records(of: raw, problems: &problems)
    }
}

extension HeldTableDraft {
    /// The combinations of values that the rows of a group table themselves have.
    func groupTexts(_ names: [String]) -> [[String]] {
        cells.places.indices.compactMap { record in
            let texts = names.compactMap { name in
                table.fields.index(forKey: name).flatMap { cells.keyText($0, of: record) }
            }
            return texts.count == names.count ? texts : nil
        }
    }
}

private extension Dataset {
    /// The text by which a field that comes from others names its record's group; nil where it has no value.
    func groupText(_ field: Int, _ record: Int, of table: String) -> String? {
        guard let table = self.table(named: table) else { return nil }
        switch value(ofField: field, record, of: table, ranges: .none, in: .now) {
        case .unknown, .error, .null: return nil
        // A record is called by its key, as the cell of a reference would.
        case .object(let object as RecordObject): return object.keyText
        case let value: return value.text
        }
    }
}
