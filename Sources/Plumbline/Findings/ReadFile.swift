/// A file that was read as data.
public struct ReadFile: Hashable, Sendable {
    public var file: String
    public var table: String
    public var records: Int

    public init(file: String, table: String, records: Int) {
        self.file = file
        self.table = table
        self.records = records
    }
}
