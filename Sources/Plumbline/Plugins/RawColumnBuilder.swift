/// Gathers the cells of one column, batch after batch.
public struct RawColumnBuilder: Sendable {
    /// Which of the batch's headers stands over the column.
    public let headerIndex: Int
    @usableFromInline var utf8: [UInt8] = []
    @usableFromInline var ends: [Int32] = []
    /// Stays empty until a cell is not a text, which spares most columns a byte a row.
    @usableFromInline var states: [RawColumn.CellState] = []

    /// A builder for the column under a header.
    public init(headerIndex: Int) { self.headerIndex = headerIndex }

    /// How many cells there are since the last ``finish()``.
    @inlinable
    public var count: Int { ends.count }

    /// How many bytes the cells have since the last ``finish()``.
    @inlinable
    public var byteCount: Int { utf8.count }

    /// Adds a cell with a text.
    ///
    /// - Precondition: The bytes are UTF-8, and those of the column stay under 2 GB until ``finish()``.
    /// - Complexity: O(*n*), amortised.
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        utf8.append(contentsOf: bytes)
        close(.text)
    }

    /// Adds a cell with a text.
    public mutating func append(_ text: some StringProtocol) {
        utf8.append(contentsOf: text.utf8)
        close(.text)
    }

    /// Adds cells that their rows do not have.
    public mutating func appendAbsent(count: Int = 1) {
        guard count > 0 else { return }
        // Cells of before, which were texts, get their states first.
        states.append(contentsOf: repeatElement(.text, count: ends.count - states.count))
        states.append(contentsOf: repeatElement(.absent, count: count))
        ends.append(contentsOf: repeatElement(Int32(utf8.count), count: count))
    }

    /// Adds a cell that is an array or object, as the file writes it.
    public mutating func appendNested(_ bytes: UnsafeBufferPointer<UInt8>) {
        utf8.append(contentsOf: bytes)
        close(.nested)
    }

    /// Adds a cell that holds something else than a text alone.
    mutating func appendCell(_ bytes: ArraySlice<UInt8>, state: RawColumn.CellState) {
        utf8.append(contentsOf: bytes)
        close(state)
    }

    /// Adds bytes to a cell that is not closed yet, so that a cell can come in pieces.
    ///
    /// The pieces together must be UTF-8; ``closeCell()`` ends the cell.
    @inlinable
    public mutating func appendPiece(_ bytes: UnsafeBufferPointer<UInt8>) { utf8.append(contentsOf: bytes) }

    /// Ends a cell whose bytes came in pieces.
    @inlinable
    public mutating func closeCell() { close(.text) }

    /// The column so far; the builder starts anew, with room for as much.
    public mutating func finish() -> RawColumn {
        let column = RawColumn(headerIndex: headerIndex, utf8: utf8, ends: ends, states: states)
        let (bytes, rows) = (utf8.count, ends.count)
        (utf8, ends, states) = ([], [], [])
        utf8.reserveCapacity(bytes)
        ends.reserveCapacity(rows)
        return column
    }

    @inlinable
    mutating func close(_ state: RawColumn.CellState) {
        ends.append(Int32(utf8.count))
        if state != .text || !states.isEmpty { note(state) }
    }

    @usableFromInline
    mutating func note(_ state: RawColumn.CellState) {
        while states.count < ends.count - 1 { states.append(.text) }
        states.append(state)
    }
}
