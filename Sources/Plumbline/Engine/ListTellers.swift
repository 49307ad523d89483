import CEL
import OrderedCollections

/// Finds those whose sensitive cells the figure of a list would tell.
struct ListTellers {
    /// The record whose list it is.
    private let record: RecordView
    private let dataset: Dataset

    init(_ record: RecordView, _ dataset: Dataset) { (self.record, self.dataset) = (record, dataset) }

    /// One whose cells are all that the figure is made of; where the figure is that of one element, whose it is stays
    /// open, and the record with the list stands for them.
    func persons(toldBy use: ListUse) -> Set<Person> {
        guard case .list(let elements) = record.value(of: use.records) else { return [] }
        if use.isSensitive(in: dataset.plan.vocabulary) {
            if use.isOfOne { return elements.contains { persons(in: $0, within: use.nested[...], use).count == 1 } ? holder : [] }
            var all: Set<Person> = []
            for element in elements where all.count < 2 { all.formUnion(persons(in: element, within: use.nested[...], use)) }
            // Whoever may be there or not hides nobody else; where nobody else is, the figure is theirs.
            if all.isEmpty, elements.contains(where: { !$0.isKnown || $0.doubtful != nil }) { return [.someone] }
            return all.count == 1 ? all : []
        }
        return use.nested.isEmpty ? persons(in: elements, use) : []
    }
}

private extension ListTellers {
    var holder: Set<Person> {
        guard case .held(_, let table, let place) = record.source else { return [.someone] }
        return [Person(place, of: table)]
    }

    /// Those whose cells lie in an element's lists and say anything: of several, one alone may be all that a figure is
    /// made of.
    func persons(in element: Value, within lists: ArraySlice<String>, _ use: ListUse) -> Set<Person> {
        guard element.isKnown, element.doubtful == nil else { return [] }
        guard let list = lists.first else {
            guard isKnown(element, to: use) else { return [] }
            guard let found = element.heldRecord, let table = found.table else { return [.someone] }
            return [Person(found.record, of: table)]
        }
        guard let found = element.heldRecord, case .list(let children)? = found.select(list) else { return [] }
        return children.reduce(into: []) { $0.formUnion(persons(in: $1, within: lists.dropFirst(), use)) }
    }

    func isKnown(_ element: Value, to use: ListUse) -> Bool {
        guard let found = element.heldRecord, let table = found.table else { return true }
        let sensitive = use.uses[table.table.name].filter { table.table.fields.values[$0].isSensitive && table.table.fields.values[$0].isCell }
        return sensitive.isEmpty || sensitive.contains { if case .measured = table.cell($0, of: found.record) { true } else { false } }
    }

    /// Those whose cells the elements' own figures would tell.
    func persons(in elements: [Value], _ use: ListUse) -> Set<Person> {
        guard let table = elements.lazy.compactMap({ $0.heldRecord?.table }).first else { return [] }
        let fields = use.uses[table.table.name].filter { table.definitions[$0].map(dataset.looksAtSensitive) ?? false }
        guard !fields.isEmpty else { return [] }
        var tellers = Tellers()
        for element in elements where !tellers.areMore(than: 1) {
            guard let found = element.heldRecord else { continue }
            tellers.add(fields.reduce(into: []) { $0.formUnion(record.persons(toldBy: $1, on: found.record, of: table, dataset)) })
        }
        if use.isOfOne { return tellers.persons.isEmpty ? [] : holder }
        return tellers.isOne ? tellers.persons : []
    }
}

private extension Value {
    var heldRecord: RecordObject? { if case .object(let object) = self { object as? RecordObject } else { nil } }
}
