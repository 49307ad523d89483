/// The sources of a reader for a format of data files as a package of its own. A test compiles the same texts and runs them.
enum ReaderSources {
    static let source = #"""
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
        """#

    static let test = #"""
        import Diagnostics
        import Plumbline
        import SampleReader
        import Testing

        @Suite("the reader for sample")
        struct SampleReaderTests {
            /// Keeps the rows that come, each with its cells joined by commas.
            struct Rows: BatchSink {
                var headers: [String] = []
                var rows: [String] = []

                mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
                    headers = batch.headers.map(\.text)
                    for row in 0..<batch.rowCount {
                        rows.append(batch.columns.map { $0.text(row) }.joined(separator: ","))
                    }
                    return .more
                }
            }

            @Test("headers and rows come as they stand in the file")
            func rows() throws {
                let source = ByteSource(name: "units.sample", bytes: Array("id|beds\nA|80\nB|\n".utf8))
                var rows = Rows()
                try SampleReader().read(source, columns: .all, into: &rows)
                #expect(rows.headers == ["id", "beds"])
                // Fill in: what should the second row be?
                #expect(rows.rows == ["A,80", "?"])
            }
        }
        """#
}
