import OrderedCollections

/// Records that others call by their label where they mean their key: 遂宁市, whose key is 市本级.
extension HeldTableDraft {
    /// Whether other tables' rows may call a record by its label: its key is one field, and its label is another, and not sensitive.
    var canBeCalledByLabel: Bool {
        guard table.keyFields.count == 1, let label = table.label, label != table.keyFields[0] else { return false }
        return table.fields[label].map { !$0.hidesText } ?? false
    }

    /// The records by their label, as names are compared; nil for a label that several have, or one whose rows say different
    /// things. Nothing for a table whose key is several fields, or whose label is its key or sensitive.
    ///
    /// - Complexity: O(records).
    var recordsByLabel: [String: Int?] {
        guard canBeCalledByLabel, let place = table.label.flatMap({ table.fields.index(forKey: $0) }) else { return [:] }
        var found: [String: Int?] = [:]
        for record in cells.places.indices where repeated[record] == nil {
            guard let name = cells.name(place, of: record) else { continue }
            let isOne = found[name] == nil && !contradicted.contains(record)
            found[name] = isOne ? .some(record) : .some(nil)
        }
        return found
    }

    /// The labels as they were written, in the order of the records.
    var writtenLabels: [String] {
        guard let place = table.label.flatMap({ table.fields.index(forKey: $0) }) else { return [] }
        return cells.places.indices.compactMap { cells.keyText(place, of: $0) }
    }

    /// Of names that no key is, the keys of the records that have them as labels; all as names are compared.
    func keysByLabel(of names: Set<String>) -> [String: String] {
        let strange = names.filter { keys[$0] == nil }
        guard !strange.isEmpty, let place = table.keyFields.first.flatMap({ table.fields.index(forKey: $0) }) else { return [:] }
        let labels = recordsByLabel
        return Dictionary(uniqueKeysWithValues: strange.compactMap { name in
            guard case .some(.some(let record)) = labels[name], let key = cells.name(place, of: record) else { return nil }
            return (name, key)
        })
    }
}

extension RecordCells {
    /// The text by which a record's cell names something, as names are compared.
    func name(_ field: Int, of record: Int) -> String? { keyText(field, of: record).map(CellText.comparable) }
}
