public import CEL

/// What one cell says to a rule.
public enum Cell: Sendable {
    /// A value of its field's type; CEL's `null` where the vocabulary says that blank means none.
    case measured(Value)
    /// Blank, or the file has no such column.
    case missing
    /// There is text, and it is not a value of the field's type.
    case unreadable(UnreadableCause)
}
