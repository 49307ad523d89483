import Diagnostics
import OrderedCollections

/// The record that a case gives, as a batch of one: it goes the way of every submitted record.
struct CaseRecord {
    let batch: RecordBatch

    init(_ example: RuleCase, of table: Table) {
        let headers = example.given.keys.map { RawHeader(text: $0, column: nil) }
        let columns = example.given.values.enumerated().map { place, given in
            var column = RawColumnBuilder(headerIndex: place)
            column.append(given.text ?? "")
            return column.finish()
        }
        let address = RowAddress(row: 1, line: example.location.start.line)
        let raw = RawBatch(headers: headers, columns: columns, rows: [address])
        var reader = RecordReader(table: table, file: example.location.file, wanted: Set(table.fields.values.indices))
        var problems: [DataProblem] = []
        batch = reader.records(of: raw, problems: &problems)
    }
}
