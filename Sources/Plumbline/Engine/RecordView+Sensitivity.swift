import CEL
import OrderedCollections

extension RecordView {
    /// Whether the value of an expression would tell a sensitive cell: it is made from one, of whatever period, or puts
    /// those of a single person together.
    func tellsSensitive(_ program: FieldProgram) -> Bool { program.isSensitive || !persons(toldBy: program).isEmpty }

    /// Those whose sensitive cells the value of an expression would tell.
    func persons(toldBy program: FieldProgram) -> Set<Person> {
        switch source {
        case .streamed: return program.isSensitive ? [.someone] : []
        // Who has no row here may have one in another period, and lists that lead to others.
        case .absent(let dataset, let table, let entity, _):
            guard dataset.looksAtSensitive(program) else { return [] }
            return [entity.records.first.map { Person($0, of: table) } ?? .someone]
        case .held(let dataset, let table, let record): return persons(toldBy: program, dataset, table, record)
        }
    }

    /// Whether a program reads any sensitive field, of the record itself or of whatever it goes over.
    func looksAtSensitive(_ program: FieldProgram) -> Bool {
        switch source {
        case .held(let dataset, _, _), .absent(let dataset, _, _, _): dataset.looksAtSensitive(program)
        case .streamed: program.isSensitive
        }
    }
}

extension Dataset {
    /// Whether a program reads any sensitive field, or one that is made from such, on whatever records.
    func looksAtSensitive(_ program: FieldProgram) -> Bool {
        var seen = FieldUses()
        var open = [program.uses]
        while let uses = open.popLast() {
            for (name, places) in uses.fields {
                guard let table = plan.vocabulary.tables[name] else { continue }
                for place in places where !seen[name].contains(place) {
                    if table.fields.values[place].isSensitive { return true }
                    seen.insert(place, of: name)
                    if let definition = plan.definitions[name]?[place] { open.append(definition.uses) }
                }
            }
        }
        return false
    }
}

// MARK: - A record's own cells, and those to which it leads

private extension RecordView {
    func persons(toldBy program: FieldProgram, _ dataset: Dataset, _ table: HeldTable, _ record: Int) -> Set<Person> {
        var told = directly(program, dataset, table, record)
        // What lies behind the record of another period is not looked through one by one.
        if program.slots.contains(where: \.isRecord), program.uses.fields.contains(where: { $0.key != table.table.name && !$0.value.isEmpty }),
           dataset.looksAtSensitive(program) {
            told.insert(Person(record, of: table))
        }
        for use in program.listUses { told.formUnion(ListTellers(self, dataset).persons(toldBy: use)) }
        for field in program.fields { told.formUnion(persons(toldBy: field, on: record, of: table, dataset)) }
        for path in program.paths {
            guard let (end, found) = dataset.end(of: path.dropLast(), from: record, of: table),
                  let field = path.last.flatMap({ end.table.fields.index(forKey: $0) })
            else { continue }
            told.formUnion(persons(toldBy: field, on: found, of: end, dataset))
        }
        told.formUnion(otherPeriods(program, dataset, table))
        for case .figure(let figure) in program.slots { told.formUnion(persons(toldBy: figure)) }
        return told
    }

    /// Those whose cells an expression names, rather than going over them or by a field that is made from them.
    func directly(_ program: FieldProgram, _ dataset: Dataset, _ table: HeldTable, _ record: Int) -> Set<Person> {
        guard program.isSensitive else { return [] }
        var told: Set<Person> = []
        for path in program.paths {
            guard let (end, found) = dataset.end(of: path.dropLast(), from: record, of: table),
                  let field = path.last.flatMap({ end.table.fields[$0] }), field.isSensitive
            else { continue }
            told.insert(Person(found, of: end))
        }
        let isOwn = program.fields.contains { table.table.fields.values[$0].isSensitive }
        if isOwn || told.isEmpty { told.insert(Person(record, of: table)) }
        return told
    }

    /// Those whose cells a defined field of the period before or of the year before would tell.
    func otherPeriods(_ program: FieldProgram, _ dataset: Dataset, _ table: HeldTable) -> Set<Person> {
        let places = program.directUses[table.table.name].filter { table.definitions[$0] != nil }
        guard !places.isEmpty else { return [] }
        return program.slots.reduce(into: []) { told, slot in
            guard slot.isOtherPeriod, case .object(let object)? = value(slot), let other = object as? RecordObject else { return }
            for place in places { told.formUnion(persons(toldBy: place, on: other.record, of: table, dataset)) }
        }
    }
}

extension RecordView {
    /// Those whose cells the field of another record would tell, by what it is made from.
    func persons(toldBy field: Int, on record: Int, of table: HeldTable, _ dataset: Dataset) -> Set<Person> {
        guard let definition = table.definitions[field] else { return [] }
        return RecordView(.held(dataset, table, record), circumstances).persons(toldBy: definition)
    }
}

private extension FieldProgram.Slot {
    /// Whether the whole record, of this period or another, is at the expression's disposal.
    var isRecord: Bool { if case .record = self { true } else { isOtherPeriod } }

    var isOtherPeriod: Bool {
        switch self {
        case .previous, .yearAgo, .baseline: true
        case .cell, .field, .list, .lifted, .figure, .record, .period, .due, .asOf: false
        }
    }
}
