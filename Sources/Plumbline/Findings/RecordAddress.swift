/// Where a record stands in what was submitted.
public struct RecordAddress: Hashable, Sendable {
    /// The file's name as the user gave it.
    public var file: String
    /// The record's number in the file, from 1, the header not counted.
    public var row: Int
    /// The line on which the record begins, from 1.
    public var line: Int
    /// The number of the column from 1, where a row of the file holds several records and this is the one of that column.
    public var column: Int?

    public init(file: String, row: Int, line: Int, column: Int? = nil) {
        self.file = file
        self.row = row
        self.line = line
        self.column = column
    }
}
