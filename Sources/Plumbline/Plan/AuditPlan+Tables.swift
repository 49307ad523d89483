public import Diagnostics
import OrderedCollections

extension AuditPlan {
    /// What people call a table; nil where the vocabulary gives it no title or has no such table.
    public func title(ofTable name: String) -> Localized? { vocabulary.tables[name]?.title }

    /// The names of the tables, in the order of the vocabulary.
    public var tableNames: [String] { Array(vocabulary.tables.keys) }

    /// A table by its name or its title; nil where there is none.
    public func table(named name: String) -> Table? {
        vocabulary.tables[name] ?? vocabulary.tables.values.first { $0.names.contains(name) }
    }

    /// The tables whose rows a rule looks at as lists of other records, in the order of the vocabulary: its own
    /// expressions', and what its fields are defined by; with the long tables in which their indicators are observed.
    public func listTables(ofRule place: Int) -> [String] {
        var used: Set<String> = [rules[place].rule.table]
        var uses = FieldUses()
        rules[place].programs.forEach { uses.formUnion($0.uses) }
        var (defined, observed): (Set<String>, Set<String>) = ([], [])
        var open = [uses]
        while let next = open.popLast() {
            for (table, fields) in next.fields {
                used.insert(table)
                for field in fields where defined.insert("\(table) \(field)").inserted {
                    if let definition = definitions[table]?[field] { open.append(definition.uses) }
                    if let observation = vocabulary.tables[table]?.fields.values[field].observation { observed.insert(observation.table) }
                }
            }
        }
        let lists = Set(used.flatMap { vocabulary.lists(of: $0).map(\.table) })
        let looked = used.intersection(lists).subtracting([rules[place].rule.table]).union(observed)
        return vocabulary.tables.keys.filter(looked.contains)
    }

    /// What a blank cell says in a field of a table; that it is missing, where there is no such field.
    public func blank(ofField field: String, in table: String) -> Field.Blank {
        vocabulary.tables[table]?.fields[field]?.blank ?? .missing
    }
}
