public import Diagnostics
public import Plumbline

/// Reads files of the format sample: a line a row, the first one with the headers, bars between the cells.
public struct SampleReader: SubmissionReader {
    public let name = "sample"
    public let fileExtensions = ["sample"]

    /// How many rows a batch has at most.
    private static let batchRows = 4096
    /// No more than this is taken from one file; a reader that works in pieces needs no such limit.
    private static let mostBytes = 10_000_000

    public init() {}

    public func read(_ source: ByteSource, columns: ColumnFilter, into sink: inout some BatchSink) throws(Diagnostic) {
        let lines = try lines(of: source)
        let headers = (lines.first ?? []).enumerated().map { RawHeader(text: $0.element, column: $0.offset) }
        let kept = headers.indices.filter { columns.wants(headers[$0]) }
        var first = 1
        // A file without rows gives one batch, too.
        repeat {
            let rows = lines[min(first, lines.count)..<min(first + Self.batchRows, lines.count)]
            var builders = kept.map { RawColumnBuilder(headerIndex: $0) }
            for row in rows {
                for place in builders.indices {
                    let cell = kept[place]
                    if row.indices.contains(cell) { builders[place].append(row[cell]) } else { builders[place].appendAbsent() }
                }
            }
            let batch = RawBatch(
                headers: headers, columns: builders.indices.map { builders[$0].finish() },
                rows: rows.indices.map { RowAddress(row: $0, line: $0 + 1) })
            if try sink.receive(batch) == .enough { return }
            first += Self.batchRows
        } while first < lines.count
    }
}

private extension SampleReader {
    func lines(of source: ByteSource) throws(Diagnostic) -> [[String]] {
        var bytes: [UInt8] = []
        var stream = try source.open()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: stream.chunkByteCount, alignment: 1)
        defer { buffer.deallocate() }
        while case let count = try stream.read(into: buffer), count > 0 {
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= Self.mostBytes else {
                throw Diagnostic(
                    code: "sample-too-large", at: nil,
                    message: Localized(zh: "\(source.name) 太大", en: "\(source.name) is too large"))
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
