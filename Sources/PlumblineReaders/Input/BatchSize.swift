/// Decides after which row a batch is handed over; by the content alone.
struct BatchSize {
    private let most: Int
    private var limit: Int
    private(set) var rows = 0
    private var byteCount = 0

    init(batchRows: Int) {
        most = max(1, batchRows)
        limit = min(most, RecordLimits.firstBatchRows)
    }

    var isFull: Bool { rows >= limit || byteCount >= RecordLimits.batchByteCount }

    /// Counts a row by its length in the file and its cells.
    mutating func add(rowByteCount: Int, cells: Int) {
        rows += 1
        byteCount += rowByteCount + cells * RecordLimits.cellByteCount
    }

    /// Starts the next batch, which may have all the rows that were asked for.
    mutating func startNext() {
        limit = most
        rows = 0
        byteCount = 0
    }
}
