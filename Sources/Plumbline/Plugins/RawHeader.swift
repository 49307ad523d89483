/// The header of a column as the file has it.
public struct RawHeader: Hashable, Sendable {
    /// What the cells under a header are, where a mapping says more than the header does.
    enum Meaning: Hashable, Sendable {
        /// The header speaks for itself.
        case own
        /// They give a field of the table.
        case field(String)
        /// Each gives a field of the table in a record of its own.
        case spread(String)
        /// They have a name that only the mapping's expressions use.
        case named(String)
        /// Nothing that anybody asks for.
        case ignored
    }

    /// The text without blanks around it; the key where the format has keys. May be empty.
    public var text: String
    /// The column's number from 1; nil where columns have no order of their own, as in JSON.
    public var column: Int?
    var meaning = Meaning.own
    /// Whether the cells come from elsewhere than the rows: from a mapping, or from what the submission says of all of them.
    var isGiven = false

    /// A header with its text, already trimmed, and the number of its column.
    public init(text: String, column: Int?) {
        self.text = text
        self.column = column
    }

    init(text: String, column: Int? = nil, meaning: Meaning) {
        self.init(text: text, column: column)
        self.meaning = meaning
    }
}
