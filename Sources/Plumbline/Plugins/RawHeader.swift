/// The header of a column as the file has it.
public struct RawHeader: Hashable, Sendable {
    /// The text without blanks around it; the key where the format has keys. May be empty.
    public var text: String
    /// The column's number from 1; nil where columns have no order of their own, as in JSON.
    public var column: Int?

    /// A header with its text, already trimmed, and the number of its column.
    public init(text: String, column: Int?) {
        self.text = text
        self.column = column
    }
}
