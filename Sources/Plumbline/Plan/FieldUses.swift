import CEL
import OrderedCollections

/// The fields that expressions look at, by table.
struct FieldUses: Equatable, Sendable {
    private(set) var fields: [String: Set<Int>] = [:]

    init() {}

    init(of checked: CheckedExpression, table: Table, vocabulary: Vocabulary) {
        for name in checked.referencedVariables { add(name, of: table, vocabulary) }
        collect(checked.root, checked, vocabulary)
    }

    /// The places of the fields of a table.
    subscript(table: String) -> Set<Int> { fields[table] ?? [] }

    mutating func formUnion(_ other: FieldUses) { fields.merge(other.fields) { $0.union($1) } }

    mutating func insert(_ field: Int, of table: String) { fields[table, default: []].insert(field) }

    /// Notes a field, or what a list needs to be put together.
    mutating func add(_ name: String, of table: Table, _ vocabulary: Vocabulary) {
        switch name {
        case RuleEnvironment.Name.record, RuleEnvironment.Name.previous, RuleEnvironment.Name.yearAgo,
             RuleEnvironment.Name.baseline:
            fields[table.name, default: []].formUnion([])
        default: break
        }
        if let place = table.fields.index(forKey: name) {
            insert(place, of: table.name)
            if case .reference(let parent) = table.fields.values[place].type { fields[parent, default: []].formUnion([]) }
        } else if let list = vocabulary.lists(of: table.name).first(where: { $0.name == name }) {
            fields[list.table, default: []].formUnion([])
            if let place = list.field.flatMap({ vocabulary.tables[list.table]?.fields.index(forKey: $0) }) {
                insert(place, of: list.table)
            }
        }
    }

    private mutating func collect(_ node: Expression, _ checked: CheckedExpression, _ vocabulary: Vocabulary) {
        if case .select(let operand, let field, _) = node.node, case .record(let name) = checked.type(of: operand),
           let table = vocabulary.tables[name] {
            add(field, of: table, vocabulary)
        }
        for child in node.children { collect(child, checked, vocabulary) }
    }
}
