import CEL
public import OrderedCollections

/// The data model that rulesets share: tables, their fields and the values that these can have.
public struct Vocabulary: Sendable {
    /// A list on a table's records.
    public struct List: Hashable, Sendable {
        public var name: String
        /// The table whose records are in the list.
        public var table: String
        /// The reference field of that table which puts a record into the list; nil for the rows of a group.
        public var field: String?
        /// Whether an empty list can only mean that the table was not sent.
        public var isAtLeastOne = false
    }

    /// What the files say that they are, in their order.
    public var names: [String] = []
    /// By name.
    public var enumerations: OrderedDictionary<String, Enumeration> = [:]
    /// By name.
    public var tables: OrderedDictionary<String, Table> = [:] {
        didSet { notedVariables = [:] }
    }

    /// What is another in another period; settled once the definitions are compiled.
    var dependence = TimeDependence() {
        didSet { notedVariables = [:] }
    }
    /// What expressions over a table's records can name, by table, as far as that is noted: each expression of each rule asks.
    var notedVariables: [String: [String: CEL.`Type`]] = [:]
    /// By the table on whose records they are.
    private var listsOfTables: [String: [List]] = [:]

    public init() {}

    /// The tables that files hold; tables of groups are made from others.
    public var fileTables: [Table] { tables.values.filter { $0.group == nil } }

    /// Whether any group is made by fields that come from others.
    var groupsByDefinitions: Bool {
        tables.values.contains { table in
            guard let group = table.group, let fields = tables[group.table]?.fields else { return false }
            return group.by.contains { fields[$0]?.definition != nil }
        }
    }

    /// The long table that holds the observations of a table's records.
    func observationTable(of table: String) -> Table? {
        tables.values.first { long in
            guard let observations = long.observations, let field = long.fields[observations.record] else { return false }
            return field.type == .reference(table)
        }
    }

    /// Where the indicators of a table are observed: in the long table about its records, or, for a table that has a row
    /// a period for each of another's, in the one about those.
    func observation(ofFieldsOf table: Table, breakdown: String?) -> Observation? {
        if let long = observationTable(of: table.name) { return Observation(table: long.name, breakdown: breakdown) }
        guard table.keyNamesPeriod, table.entityFields.count == 1, let name = table.entityFields.first,
              case .reference(let parent)? = table.fields[name]?.type, let long = observationTable(of: parent)
        else { return nil }
        return Observation(table: long.name, breakdown: breakdown, by: name)
    }

    /// The lists on the records of a table, in the order of the tables that fill them; none before all files of a vocabulary are read.
    public func lists(of table: String) -> [List] { listsOfTables[table] ?? [] }

    /// Notes which lists there are, once all tables are read: many ask, and the answer lies in the fields of all tables.
    mutating func settleLists() {
        listsOfTables = [:]
        for table in tables.values {
            if let group = table.group { listsOfTables[table.name, default: []].insert(List(name: group.list, table: group.table), at: 0) }
            for field in table.fields.values {
                guard case .reference(let owner) = field.type, let name = field.list else { continue }
                let list = List(name: name, table: table.name, field: field.name, isAtLeastOne: field.isAtLeastOne)
                listsOfTables[owner, default: []].append(list)
            }
        }
    }
}
