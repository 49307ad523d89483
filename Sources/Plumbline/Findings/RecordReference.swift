/// Which record a finding is about.
public struct RecordReference: Hashable, Sendable {
    /// The table's name in the vocabulary.
    public var table: String
    /// The record's key as submitted, its parts joined with `/`; `#12`, the record's number in its file,
    /// where the row is the key, or where the key is blank or sensitive.
    public var key: String
    /// The value of the table's label field; nil where the table has none or the cell is blank.
    public var label: String?
    public var address: RecordAddress

    public init(table: String, key: String, label: String?, address: RecordAddress) {
        self.table = table
        self.key = key
        self.label = label
        self.address = address
    }

    /// What a person calls the record: its label, else its key.
    public var name: String { label ?? key }
}
