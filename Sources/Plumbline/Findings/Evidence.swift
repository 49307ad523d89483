/// A cell that a verdict rests on, as it was submitted.
public struct Evidence: Hashable, Sendable {
    /// What the cell said to the rule.
    public enum State: String, Hashable, Sendable {
        case measured
        case missing
        case unreadable
    }

    /// The field's name in the vocabulary.
    public var field: String
    /// Where the cell stands.
    public var address: RecordAddress
    /// The header of the cell's column; nil where the file has no such column.
    public var column: String?
    /// The cell's text as submitted; nil where the record has no such cell, or where the field is
    /// sensitive and masked.
    public var text: String?
    public var state: State
    /// Whether the text was withheld because the field is sensitive.
    public var isMasked: Bool

    public init(
        field: String, address: RecordAddress, column: String?, text: String?, state: State, isMasked: Bool = false
    ) {
        self.field = field
        self.address = address
        self.column = column
        self.text = text
        self.state = state
        self.isMasked = isMasked
    }
}
