/// Where a row stands in its file.
public struct RowAddress: Hashable, Sendable {
    /// The record's number from 1, the header not counted; 0 is the header itself.
    public var row: Int
    /// The line from 1 on which the record starts; a record may span several.
    public var line: Int
    /// The number of the column from 1, where a row holds several records and this is the one of that column.
    public var column: Int?

    /// The address of a record by its number and the line that it starts on.
    public init(row: Int, line: Int, column: Int? = nil) {
        self.row = row
        self.line = line
        self.column = column
    }
}
