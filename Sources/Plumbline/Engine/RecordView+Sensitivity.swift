import CEL
import OrderedCollections

extension RecordView {
    /// Whether the value of an expression would tell a sensitive cell: it is made from one, of whatever period, or puts
    /// those of a single record together.
    func tellsSensitive(_ program: FieldProgram) -> Bool {
        if program.isSensitive { return true }
        switch source {
        case .streamed: return false
        // Who has no row here may have one in another period, and lists that lead to others.
        case .absent(let dataset, _, _, _): return dataset.looksAtSensitive(program)
        case .held(let dataset, let table, let record): return tellsSensitive(program, dataset, table, record)
        }
    }

    private func tellsSensitive(_ program: FieldProgram, _ dataset: Dataset, _ table: HeldTable, _ record: Int) -> Bool {
        // What lies behind the record of another period is not looked through one by one.
        if program.slots.contains(where: \.isRecord), program.uses.fields.contains(where: { $0.key != table.table.name && !$0.value.isEmpty }),
           dataset.looksAtSensitive(program) {
            return true
        }
        return program.listUses.contains { isOfSingle($0, dataset) } || program.fields.contains { tells($0, on: record, of: table, dataset) }
            || program.paths.contains { path in
                guard let (end, found) = dataset.end(of: path.dropLast(), from: record, of: table),
                      let field = path.last.flatMap({ end.table.fields.index(forKey: $0) })
                else { return false }
                return tells(field, on: found, of: end, dataset)
            }
            || tellsOtherPeriod(program, dataset, table)
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

private extension RecordView {
    /// Whether what a field is made from would tell a sensitive cell.
    func tells(_ field: Int, on record: Int, of table: HeldTable, _ dataset: Dataset) -> Bool {
        guard let definition = dataset.plan.definitions[table.table.name]?[field] else { return false }
        return RecordView(.held(dataset, table, record), circumstances).tellsSensitive(definition)
    }

    /// Whether a defined field of the period before or of the year before would.
    func tellsOtherPeriod(_ program: FieldProgram, _ dataset: Dataset, _ table: HeldTable) -> Bool {
        guard let definitions = dataset.plan.definitions[table.table.name] else { return false }
        let places = program.directUses[table.table.name].filter { definitions[$0] != nil }
        guard !places.isEmpty else { return false }
        return program.slots.contains { slot in
            guard slot.isOtherPeriod, case .object(let object)? = value(slot), let other = object as? RecordObject else { return false }
            return places.contains { tells($0, on: other.record, of: table, dataset) }
        }
    }

    func isOfSingle(_ use: ListUse, _ dataset: Dataset) -> Bool {
        guard case .list(let elements) = value(of: use.records) else { return false }
        if use.isSensitive(in: dataset.plan.vocabulary) {
            let counts = elements.map { Self.count($0, within: use.nested[...], use, dataset) }
            return use.isOfOne ? counts.contains(1) : counts.reduce(0, +) == 1
        }
        guard elements.count == 1 || use.isOfOne, use.nested.isEmpty else { return false }
        return elements.contains { element in
            guard case .object(let object) = element, let record = object as? RecordObject, let table = record.table else { return false }
            return use.uses[table.table.name].contains { tells($0, on: record.record, of: table, dataset) }
        }
    }

    /// How many records lie in an element's lists whose sensitive cells say anything: of several, one alone may be all that a
    /// figure is made of.
    static func count(_ element: Value, within lists: ArraySlice<String>, _ use: ListUse, _ dataset: Dataset) -> Int {
        guard let list = lists.first else { return isKnown(element, to: use, dataset) ? 1 : 0 }
        guard case .object(let object) = element, let record = object as? RecordObject, case .list(let children)? = record.select(list)
        else { return 0 }
        return children.reduce(0) { $0 + count($1, within: lists.dropFirst(), use, dataset) }
    }

    static func isKnown(_ element: Value, to use: ListUse, _ dataset: Dataset) -> Bool {
        guard case .object(let object) = element, let record = object as? RecordObject, let table = record.table else { return true }
        let sensitive = use.uses[table.table.name].filter { table.table.fields.values[$0].isSensitive && table.table.fields.values[$0].isCell }
        return sensitive.isEmpty || sensitive.contains { if case .measured = table.cell($0, of: record.record) { true } else { false } }
    }
}

private extension FieldProgram.Slot {
    /// Whether the whole record, of this period or another, is at the expression's disposal.
    var isRecord: Bool { if case .record = self { true } else { isOtherPeriod } }

    var isOtherPeriod: Bool {
        switch self {
        case .previous, .yearAgo, .baseline: true
        case .cell, .member, .lifted, .figure, .record, .period, .due, .asOf: false
        }
    }
}
