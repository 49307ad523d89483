import Diagnostics
import Plumbline
import PlumblineReaders

/// Everything that a reader says about a file, put together from its batches.
struct ReadTable: Equatable {
    var headers: [RawHeader] = []
    /// A cell a header and row; nil where it is absent, and in rows before the header came up.
    var cells: [[String?]] = []
    /// The rows above the header.
    var titleRows: [TitleRow] = []
    var rows: [RowAddress] = []
    var problems: [RowProblem] = []
    var nested: Set<[Int]> = []
    var batchRows: [Int] = []
    var form = FileForm()

    var titles: [String] { headers.map(\.text) }

    /// Reads bytes that come in chunks of a size.
    init(
        _ reader: some SubmissionReader, _ bytes: [UInt8], chunk: Int = ByteSource.defaultChunkByteCount,
        columns: ColumnFilter = .all
    ) throws {
        try self.init(reader, ByteSource(name: "t", bytes: bytes, chunkByteCount: chunk), columns: columns)
    }

    /// Reads a text.
    init(_ reader: some SubmissionReader, _ text: String, chunk: Int = ByteSource.defaultChunkByteCount) throws {
        try self.init(reader, Array(text.utf8), chunk: chunk)
    }

    init(_ reader: some SubmissionReader, _ source: ByteSource, columns: ColumnFilter = .all) throws {
        var sink = Sink()
        try reader.read(source, columns: columns, into: &sink)
        self = sink.table
    }

    private init() {}

    private struct Sink: BatchSink {
        var table = ReadTable()

        mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
            table.headers = batch.headers
            for row in batch.rows.indices {
                var cells = [String?](repeating: nil, count: batch.headers.count)
                for column in batch.columns where !column.isAbsent(row) {
                    cells[column.headerIndex] = column.text(row)
                    if column.state(row) == .nested { table.nested.insert([batch.rows[row].row, column.headerIndex]) }
                }
                table.cells.append(cells)
            }
            table.titleRows += batch.titles
            table.rows += batch.rows
            table.problems += batch.problems
            table.batchRows.append(batch.rowCount)
            table.form = batch.form
            return .more
        }
    }
}

/// The fault that reading bytes ends with; nil where there is none.
func fault(
    _ reader: some SubmissionReader, _ bytes: [UInt8], chunk: Int = ByteSource.defaultChunkByteCount
) -> Diagnostic? {
    do {
        _ = try ReadTable(reader, bytes, chunk: chunk)
        return nil
    } catch {
        return error as? Diagnostic
    }
}

/// The fault that reading a text ends with; nil where there is none.
func fault(_ reader: some SubmissionReader, _ text: String) -> Diagnostic? { fault(reader, Array(text.utf8)) }
