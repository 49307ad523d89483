public import Diagnostics
public import Plumbline

/// Reads JSON Lines: one object a line, in any encoding that CSV may have; its keys are the headers.
///
/// A string's text, and a number, `true` or `false` as it is written, is a cell; `null` is a blank one, and a key
/// that the object does not have an absent one; an array or object is kept as raw text and marked nested. Of a key
/// that stands twice in an object the first value holds, and the row has a problem. Blank lines are left out.
/// A line may have 10 MB and a file 16,384 keys; values may stand 100 deep.
public struct JSONLinesReader: SubmissionReader {
    public let name = "jsonl"
    public let fileExtensions = ["jsonl", "ndjson"]
    /// How many rows a batch has at most; the first has fewer.
    public let batchRows: Int

    /// A reader whose batches have at most so many rows.
    public init(batchRows: Int = 4096) { self.batchRows = max(1, batchRows) }

    /// Whether the text begins with an object that does not hold the arrays of other tables.
    public func resembles(_ source: ByteSource) throws(Diagnostic) -> Bool {
        var records = try JSONRecords(source)
        guard try records.firstByte() == UInt8(ascii: "{") else { return false }
        return try !JSONReader().resembles(source)
    }

    public func read(
        _ source: ByteSource, columns: ColumnFilter, into sink: inout some BatchSink
    ) throws(Diagnostic) {
        var records = try JSONLinesRecords(source)
        var table = JSONTable(columns: columns, batchRows: batchRows, form: records.form)
        while try records.next() {
            let one = table.append(records.members, in: records.bytes, line: records.line, byteCount: records.byteCount)
            if let one { throw records.tooManyKeys(at: one) }
            if table.isFull, try sink.receive(table.finish()) == .enough { return }
        }
        if table.isOwed { _ = try sink.receive(table.finish()) }
    }
}
