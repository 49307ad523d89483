public import Diagnostics
public import OrderedCollections

/// A table of the data model: what its records are called and which fields they have.
public struct Table: Sendable {
    /// What tells a table's records apart.
    public enum Key: Hashable, Sendable {
        /// The fields whose values together name a record.
        case fields([String])
        /// The record's place in its file, where a file has no key.
        case row
    }

    public var name: String
    /// What people call the table.
    public var title: Localized?
    /// What else files are called that hold it.
    public var aliases: [String] = []
    /// What tells its records apart.
    public var key: Key
    /// The field by which findings call a record.
    public var label: String?
    public var fields: OrderedDictionary<String, Field>
    /// What says of which period a record is; nil for a table whose records are of no period.
    public var period: TablePeriod?
    /// What makes the table a register, whose records are seen as they stood in a period; nil for one that is none.
    public var validity: TableValidity?
    /// How the table's records lie within each other; nil where they do not.
    public var hierarchy: TableHierarchy?
    /// What makes the table one of observations of others' records; nil for one that is none.
    public var observations: TableObservations?
    /// Conditions that every record has to meet for its data to make sense.
    public var checks: [TableCheck] = []
    /// What makes the table one of published figures; nil for all others.
    public var benchmarks: TableBenchmarks?
    /// What the table is made from, where no file holds it.
    public var group: TableGroup?
    public var location: Location

    public init(name: String, key: Key, fields: OrderedDictionary<String, Field>, location: Location) {
        self.name = name
        self.key = key
        self.fields = fields
        self.location = location
    }

    /// The fields that name a record; empty where the row does.
    public var keyFields: [String] {
        switch key {
        case .fields(let names): names
        case .row: []
        }
    }

    /// The key without the period: what stays the same record from one period to the next.
    public var entityFields: [String] {
        keyFields.filter { $0 != periodField }
    }

    /// Whether findings may name a record by its key without the period.
    var tellsEntities: Bool { !entityFields.contains { fields[$0]?.hidesText ?? true } }

    /// The field that says of which period a record is; nil where none does by itself.
    public var periodField: String? {
        if case .field(let name)? = period { name } else { nil }
    }

    /// Whether a record says something of one other alone, to which its field leads, as a row a year does: such rows are
    /// that record's own, and not those of the records within which it lies.
    func isOwn(of field: String) -> Bool { entityFields == [field] }

    /// Whether a record is its key without the period, and has a row a period.
    public var keyNamesPeriod: Bool { periodField.map(keyFields.contains) ?? false }

    /// Everything that a file of the table may be called.
    public var names: [String] { [name] + (title.map { [$0.zh, $0.en] } ?? []) + aliases }

    /// Every header of the table's fields with the field's place; where two fields share one, the
    /// first has it (the loader reports it).
    func headerIndex() -> [HeaderName: Int] {
        var index: [HeaderName: Int] = [:]
        for (place, field) in fields.values.enumerated() {
            for header in field.headers where index[HeaderName(header)] == nil { index[HeaderName(header)] = place }
        }
        return index
    }
}
