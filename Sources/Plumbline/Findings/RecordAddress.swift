/// Where a record stands in what was submitted.
public struct RecordAddress: Hashable, Sendable {
    /// The file's name as the user gave it.
    public var file: String
    /// The record's number in the file, from 1, the header not counted.
    public var row: Int
    /// The line on which the record begins, from 1.
    public var line: Int

    public init(file: String, row: Int, line: Int) {
        self.file = file
        self.row = row
        self.line = line
    }
}
