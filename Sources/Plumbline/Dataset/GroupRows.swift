import CEL
import OrderedCollections

/// The distinct combinations of values by which a table's rows are grouped.
struct GroupRows {
    /// The combinations as texts, in the order in which rows have them first, then those that are expected.
    private let combinations: [[String]]
    /// The combination that each row has; nil for one of which a value is not known.
    let groupOfRow: [Int?]
    private let fields: [String]

    init(_ group: TableGroup, of rows: HeldTableDraft, asOf: CalendarDate, plan: AuditPlan) {
        var known: OrderedDictionary<[String], Int> = [:]
        let places = group.by.compactMap { rows.table.fields.index(forKey: $0) }
        let definitions = plan.definitions[rows.table.name] ?? [:]
        groupOfRow = rows.places.map { place in
            let batch = rows.batches[Int(place.batch)]
            let texts = places.compactMap { field -> String? in
                guard let program = definitions[field] else { return ReferenceKey.text(of: field, at: place, in: rows.batches) }
                let value = RecordView(batch: batch, row: Int(place.row), asOf: asOf).value(of: program)
                return value.isKnown ? value.text : nil
            }
            guard texts.count == group.by.count else { return nil }
            if let index = known[texts] { return index }
            known[texts] = known.count
            return known.count - 1
        }
        for combination in group.expected where known[combination] == nil { known[combination] = known.count }
        combinations = Array(known.keys)
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
