import OrderedCollections

/// Which fields a run has to read, and which tables it has to hold.
struct PlanNeeds {
    private(set) var uses = FieldUses()
    /// The fields that rules look at, and what defines them; a file without a column for one is told so. What only the
    /// vocabulary's checks compare need not be there.
    private(set) var expected = FieldUses()
    private(set) var heldTables: Set<String> = []
    private let model: ModelNeeds
    private let definitions: [String: [Int: FieldProgram]]

    /// - Parameter model: Of the data model of `definitions`.
    init(
        rules: [RulePlan], model: ModelNeeds, definitions: [String: [Int: FieldProgram]], meetable: [String: RulePlan],
        data: [RulesetData]
    ) {
        (self.model, self.definitions) = (model, definitions)
        heldTables = model.heldTables
        // A rule is held against its other readings, so that the records of all of them are at hand.
        let read = rules.filter { !$0.readings.isEmpty }
        heldTables.formUnion(read.flatMap(\.withReadings).map(\.rule.table))
        var rules = rules.flatMap(\.withReadings)
        // What a rule asks about others needs what they need.
        if Self.asks(rules, definitions) { rules += meetable.values }
        let judged = Set(rules.map(\.rule.table))
        let benchmarks = rules.flatMap(\.figures).compactMap(\.benchmark)
        for program in rules.flatMap(\.programs) { uses.formUnion(program.uses) }
        for benchmark in benchmarks { addColumns(benchmark.columns.required, of: benchmark.table) }
        uses.formUnion(model.settled)
        addDefinitions()
        addObservations(judged: judged)
        expected = uses
        uses.formUnion(model.checked)
        addDefinitions()
        addObservations(judged: judged)
        for benchmark in benchmarks { addColumns(benchmark.columns.optional, of: benchmark.table) }
        addOptionalColumns()
        uses.formUnion(model.references)
        heldTables.formUnion(data.map(\.table))
        heldTables.formUnion(rules.filter { !$0.isLocal }.flatMap { [$0.rule.table] + $0.programs.flatMap(\.uses.fields.keys) })
    }
}

private extension PlanNeeds {
    static func asks(_ rules: [RulePlan], _ definitions: [String: [Int: FieldProgram]]) -> Bool {
        rules.contains { !$0.programs.allSatisfy(\.asks.isEmpty) }
            || definitions.values.contains { $0.values.contains { !$0.asks.isEmpty } }
    }

    /// The columns of a table of published figures are looked at by their part in it, not by expressions.
    mutating func addColumns(_ names: [String], of table: Table) {
        for place in table.places(of: names) { uses.insert(place, of: table.name) }
        heldTables.insert(table.name)
    }

    /// An indicator that is used is looked up in the long table that observes it; a register's days say which records there
    /// are to look at.
    mutating func addObservations(judged: Set<String>) {
        for (table, places) in uses.fields {
            guard let observed = model.observed[table] else { continue }
            for long in Set(places.compactMap { observed[$0] }) {
                heldTables.formUnion([table, long])
                for place in model.observing[long] ?? [] { uses.insert(place, of: long) }
            }
        }
        for table in judged.union(uses.fields.keys) {
            for place in model.marks[table] ?? [] { uses.insert(place, of: table) }
        }
    }

    /// A long table need not have a column for parts and units.
    mutating func addOptionalColumns() {
        for table in uses.fields.keys {
            for place in model.optional[table] ?? [] { uses.insert(place, of: table) }
        }
    }

    /// What a defined field that is used is made from, and what that is made from.
    mutating func addDefinitions() {
        var open = uses
        var done = FieldUses()
        while !open.fields.isEmpty {
            var found = FieldUses()
            for (table, places) in open.fields {
                for place in places where !done[table].contains(place) {
                    done.insert(place, of: table)
                    guard let program = definitions[table]?[place] else { continue }
                    found.formUnion(program.uses)
                    // Another table's records may be reached: then this one's have to be at hand.
                    if !program.isLocal { heldTables.formUnion([table] + program.uses.fields.keys) }
                }
            }
            uses.formUnion(found)
            open = found
        }
    }
}
