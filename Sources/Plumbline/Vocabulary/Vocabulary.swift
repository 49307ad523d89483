public import OrderedCollections

/// The data model that rulesets share: tables, their fields and the values that these can have.
public struct Vocabulary: Sendable {
    public var names: [String] = []
    public var enumerations: OrderedDictionary<String, Enumeration> = [:]
    public var tables: OrderedDictionary<String, Table> = [:]

    public init() {}
}
