import Diagnostics
import Synchronization

/// The headers of a file, as far as it can be read.
struct HeaderReading {
    let headers: [RawHeader]
    /// Why the file could not be read to the end of its first batch.
    let fault: Diagnostic?

    /// - Parameter tables: Those that the file may hold; title lines above the header of one are passed over.
    init(_ source: ByteSource, _ reader: any SubmissionReader, of tables: [Table]) {
        let (log, headers) = (HeaderLog(), tables.map(HeaderRow.init))
        var sink = FirstBatch()
        do throws(Diagnostic) {
            try reader.read(source, columns: ColumnFilter(isHeader: { cells in headers.contains { $0.isHeader(cells) } }) { log.note($0) }, into: &sink)
            fault = nil
        } catch {
            fault = error
        }
        self.headers = sink.headers ?? log.headers
    }
}

/// Notes the headers that a reader comes by: they are known before a fault in the rows ends the reading.
private final class HeaderLog: Sendable {
    private let noted = Mutex<[RawHeader]>([])

    var headers: [RawHeader] { noted.withLock { $0 } }

    /// - Returns: That the header's column is not wanted.
    func note(_ header: RawHeader) -> Bool {
        noted.withLock { $0.append(header) }
        return false
    }
}

/// Takes the headers of a file's first batch and stops.
private struct FirstBatch: BatchSink {
    var headers: [RawHeader]?

    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
        headers = batch.headers
        return .enough
    }
}
