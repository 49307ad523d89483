/// What a table of groups is made from: a record for each distinct combination of values that another table's records have.
public struct TableGroup: Hashable, Sendable {
    /// The table whose records are grouped.
    public var table: String
    /// The fields of that table by which they are; the group table has fields of the same names and types as its key.
    public var by: [String]
    /// Combinations that are records though no row has them, as texts in the order of ``by``.
    public var expected: [[String]]
    /// What a group's rows are called on it.
    public var list: String

    public init(table: String, by: [String], expected: [[String]], list: String) {
        self.table = table
        self.by = by
        self.expected = expected
        self.list = list
    }
}
