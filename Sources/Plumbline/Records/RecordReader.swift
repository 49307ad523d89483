import Diagnostics
import OrderedCollections
import Quantities

/// Turns the raw batches of one file into record batches: finds the column of each field and reads
/// its cells. Faults of the data become data problems; nothing is dropped.
public struct RecordReader: Sendable {
    private let table: Table
    private let file: String
    private let wanted: [Int]
    private let expected: Set<Int>
    private let keys: Set<Int>
    /// By the place of the field.
    private let readers: [Int: CellReader]
    private let matcher: HeaderMatcher
    /// The rows, by their numbers, of which only the key is believed; a long row may come in several batches.
    private var shifted: Set<Int> = []
    private var reportedHeaders: Set<String> = []
    private var foundFields: Set<Int> = []
    private var seenHeaderCount = 0
    private var seenHeaders: Set<RawHeader> = []
    /// The headers that are none of the table's fields.
    private var strangeHeaders: [String] = []
    /// Where the header stands; nil in formats that have none.
    private var headerLine: Int?
    /// Whether the file's first columns, all of them, are none of the table's, which was told.
    private var fitsNothing = false

    /// - Parameters:
    ///   - wanted: The places of the fields to read; all others are left alone.
    ///   - expected: Those for which the file should have a column; nil where that is all of them.
    public init(table: Table, file: String, wanted: Set<Int>, expected: Set<Int>? = nil) {
        self.init(table: table, file: file, wanted: wanted, expected: expected, matcher: HeaderMatcher(table))
    }

    /// - Parameter matcher: Finds the fields of the columns.
    init(table: Table, file: String, wanted: Set<Int>, expected: Set<Int>? = nil, matcher: HeaderMatcher) {
        self.expected = expected ?? wanted
        self.table = table
        self.file = file
        self.wanted = wanted.sorted()
        let keys = Set(table.keyFields.compactMap { table.fields.index(forKey: $0) })
        self.keys = keys
        readers = Dictionary(uniqueKeysWithValues: wanted.map { ($0, CellReader(table.fields.values[$0], isKey: keys.contains($0))) })
        self.matcher = matcher
    }

    /// Which columns of the file the reader has to hand over.
    public var columnFilter: ColumnFilter {
        let (matcher, wanted) = (matcher, Set(wanted))
        return ColumnFilter { header in matcher.match(header).map { wanted.contains($0.field) } ?? false }
    }

    /// The records of a batch; what their cells cannot say is noted.
    public mutating func records(of batch: RawBatch, problems: inout [DataProblem]) -> RecordBatch {
        let columns = columns(of: batch)
        reportHeaders(of: batch, problems: &problems)
        problems += batch.problems.map { .row($0, table: table.name, file: file) }
        var records = RecordBatch(
            table: table, file: file, rows: batch.rows, columns: Array(repeating: nil, count: table.fields.count))
        for field in wanted { records.columns[field] = column(field, in: batch, at: columns[field] ?? []) }
        shifted.formUnion(batch.problems.lazy.filter { $0.code == RowProblem.shiftedRowCode }.map(\.address.row))
        doubtShifted(&records, headers: batch.headers)
        reportCells(of: records, problems: &problems)
        return records
    }

    /// Whether the columns of all key fields were in the file.
    public var hasKeyColumns: Bool {
        table.keyFields.allSatisfy { name in
            guard let field = table.fields.index(forKey: name) else { return false }
            return foundFields.contains(field) || table.fields.values[field].blank != .missing
        }
    }

    /// Says after a file's last batch which of the wanted columns it did not have. Without a label
    /// records are called by their key, which is no problem.
    public func finish(problems: inout [DataProblem]) {
        if fitsNothing, foundFields.isEmpty { return }
        for index in wanted where expected.contains(index) && !foundFields.contains(index) {
            let field = table.fields.values[index]
            if field.name == table.label { continue }
            problems.append(
                keys.contains(index)
                    ? .missingKeyColumn(field, table: table, file: file, line: headerLine, strange: strangeHeaders)
                    : .missingColumn(field, table: table.name, file: file))
        }
    }
}

extension RecordReader {
    /// The columns of each field in the batch; a field can have several, by name, by alias and by unit.
    private func columns(of batch: RawBatch) -> [Int: [FieldColumn]] {
        var found: [Int: [FieldColumn]] = [:]
        for column in batch.columns {
            guard let match = matcher.match(batch.headers[column.headerIndex]) else { continue }
            guard let reader = reader(match.field, unit: match.unit) else { continue }
            found[match.field, default: []].append(FieldColumn(raw: column, reader: reader))
        }
        return found
    }

