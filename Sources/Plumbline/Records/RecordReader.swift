import Diagnostics
import OrderedCollections
import Quantities

/// Turns the raw batches of one file into record batches: finds the column of each field and reads
/// its cells. Faults of the data become data problems; nothing is dropped.
public struct RecordReader: Sendable {
    private let table: Table
    private let file: String
    private let wanted: [Int]
    private let keys: Set<Int>
    private let readers: [CellReader?]
    private let matcher: HeaderMatcher
    private var reportedHeaders: Set<String> = []
    private var reportedUnits: Set<String> = []
    private var foundFields: Set<Int> = []

    /// - Parameter wanted: The places of the fields to read; all others are left alone.
    public init(table: Table, file: String, wanted: Set<Int>) {
        self.table = table
        self.file = file
        self.wanted = wanted.sorted()
        let fields = Array(table.fields.values)
        keys = Set(table.keyFields.compactMap { table.fields.index(forKey: $0) })
        readers = fields.indices.map { [keys] in wanted.contains($0) ? CellReader(fields[$0], isKey: keys.contains($0)) : nil }
        matcher = HeaderMatcher(table)
    }

    /// Which columns of the file the reader has to hand over.
    public var columnFilter: ColumnFilter {
        let (matcher, wanted) = (matcher, Set(wanted))
        return ColumnFilter { header in matcher.match(header.text).map { wanted.contains($0.field) } ?? false }
    }

    public mutating func records(of batch: RawBatch, problems: inout [DataProblem]) -> RecordBatch {
        let columns = columns(of: batch)
        reportHeaders(of: batch, problems: &problems)
        problems += batch.problems.map { .row($0, table: table.name, file: file) }
        var records = RecordBatch(
            table: table, file: file, rows: batch.rows, columns: Array(repeating: nil, count: table.fields.count))
        for field in wanted { records.columns[field] = column(field, in: batch, at: columns[field]) }
        reportCells(of: records, problems: &problems)
        return records
    }

    /// Says after a file's last batch which of the wanted columns it did not have. Without a label
    /// records are called by their key, which is no problem.
    public func finish(problems: inout [DataProblem]) {
        for index in wanted where !foundFields.contains(index) {
            let field = table.fields.values[index]
            if field.name != table.label { problems.append(.missingColumn(field, table: table.name, file: file)) }
        }
    }
}

extension RecordReader {
    /// The place in the batch's columns of each field that has one, and the unit that its header states.
    private func columns(of batch: RawBatch) -> [Int: (place: Int, unit: Unit?)] {
        var found: [Int: (place: Int, unit: Unit?)] = [:]
        for (place, column) in batch.columns.enumerated() {
            guard let match = matcher.match(batch.headers[column.headerIndex].text), found[match.field] == nil else { continue }
            found[match.field] = (place, match.unit)
        }
        return found
    }

    private func column(_ field: Int, in batch: RawBatch, at found: (place: Int, unit: Unit?)?) -> RecordBatch.Column {
        guard let (place, unit) = found, let reader = reader(field, unit: unit) else {
            return RecordBatch.Column(cells: Array(repeating: .missing, count: batch.rowCount))
        }
        let raw = batch.columns[place]
        let cells = (0..<batch.rowCount).map { row -> Cell in
            switch raw.state(row) {
            case .absent: reader.read("")
            case .nested: .unreadable(.nested)
            case .text: reader.read(raw.text(row))
            }
        }
        return RecordBatch.Column(cells: cells, header: batch.headers[raw.headerIndex].text, raw: raw)
    }

    /// The reader of a field's cells, in the unit of their column where its header states one.
    private func reader(_ field: Int, unit: Unit?) -> CellReader? {
        guard let unit else { return readers[field] }
        return CellReader(table.fields.values[field], isKey: keys.contains(field), columnUnit: unit)
    }

    /// Says once a file which of its columns nobody knows and which stand there twice.
    private mutating func reportHeaders(of batch: RawBatch, problems: inout [DataProblem]) {
        var seen: Set<Int> = []
        for header in batch.headers {
            let text = CellText.trimmed(header.text)
            if let match = matcher.match(header.text) {
                let field = match.field
                foundFields.insert(field)
                if let unit = match.unit, !table.fields.values[field].takes(unit), reportedUnits.insert(text).inserted {
                    problems.append(
                        .unitDoesNotFit(unit, header: text, table: table.name, file: file, field: table.fields.values[field]))
                }
                if !seen.insert(field).inserted, reportedHeaders.insert(text).inserted {
                    problems.append(.repeatedColumn(text, table: table.name, file: file, field: table.fields.keys[field]))
                }
            } else if !text.isEmpty, reportedHeaders.insert(text).inserted {
                problems.append(.unknownColumn(text, table: table.name, file: file, nearest: nearestHeader(text)))
            }
        }
    }

    private func nearestHeader(_ text: String) -> String? {
        NearestName.to(text, among: table.fields.values.flatMap(\.headers))
    }

    private func reportCells(of records: RecordBatch, problems: inout [DataProblem]) {
        for row in 0..<records.rowCount {
            for index in wanted {
                guard let column = records.columns[index], case .unreadable(let cause) = column.cells[row],
                      // The column was told once for all of its cells.
                      cause != .unitDoesNotFit
                else { continue }
                let field = table.fields.values[index]
                let text = field.isSensitive ? nil : records.text(field: index, row: row)
                problems.append(
                    .unreadableCell(
                        table: table.name, address: records.address(ofRow: row), column: column.header ?? field.name,
                        text: text, field: field, because: cause))
            }
        }
    }
}
