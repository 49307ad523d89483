/// A place in a text: line and column, both counted from 1.
///
/// Columns count Unicode code points, not bytes and not cells of a terminal; `DisplayWidth` turns
/// a column into cells where a caret has to stand under Chinese text.
public struct Position: Hashable, Sendable, Comparable {
    /// From 1.
    public var line: Int
    /// In code points, from 1.
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (lhs: Position, rhs: Position) -> Bool {
        (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
}
