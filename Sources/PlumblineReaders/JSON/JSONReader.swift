public import Diagnostics
public import Plumbline

/// Reads JSON files: an array of objects, each a record, or an object that holds such arrays by the names of
/// their tables.
///
/// What a value is to a cell is as in JSON Lines. A record may have 10 MB, a file any number of records: only
/// the record at hand is in memory. Which array of an object is read is a property of the reader, see
/// ``parts(of:)``.
public struct JSONReader: SubmissionReader {
    public let name = "json"
    public let fileExtensions = ["json"]
    /// How many rows a batch has at most; the first has fewer.
    public let batchRows: Int
    /// Which of an object's arrays is read, from 0; nil for a file that is an array itself.
    private let part: Int?

    /// A reader of files that are arrays.
    public init(batchRows: Int = 4096) { self.init(batchRows: batchRows, part: nil) }

    private init(batchRows: Int, part: Int?) {
        self.batchRows = max(1, batchRows)
        self.part = part
    }

    public func parts(of source: ByteSource) throws(Diagnostic) -> [FilePart] {
        var records = try JSONRecords(source)
        let names = try records.partNames()
        return names.enumerated().map { FilePart(name: $1, reader: JSONReader(batchRows: batchRows, part: $0)) }
    }

    /// Whether the text begins as an array, or is an object of arrays.
    public func resembles(_ source: ByteSource) throws(Diagnostic) -> Bool {
        var records = try JSONRecords(source)
        switch try records.firstByte() {
        case UInt8(ascii: "["): return true
        case UInt8(ascii: "{"):
            do throws(Diagnostic) {
                return try !records.partNames().isEmpty
            } catch {
                return false
            }
        default: return false
        }
    }

    public func read(
        _ source: ByteSource, columns: ColumnFilter, into sink: inout some BatchSink
    ) throws(Diagnostic) {
        var records = try JSONRecords(source)
        try records.enter(part)
        var table = JSONTable(columns: columns, batchRows: batchRows, form: records.form)
        while try records.next() {
            let one = table.append(records.members, in: records.bytes, line: records.line, byteCount: records.byteCount)
            if let one { throw records.tooManyKeys(at: one) }
            if table.isFull, try sink.receive(table.finish()) == .enough { return }
        }
        if table.isOwed { _ = try sink.receive(table.finish()) }
    }
}
