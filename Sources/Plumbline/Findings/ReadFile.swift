/// A file that was read as data.
public struct ReadFile: Hashable, Sendable {
    public var file: String
    public var table: String
    public var records: Int
    /// How the file turned out to be written.
    public var form: FileForm

    public init(file: String, table: String, records: Int, form: FileForm = FileForm()) {
        self.file = file
        self.table = table
        self.records = records
        self.form = form
    }
}
