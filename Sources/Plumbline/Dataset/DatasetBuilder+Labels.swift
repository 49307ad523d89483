import CEL
import OrderedCollections

/// How records that are called by their labels are found.
extension DatasetBuilder {
    /// Puts the keys in place of labels wherever records are told apart by what they refer to: in keys, and in what groups
    /// go by. Two rows that turn out to have one key are told.
    mutating func callByKeys(_ problems: inout [DataProblem]) {
        let groups = plan.vocabulary.tables.values.compactMap(\.group)
        for index in drafts.indices {
            guard let draft = drafts[index], !draft.cells.places.isEmpty else { continue }
            let table = draft.table
            let grouping = groups.filter { $0.table == table.name }
            var labels: [Int: [String: String]] = [:]
            for name in Set(table.keyFields + grouping.flatMap(\.by)) {
                guard let place = table.fields.index(forKey: name), let parent = parent(ofField: place, of: table), parent.canBeCalledByLabel
                else { continue }
                let expected = grouping.flatMap { group in
                    group.by.firstIndex(of: name).map { by in group.expected.map { CellText.comparable($0[by]) } } ?? []
                }
                let names = draft.cells.places.indices.compactMap { record -> String? in
                    guard case .measured(.string(let text)) = draft.cells.cell(place, of: record) else { return nil }
                    return parent.keys[text] == nil ? text : nil
                }
                let keys = parent.keysByLabel(of: Set(names + expected))
                if !keys.isEmpty { labels[place] = keys }
            }
            guard !labels.isEmpty else { continue }
            tell(drafts[index]?.call(labels) ?? [], of: draft, &problems)
        }
    }

    private func tell(_ repeated: [(record: Int, first: Int)], of draft: HeldTableDraft, _ problems: inout [DataProblem]) {
        let table = draft.table
        let isSensitive = table.keyFields.contains { table.fields[$0]?.hidesText ?? false }
        for (record, first) in repeated {
            let (place, other) = (draft.cells.places[record], draft.cells.places[first])
            let batch = draft.cells.batches[Int(place.batch)]
            let name = isSensitive ? nil : batch.record(ofRow: Int(place.row)).key
            let address = draft.cells.batches[Int(other.batch)].address(ofRow: Int(other.row))
            problems.append(.duplicateKey(name, table: table.name, at: batch.address(ofRow: Int(place.row)), first: address))
        }
    }

    /// References that no key answers, as far as they name one record by its label.
    func resolved(_ references: [Reference], field: Int, of draft: HeldTableDraft, by labels: [String: Int?]) -> [Reference] {
        references.enumerated().map { record, reference in
            guard reference == .nothing, let name = draft.cells.name(field, of: record), case .some(.some(let found)) = labels[name]
            else { return reference }
            return .record(Int32(found))
        }
    }
}
