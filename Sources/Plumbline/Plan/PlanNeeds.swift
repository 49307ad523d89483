import OrderedCollections

/// Which fields a run has to read, and which tables it has to hold.
struct PlanNeeds {
    private(set) var uses = FieldUses()
    /// The fields that rules look at, and what defines them; a file without a column for one is told so. What only the
    /// vocabulary's checks compare need not be there.
    private(set) var expected = FieldUses()
    private(set) var heldTables: Set<String> = []
    private let model: VocabularyPlan

    init(rules: [RulePlan], model: VocabularyPlan, meetable: [String: RulePlan], data: [RulesetData]) {
        self.model = model
        // A rule is held against its other readings, so that the records of all of them are at hand.
        let read = rules.filter { !$0.readings.isEmpty }
        heldTables.formUnion(read.flatMap(\.withReadings).map(\.rule.table))
        let rules = rules.flatMap(\.withReadings)
        // What a rule asks about others needs what they need.
        let asked = rules.contains { !$0.programs.allSatisfy(\.asks.isEmpty) } || model.definitions.values.contains { $0.values.contains { !$0.asks.isEmpty } } ? Array(meetable.values) : []
        for program in (rules + asked).flatMap(\.programs) { uses.formUnion(program.uses) }
        let benchmarks = (rules + asked).flatMap(\.figures).compactMap(\.benchmark)
        for benchmark in benchmarks { addColumns(benchmark.columns.required, of: benchmark.table) }
        for program in model.periods.values { uses.formUnion(program.uses) }
        addGroups()
        addDefinitions()
        let judged = Set((rules + asked).map(\.rule.table))
        addObservations(judged: judged)
        expected = uses
        addChecks()
        addDefinitions()
        addObservations(judged: judged)
        for benchmark in benchmarks { addColumns(benchmark.columns.optional, of: benchmark.table) }
        addOptionalColumns()
        addReferences()
        heldTables.formUnion(data.map(\.table))
        heldTables.formUnion((rules + asked).filter { !$0.isLocal }.flatMap { [$0.rule.table] + $0.programs.flatMap(\.uses.fields.keys) })
        for table in model.vocabulary.tables.values where table.period != nil || table.validity != nil { heldTables.insert(table.name) }
    }
}

private extension PlanNeeds {
    mutating func addChecks() {
        for (table, checks) in model.checks {
            for check in checks {
                uses.formUnion(check.condition.uses)
                if !check.condition.isLocal { heldTables.formUnion([table] + check.condition.uses.fields.keys) }
            }
        }
    }

    /// Declared references are followed whether a rule does or not: one that leads nowhere is a data problem.
    mutating func addReferences() {
        for table in model.vocabulary.tables.values {
            for (place, field) in table.fields.values.enumerated() {
                guard case .reference(let parent) = field.type else { continue }
                uses.insert(place, of: table.name)
                heldTables.formUnion([table.name, parent])
            }
        }
    }

    /// The columns of a table of published figures are looked at by their part in it, not by expressions.
    mutating func addColumns(_ names: [String], of table: Table) {
        for place in names.compactMap({ table.fields.index(forKey: $0) }) { uses.insert(place, of: table.name) }
        heldTables.insert(table.name)
    }

    /// An indicator that is used is looked up in the long table that observes it; a register's days and a hierarchy's
    /// levels say which records there are to look at.
    mutating func addObservations(judged: Set<String>) {
        for table in model.vocabulary.tables.values {
            let used = uses[table.name].contains { table.fields.values[$0].observation != nil }
            for place in used ? uses[table.name] : [] {
                guard let name = table.fields.values[place].observation?.table, let long = model.vocabulary.tables[name] else { continue }
                heldTables.formUnion([table.name, long.name])
                let columns = long.observations.map { [$0.indicator, $0.value, $0.record] } ?? []
                insert(columns, of: long)
            }
            if uses.fields[table.name] != nil || judged.contains(table.name) { insert(table.validity?.fields ?? [], of: table) }
            if let hierarchy = table.hierarchy { insert([hierarchy.level], of: table) }
        }
    }

    /// A long table need not have a column for parts and units, where a blank says that there are none.
    mutating func addOptionalColumns() {
        for table in model.vocabulary.tables.values {
            guard let columns = table.observations, uses.fields[table.name] != nil else { continue }
            insert([columns.breakdown, columns.unit].compactMap(\.self), of: table)
        }
    }

    mutating func insert(_ names: [String], of table: Table) {
        for place in names.compactMap({ table.fields.index(forKey: $0) }) { uses.insert(place, of: table.name) }
    }

    /// What groups are made by is read whether a rule looks at it or not.
    mutating func addGroups() {
        for table in model.vocabulary.tables.values {
            guard let group = table.group, let base = model.vocabulary.tables[group.table] else { continue }
            heldTables.formUnion([table.name, base.name])
            for place in group.by.compactMap({ base.fields.index(forKey: $0) }) { uses.insert(place, of: base.name) }
        }
    }

    /// What a defined field that is used is made from, and what that is made from.
    mutating func addDefinitions() {
        var done: Set<[String]> = []
        var isDone = false
        while !isDone {
            isDone = true
            for (table, definitions) in model.definitions {
                for (place, program) in definitions where uses[table].contains(place) && done.insert([table, "\(place)"]).inserted {
                    uses.formUnion(program.uses)
                    isDone = false
                    // Another table's records may be reached: then this one's have to be at hand.
                    if !program.isLocal { heldTables.formUnion([table] + program.uses.fields.keys) }
                }
            }
        }
    }
}
