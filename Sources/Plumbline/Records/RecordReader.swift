import Diagnostics
import OrderedCollections

/// Turns the raw batches of one file into record batches: finds the column of each field and reads
/// its cells. Faults of the data become data problems; nothing is dropped.
public struct RecordReader: Sendable {
    private let table: Table
    private let file: String
    private let wanted: [Int]
    private let readers: [CellReader?]
    private let headerIndex: [HeaderName: Int]
    private var reportedHeaders: Set<String> = []
    private var foundFields: Set<Int> = []
    private var seenHeaderCount = 0

    /// - Parameter wanted: The places of the fields to read; all others are left alone.
    public init(table: Table, file: String, wanted: Set<Int>) {
        self.table = table
        self.file = file
        self.wanted = wanted.sorted()
        let fields = Array(table.fields.values)
        readers = fields.indices.map { wanted.contains($0) ? CellReader(fields[$0]) : nil }
        headerIndex = table.headerIndex()
    }

    /// Which columns of the file the reader has to hand over.
    public var columnFilter: ColumnFilter {
        let (index, wanted) = (headerIndex, Set(wanted))
        return ColumnFilter { header in index[HeaderName(header.text)].map(wanted.contains) ?? false }
    }

    public mutating func records(of batch: RawBatch, problems: inout [DataProblem]) -> RecordBatch {
        let columns = columns(of: batch)
        reportHeaders(of: batch, problems: &problems)
        problems += batch.problems.map { .row($0, table: table.name, file: file) }
        var records = RecordBatch(
            table: table, file: file, rows: batch.rows, columns: Array(repeating: nil, count: table.fields.count))
        for field in wanted { records.columns[field] = column(field, in: batch, at: columns[field] ?? []) }
        reportCells(of: records, problems: &problems)
        return records
    }

    /// Whether the columns of all key fields were in the file.
    public var hasKeyColumns: Bool {
        table.keyFields.allSatisfy { table.fields.index(forKey: $0).map(foundFields.contains) ?? false }
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
    /// The places in the batch's columns of each field; a field can have several, by name and by alias.
    private func columns(of batch: RawBatch) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        for (place, column) in batch.columns.enumerated() {
            let header = HeaderName(batch.headers[column.headerIndex].text)
            if let field = headerIndex[header] { found[field, default: []].append(place) }
        }
        return found
    }

    private func column(_ field: Int, in batch: RawBatch, at places: [Int]) -> RecordBatch.Column {
        guard let first = places.first, let reader = readers[field] else {
            return RecordBatch.Column(cells: Array(repeating: .missing, count: batch.rowCount))
        }
        let raw = places.map { batch.columns[$0] }
        let sources = (0..<batch.rowCount).map { source(of: raw, row: $0) }
        let cells = sources.enumerated().map { row, source -> Cell in
            guard let source else { return .unreadable(.contradictory) }
            return cell(raw[source], row: row, reader)
        }
        return RecordBatch.Column(
            cells: cells, header: batch.headers[batch.columns[first].headerIndex].text, raw: raw,
            sources: sources.map { $0 ?? 0 })
    }

    /// Which of a field's columns speaks for a record: the one with a text; nil where two say different things.
    private func source(of columns: [RawColumn], row: Int) -> Int? {
        guard columns.count > 1 else { return 0 }
        let spoken = columns.indices.filter { !columns[$0].isAbsent(row) && !columns[$0].bytes(row).isEmpty }
        guard let first = spoken.first else { return columns.indices.first { !columns[$0].isAbsent(row) } ?? 0 }
        let text = CellText(columns[first].text(row)).text
        return spoken.allSatisfy { CellText(columns[$0].text(row)).text == text } ? first : nil
    }

    /// A cell that the record does not have is missing, whatever a blank one would say.
    private func cell(_ column: RawColumn, row: Int, _ reader: CellReader) -> Cell {
        switch column.state(row) {
        case .absent: .missing
        case .nested: .unreadable(.nested)
        case .text: reader.read(column.text(row))
        }
    }

    /// Says once a file which of its columns nobody knows and which give a field that has one already.
    /// Headers only grow from batch to batch, at their end.
    private mutating func reportHeaders(of batch: RawBatch, problems: inout [DataProblem]) {
        for header in batch.headers.dropFirst(seenHeaderCount) {
            let text = CellText.trimmed(header.text)
            if let field = headerIndex[HeaderName(header.text)] {
                if !foundFields.insert(field).inserted {
                    problems.append(.repeatedColumn(text, table: table.name, file: file, field: table.fields.keys[field]))
                }
            } else if !text.isEmpty, reportedHeaders.insert(text).inserted {
                problems.append(.unknownColumn(text, table: table.name, file: file, nearest: nearestHeader(text)))
            }
        }
        seenHeaderCount = max(seenHeaderCount, batch.headers.count)
    }

    private func nearestHeader(_ text: String) -> String? {
        NearestName.to(text, among: table.fields.values.flatMap(\.headers))
    }

    private func reportCells(of records: RecordBatch, problems: inout [DataProblem]) {
        for row in 0..<records.rowCount {
            for index in wanted {
                guard let column = records.columns[index], case .unreadable(let cause) = column.cells[row] else { continue }
                let field = table.fields.values[index]
                // The nearest value would tell a sensitive cell as its text would.
                let text = field.isSensitive ? nil : records.text(field: index, row: row)
                problems.append(
                    .unreadableCell(
                        table: table.name, address: records.address(ofRow: row), column: column.header ?? field.name,
                        text: text, field: field, because: field.isSensitive ? cause.withoutHint : cause))
            }
        }
    }
}
