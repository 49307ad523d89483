public import OrderedCollections

/// What makes a table's records lie within each other, as townships lie in counties.
public struct TableHierarchy: Hashable, Sendable {
    /// The reference to the record within which another lies.
    public var parent: String
    /// The field that says on which level a record is.
    public var level: String
    /// The levels from the highest to the lowest, each by the name of the field that leads to the record there, with
    /// the value of ``level`` that means it.
    public var levels: OrderedDictionary<String, String>

    public init(parent: String, level: String, levels: OrderedDictionary<String, String>) {
        self.parent = parent
        self.level = level
        self.levels = levels
    }
}
