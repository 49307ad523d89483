import OrderedCollections

/// What a data model has read and held whatever its rules ask, and what reading one thing of it brings along. It is worked
/// out once for a model: every plan of a rule by itself asks.
struct ModelNeeds: Sendable {
    /// What says of which period records are, what groups are made by, and on which level of a hierarchy records lie.
    private(set) var settled = FieldUses()
    /// What the vocabulary's checks look at.
    private(set) var checked = FieldUses()
    /// The references that are declared: whether a rule follows them or not, one that leads nowhere is a data problem.
    private(set) var references = FieldUses()
    /// The tables whose records have to be at hand together whatever is asked.
    private(set) var heldTables: Set<String> = []
    /// By table the places of its days, which say which records there are to look at.
    private(set) var marks: [String: [Int]] = [:]
    /// By table the places of the columns that a file need not have, where a blank says that there is none.
    private(set) var optional: [String: [Int]] = [:]
    /// By table and the field's place the long table that observes it.
    private(set) var observed: [String: [Int: String]] = [:]
    /// By long table the places of the columns by which it observes.
    private(set) var observing: [String: [Int]] = [:]

    init(_ model: VocabularyPlan) {
        for program in model.periods.values { settled.formUnion(program.uses) }
        for table in model.vocabulary.tables.values {
            if table.period != nil || table.validity != nil { heldTables.insert(table.name) }
            addGroup(of: table, model.vocabulary)
            addColumns(of: table)
            for (place, field) in table.fields.values.enumerated() {
                if let name = field.observation?.table, model.vocabulary.tables[name] != nil { observed[table.name, default: [:]][place] = name }
                guard case .reference(let parent) = field.type else { continue }
                references.insert(place, of: table.name)
                heldTables.formUnion([table.name, parent])
            }
        }
        for (table, checks) in model.checks {
            for check in checks {
                checked.formUnion(check.condition.uses)
                if !check.condition.isLocal { heldTables.formUnion([table] + check.condition.uses.fields.keys) }
            }
        }
    }
}

private extension ModelNeeds {
    /// What groups are made by is read whether a rule looks at it or not.
    mutating func addGroup(of table: Table, _ vocabulary: Vocabulary) {
        guard let group = table.group, let base = vocabulary.tables[group.table] else { return }
        heldTables.formUnion([table.name, base.name])
        for place in base.places(of: group.by) { settled.insert(place, of: base.name) }
    }

    mutating func addColumns(of table: Table) {
        if let days = table.validity?.fields { marks[table.name] = table.places(of: days) }
        for place in table.places(of: [table.hierarchy?.level].compactMap(\.self)) { settled.insert(place, of: table.name) }
        guard let columns = table.observations else { return }
        observing[table.name] = table.places(of: [columns.indicator, columns.value, columns.record])
        optional[table.name] = table.places(of: [columns.breakdown, columns.unit].compactMap(\.self))
    }
}

extension Table {
    /// Where some of its fields stand, without names that are none of its fields.
    func places(of names: [String]) -> [Int] { names.compactMap { fields.index(forKey: $0) } }
}
