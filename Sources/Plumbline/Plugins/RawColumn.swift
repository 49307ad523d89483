/// The cells of one column in one batch: all their bytes in a row, and where each cell ends.
public struct RawColumn: Sendable {
    /// What a cell holds.
    public enum CellState: UInt8, Sendable, Hashable {
        /// A text, which may be empty.
        case text
        /// Nothing: the row had no such cell, or the object no such key. A JSON `null` is a text, the empty one.
        case absent
        /// An array or object as raw text, which no field can hold.
        case nested
        /// A text that a mapping says to mean the same as no text.
        case blankWord
        /// A text, and another column that gives the same cell has a different one.
        case contradicted
    }

    /// Which of the batch's headers stands over the column.
    public let headerIndex: Int
    /// The bytes of all cells one after the other: valid UTF-8, unquoted and unescaped, not trimmed.
    public let utf8: [UInt8]
    /// Where each cell ends in ``utf8``; it starts where the one before ends.
    public let ends: [Int32]
    /// What each cell holds; empty where all of them are texts.
    public let states: [CellState]
    /// Of each cell the header that it stands under, where that differs from cell to cell; empty elsewhere.
    let headerIndices: [Int32]

    init(headerIndex: Int, utf8: [UInt8], ends: [Int32], states: [CellState], headerIndices: [Int32] = []) {
        self.headerIndex = headerIndex
        self.utf8 = utf8
        self.ends = ends
        self.states = states
        self.headerIndices = headerIndices
    }

    /// How many cells the column has.
    @inlinable
    public var count: Int { ends.count }

    /// Where a cell's bytes stand in ``utf8``.
    @inlinable
    public func range(_ row: Int) -> Range<Int> {
        let start = row == 0 ? 0 : Int(ends[row - 1])
        return start..<Int(ends[row])
    }

    /// A cell's bytes; empty for an absent cell.
    ///
    /// - Complexity: O(1), nothing is copied.
    @inlinable
    public func bytes(_ row: Int) -> ArraySlice<UInt8> { utf8[range(row)] }

    /// A cell's text; empty for an absent cell.
    ///
    /// - Complexity: O(*n*), a copy.
    public func text(_ row: Int) -> String { String(decoding: bytes(row), as: UTF8.self) }

    /// What a cell holds.
    @inlinable
    public func state(_ row: Int) -> CellState { states.isEmpty ? .text : states[row] }

    /// Whether the row had no such cell: a short row, or a key that is not in the object.
    @inlinable
    public func isAbsent(_ row: Int) -> Bool { state(row) == .absent }
}
