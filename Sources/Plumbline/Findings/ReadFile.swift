/// A file that was read as data.
public struct ReadFile: Hashable, Sendable {
    /// The file, as the user named it.
    public var file: String
    /// The table that it was read as.
    public var table: String
    /// How many records were read from it.
    public var records: Int
    /// Whether a ruleset brings the file, such as a roster, and nobody submitted it.
    public var isOfRuleset: Bool
    /// How the file turned out to be written.
    public var form: FileForm
    /// Rows that were not read as records, of each kind how many and the first.
    public var setAside: [SetAside]

    public init(
        file: String, table: String, records: Int, form: FileForm = FileForm(), setAside: [SetAside] = [],
        isOfRuleset: Bool = false
    ) {
        self.isOfRuleset = isOfRuleset
        self.setAside = setAside
        self.file = file
        self.table = table
        self.records = records
        self.form = form
    }
}
