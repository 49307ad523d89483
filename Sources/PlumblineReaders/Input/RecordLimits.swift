/// How large the parts of one record may be, so that a file of a stranger cannot fill the memory.
enum RecordLimits {
    /// Bytes of one CSV field, quotes included.
    static let fieldByteCount = 1_000_000
    /// Bytes of one row or line.
    static let rowByteCount = 10_000_000
    /// Fields of one row, and headers of one file: as many as a sheet has columns.
    static let columnCount = 16_384
    /// JSON values inside each other, the line's own object included.
    static let depth = 100
    /// What a batch may hold, cell ends and states included, before it is handed over.
    static let batchByteCount = 4_194_304
    /// What a cell costs beside its bytes.
    static let cellByteCount = 5
    /// Rows of the first batch, so that headers come early.
    static let firstBatchRows = 64
}
