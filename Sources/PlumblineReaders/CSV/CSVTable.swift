import Plumbline

/// Sorts the fields of records into columns, and hands them over as batches.
struct CSVTable {
    private static let quote = UInt8(ascii: "\"")

    private let headers: [RawHeader]
    private var columns: [RawColumnBuilder]
    private var rows: [RowAddress] = []
    private var problems: [RowProblem]
    private var titles: [TitleRow]
    private var size: BatchSize
    private var row = 0
    private var isFirst = true
    private let form: FileForm

    init(
        _ header: CSVHeader, below titles: [TitleRow], columns filter: ColumnFilter, batchRows: Int, form: FileForm
    ) {
        self.form = form
        self.titles = titles
        headers = header.headers
        problems = header.problems
        columns = headers.indices.filter { filter.wants(header.headers[$0]) }.map { RawColumnBuilder(headerIndex: $0) }
        size = BatchSize(batchRows: batchRows)
    }

    /// Whether the batch shall be handed over now.
    var isFull: Bool { size.isFull }

    /// Whether there is something left to hand over at the end: rows, or headers that no batch told yet.
    var isOwed: Bool { isFirst || !rows.isEmpty }

    mutating func append(_ records: borrowing CSVRecords) {
        row += 1
        let address = RowAddress(row: row, line: records.line)
        rows.append(address)
        size.add(rowByteCount: records.byteCount, cells: columns.count)
        let fieldCount = records.fields.count
        if fieldCount > 1 || headers.count > 1, records.isBlank {
            problems.append(.blankRow(at: address))
        } else if fieldCount > headers.count, records.holdsAnything(from: headers.count) {
            problems.append(.shifted(fieldCount, of: headers.count, at: address))
        } else if fieldCount != headers.count {
            problems.append(.cellCount(fieldCount, of: headers.count, at: address))
        }
        let bytes = records.bytes
        for index in columns.indices {
            let position = columns[index].headerIndex
            if position < fieldCount {
                Self.append(records.fields[position], of: bytes, to: &columns[index])
            } else {
                columns[index].appendAbsent()
            }
        }
    }

    mutating func finish() -> RawBatch {
        let built = columns.indices.map { columns[$0].finish() }
        let batch = RawBatch(headers: headers, columns: built, rows: rows, problems: problems, titles: titles, form: form)
        rows.removeAll(keepingCapacity: true)
        problems.removeAll()
        titles.removeAll()
        size.startNext()
        isFirst = false
        return batch
    }

    @inline(__always)
    private static func append(
        _ field: CSVField, of bytes: UnsafeBufferPointer<UInt8>, to column: inout RawColumnBuilder
    ) {
        guard field.hasDoubledQuotes else {
            return column.append(UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]))
        }
        appendUnquoted(field, of: bytes, to: &column)
    }

    /// Adds the text up to the first of two quotes, goes past the second, and so on.
    private static func appendUnquoted(
        _ field: CSVField, of bytes: UnsafeBufferPointer<UInt8>, to column: inout RawColumnBuilder
    ) {
        var start = field.start
        while let first = bytes[start..<field.end].firstIndex(of: quote) {
            column.appendPiece(UnsafeBufferPointer(rebasing: bytes[start...first]))
            start = first + 2
        }
        column.appendPiece(UnsafeBufferPointer(rebasing: bytes[start..<field.end]))
        column.closeCell()
    }
}
