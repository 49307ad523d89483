public import Diagnostics
public import Plumbline

/// Reads delimited text as RFC 4180 has it, whose first row holds the headers, or one of the next where those who
/// know the table or the file say so.
///
/// The text is in UTF-8, in UTF-16 with its byte order mark, or else in GB18030. What stands between two fields
/// is found by looking at the first records unless it is given.
///
/// Headers are trimmed, cells are not. Blank lines are left out; a line with nothing but delimiters is a row.
/// A record may end at CR LF, LF or CR. A row with fewer cells than the header gives absent cells, what it
/// has more is left out, and both are told as problems. A field may have 1 MB, a row 10 MB and 16,384 fields.
public struct CSVReader: SubmissionReader {
    public let name: String
    public let fileExtensions: [String]
    /// The character between two fields; nil where each file is looked at.
    public let delimiter: CSVDelimiter?
    /// How many rows a batch has at most; the first has fewer.
    public let batchRows: Int
    /// What somebody says of the file.
    private var layout = FileLayout()

    /// A reader for files with any of the delimiters; other arguments make it one for a sister format.
    public init(
        name: String = "csv", fileExtensions: [String] = ["csv", "tsv", "tab", "txt"], delimiter: CSVDelimiter? = nil,
        batchRows: Int = 4096
    ) {
        self.name = name
        self.fileExtensions = fileExtensions
        self.delimiter = delimiter
        self.batchRows = max(1, batchRows)
    }

    /// Whether the text begins as no JSON does: every other text could be a table.
    public func resembles(_ source: ByteSource) throws(Diagnostic) -> Bool {
        var records = try JSONRecords(source)
        let first = try records.firstByte()
        return first != UInt8(ascii: "{") && first != UInt8(ascii: "[")
    }

    public func reading(_ layout: FileLayout) -> (any SubmissionReader)? {
        let stated = layout.delimiter.flatMap { character in CSVDelimiter.allCases.first { $0.character == character } }
        var reader = CSVReader(name: name, fileExtensions: fileExtensions, delimiter: stated ?? delimiter, batchRows: batchRows)
        reader.layout = layout
        return reader
    }

    public func read(
        _ source: ByteSource, columns: ColumnFilter, into sink: inout some BatchSink
    ) throws(Diagnostic) {
        var records = try CSVRecords(source, delimiter: delimiter, encoding: layout.encoding)
        guard try records.next() else { throw .csvWithoutHeader(source.name) }
        var titles: [TitleRow] = []
        let search = CSVHeaderSearch(source: source, delimiter: delimiter, encoding: layout.encoding, columns: columns)
        if let line = layout.headerLine {
            while records.line < line {
                titles.append(TitleRow(line: records.line, cells: records.texts))
                guard try records.next() else { throw .csvWithoutHeaderLine(line, source.name) }
            }
        } else if layout.headers == nil, !columns.isHeader(records.texts), let found = search.place(under: records.form) {
            records = try CSVRecords(source, delimiter: found.delimiter, encoding: layout.encoding)
            while try records.next(), titles.count < found.row {
                titles.append(TitleRow(line: records.line, cells: records.texts))
            }
        }
        let header = CSVHeader(titles: layout.headers ?? records.texts, line: records.line)
        var table = CSVTable(header, below: titles, columns: columns, batchRows: batchRows, form: records.form)
        // Of a file without a header the first row is a record.
        if layout.headers != nil, layout.headerLine == nil { table.append(records) }
        while try records.next() {
            table.append(records)
            if table.isFull, try sink.receive(table.finish()) == .enough { return }
        }
        if table.isOwed { _ = try sink.receive(table.finish()) }
    }
}
