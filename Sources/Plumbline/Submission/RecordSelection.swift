/// One record of a submission, to be judged alone.
public struct RecordSelection: Hashable, Sendable {
    /// The place of the record's file in the submission's `files`.
    public var file: Int
    /// The record's number in the file, from 1.
    public var row: Int

    public init(file: Int, row: Int) {
        self.file = file
        self.row = row
    }
}