    private func column(_ field: Int, in batch: RawBatch, at columns: [FieldColumn]) -> RecordBatch.Column {
        guard let first = columns.first else {
            return RecordBatch.Column(cells: Array(repeating: .missing, count: batch.rowCount))
        }
        let sources = (0..<batch.rowCount).map { source(of: columns, row: $0) }
        var last: [FieldColumn.Read?] = Array(repeating: nil, count: columns.count)
        let cells = sources.enumerated().map { row, source -> Cell in
            source.map { columns[$0].cell(row, after: &last[$0]) } ?? .unreadable(.contradictory)
        }
        return RecordBatch.Column(
            cells: cells, header: batch.headers[first.raw.headerIndex].text, rowHeaders: first.raw.headerIndices.map { batch.headers[Int($0)].text },
            raw: columns.map(\.raw),
            sources: sources.map { $0 ?? 0 })
    }

    /// Believes nothing but the key of rows whose cells do not stand under their headers.
    private func doubtShifted(_ records: inout RecordBatch, headers: [RawHeader]) {
        guard !shifted.isEmpty else { return }
        let fields = wanted.filter { field in
            !keys.contains(field) && records.columns[field]?.raw.contains { !headers[$0.headerIndex].isGiven } == true
        }
        for row in records.rows.indices where shifted.contains(records.rows[row].row) {
            for field in fields { records.columns[field]?.cells[row] = .unreadable(.shifted) }
        }
    }

    /// The reader of a field's cells, in the unit of their column where its header states one.
    private func reader(_ field: Int, unit: Unit?) -> CellReader? {
        guard let unit else { return readers[field] }
        return wanted.contains(field) ? CellReader(table.fields.values[field], isKey: keys.contains(field), columnUnit: unit) : nil
    }

    /// Which of a field's columns speaks for a record: the one with a text; nil where two say different things.
    private func source(of columns: [FieldColumn], row: Int) -> Int? {
        guard columns.count > 1 else { return 0 }
        let spoken = columns.indices.filter { columns[$0].raw.hasText(row) }
        guard let first = spoken.first else { return columns.indices.first { !columns[$0].raw.isAbsent(row) } ?? 0 }
        return spoken.allSatisfy { columns[$0].agrees(with: columns[first], row: row) } ? first : nil
    }

    /// Says once a file which of its columns nobody knows, which give a field that has one already, and which state
    /// a unit that is none of their field's. Headers only grow from batch to batch.
    private mutating func reportHeaders(of batch: RawBatch, problems: inout [DataProblem]) {
        if batch.form.delimiter != nil, headerLine == nil { headerLine = batch.rows.first.map { max(1, $0.line - 1) } }
        if seenHeaderCount == 0, !batch.headers.isEmpty, batch.headers.allSatisfy({ matcher.match($0) == nil }) {
            fitsNothing = true
            seenHeaderCount = batch.headers.count
            seenHeaders.formUnion(batch.headers)
            let texts = batch.headers.map { CellText.trimmed($0.text) }.filter { !$0.isEmpty }
            problems.append(.noColumnFits(texts, table: table, file: file))
        }
        guard batch.headers.count > seenHeaderCount else { return }
        for header in batch.headers where seenHeaders.insert(header).inserted {
            let text = CellText.trimmed(header.text)
            if let match = matcher.match(header) {
                let field = match.field
                if let unit = match.unit, !table.fields.values[field].takes(unit), reportedHeaders.insert(text).inserted {
                    problems.append(
                        .unitDoesNotFit(unit, header: text, table: table.name, file: file, field: table.fields.values[field]))
                }
                if case .spread = header.meaning {
                    foundFields.insert(field)
                } else if !foundFields.insert(field).inserted {
                    problems.append(.repeatedColumn(text, table: table.name, file: file, field: table.fields.keys[field]))
                }
            } else if header.meaning == .own, !text.isEmpty, reportedHeaders.insert(text).inserted {
                strangeHeaders.append(text)
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
                guard let column = records.columns[index], case .unreadable(let cause) = column.cells[row],
                      // The column was told once for all of its cells, and so was the row.
                      cause != .unitDoesNotFit, cause != .shifted
                else { continue }
                let field = table.fields.values[index]
                // The nearest value would tell a sensitive cell as its text would.
                let text = field.hidesText ? nil : records.text(field: index, row: row)
                problems.append(
                    .unreadableCell(
                        table: table.name, address: records.address(ofRow: row), column: column.header(ofRow: row) ?? field.name,
                        text: text, field: field, because: field.hidesText ? cause.withoutHint : cause))
            }
        }
    }
}
