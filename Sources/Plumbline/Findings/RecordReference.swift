/// Which record a finding is about.
public struct RecordReference: Hashable, Sendable {
    /// The table's name in the vocabulary.
    public var table: String
    /// The record's key as submitted, its parts joined with `/`; `#12`, the record's number in its file,
    /// where the row is the key, or where the key is blank or sensitive.
    public var key: String
    /// The value of the table's label field; nil where the table has none or the cell is blank.
    public var label: String?
    /// Where the record stands; nil for a group, and for a record that nobody sent.
    public var address: RecordAddress?
    /// The period of which the record was judged; nil where periods are not what the rule is about.
    public var period: CalendarPeriod?
    /// What kind of thing is meant.
    public var kind: Kind

    /// Whether one record is meant, or many together.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// One record of the table.
        case record
        /// The records of the table that share a value; the key is that value's text.
        case group
        /// All records of the table together; the key is empty.
        case all
    }

    public init(
        table: String, key: String, label: String?, address: RecordAddress?, period: CalendarPeriod? = nil,
        kind: Kind = .record
    ) {
        self.table = table
        self.key = key
        self.label = label
        self.address = address
        self.period = period
        self.kind = kind
    }

    /// What a person calls the record: its label, else its key.
    public var name: String { label ?? key }

    /// The key of the group of those of whom it cannot be told to which they belong.
    static let unknownGroup = "?"

    /// Whether it is the group of those of whom it cannot be told to which they belong.
    public var isUnknownGroup: Bool { kind == .group && key == Self.unknownGroup && label == nil }

    /// Everything that it may be called, as names are compared.
    var comparableNames: [String] { [CellText.comparable(key)] + (label.map { [CellText.comparable($0)] } ?? []) }
}
