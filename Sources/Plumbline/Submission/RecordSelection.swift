/// One record of a submission, to be judged alone.
public struct RecordSelection: Hashable, Sendable {
    /// The place of the record's file in the submission's `files`.
    public var file: Int
    /// The record's number in the file, from 1.
    public var row: Int
    /// The number of the record's column, where its row holds several records.
    public var column: Int?

    public init(file: Int, row: Int, column: Int? = nil) {
        self.file = file
        self.row = row
        self.column = column
    }

    /// Whether what is told of an address is told of the record: of the record itself, or of the row that it stands in.
    func concerns(_ address: RecordAddress) -> Bool {
        address.row == row && (address.column == nil || address.column == column)
    }

    /// Whether a row of its file is the record.
    func isRecord(_ row: RowAddress) -> Bool { row.row == self.row && row.column == column }
}
