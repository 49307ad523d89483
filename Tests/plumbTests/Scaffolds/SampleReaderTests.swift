import Diagnostics
import Plumbline
import Testing

@Suite("the reader for sample", .waitsToBeFilledIn)
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
