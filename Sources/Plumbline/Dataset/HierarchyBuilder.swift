import CEL
import Diagnostics
import OrderedCollections

/// Finds, for every record of a table whose records lie within each other, the one of each level that it lies in.
struct HierarchyBuilder {
    private let hierarchy: TableHierarchy
    private let draft: HeldTableDraft
    /// Where each record's own reference leads.
    private let parents: [Reference]
    let tree: HierarchyTree
    /// The level of each record, counted from the highest: nil for one that is none of those named.
    private let levels: [Level]

    private enum Level: Equatable {
        case named(Int)
        case other
        case missing
        case unreadable
    }

    init(_ hierarchy: TableHierarchy, _ draft: HeldTableDraft, parents: [Reference]) {
        self.hierarchy = hierarchy
        self.draft = draft
        self.parents = parents
        tree = HierarchyTree(parents)
        let places = Dictionary(uniqueKeysWithValues: hierarchy.levels.values.enumerated().map { ($1, $0) })
        let field = draft.table.fields.index(forKey: hierarchy.level)
        levels = draft.cells.places.indices.map { record in
            switch field.map({ draft.cells.cell($0, of: record) }) ?? .missing {
            case .missing: .missing
            case .unreadable: .unreadable
            case .measured(let value): places[value.levelName].map { .named($0) } ?? .other
            }
        }
    }

    /// Where the field of a level leads from each record: to the record itself, or the one above it that is of that
    /// level. Nowhere, where the record or one above it is of a higher level already: a city lies in no county.
    ///
    /// - Complexity: O(records).
    func ancestors(at name: String) -> [Reference] {
        guard let wanted = hierarchy.levels.index(forKey: name) else { return [] }
        var found = [Reference](repeating: .nothing, count: parents.count)
        for record in tree.downwards {
            switch levels[record] {
            case .named(wanted): found[record] = .record(Int32(record))
            case .named(let own) where own < wanted: found[record] = .none
            case .missing: found[record] = .missing
            case .unreadable: found[record] = .unreadable
            case .named, .other: found[record] = above(record, found)
            }
        }
        return found
    }

    /// What the record above says; of one whose parent is not told nobody knows in what it lies.
    private func above(_ record: Int, _ found: [Reference]) -> Reference {
        switch parents[record] {
        case .record: tree.parent(of: record).map { found[$0] } ?? .nothing
        case .none: .none
        case .missing, .nothing: .nothing
        case .unreadable: .unreadable
        case .several: .several
        }
    }

    /// Where records lie within each other in a circle, or within one of their own level or a lower one.
    var problems: [DataProblem] {
        guard let field = draft.table.fields.index(forKey: hierarchy.parent) else { return [] }
        let turned = parents.indices.filter { record in
            guard let parent = tree.parent(of: record), case .named(let own) = levels[record], case .named(let upper) = levels[parent]
            else { return false }
            return upper >= own
        }
        return tree.loops.map { problem(.hierarchyLoop, $0, field) } + turned.map { problem(.hierarchyTurned, $0, field) }
    }

    private func problem(_ kind: DataProblem.Hierarchy, _ record: Int, _ field: Int) -> DataProblem {
        let (batch, row) = draft.cells.source(field, of: record)
        return .hierarchy(
            kind, draft.table.fields.values[field], table: draft.table.name, address: batch.address(ofRow: row),
            column: batch.columns[field]?.header(ofRow: row), text: batch.text(field: field, row: row))
    }
}

private extension Value {
    /// The level's value as the vocabulary names it.
    var levelName: String {
        if case .object(let object) = self, let member = object as? EnumerationValue { return member.enumeration.members[member.ranks.lowerBound].id }
        return text
    }
}

extension DataProblem {
    enum Hierarchy {
        case hierarchyLoop
        case hierarchyTurned
    }

    static func hierarchy(
        _ kind: Hierarchy, _ field: Field, table: String, address: RecordAddress, column: String?, text: String?
    ) -> Self {
        switch kind {
        case .hierarchyLoop:
            Self(
                code: "hierarchy-loop", table: table, file: address.file, address: address, column: column,
                text: field.hidesText ? nil : text,
                message: Localized(
                    zh: "逐级向上又回到本记录，其所属层级无从得知", en: "going up from parent to parent leads back to the record, so that nobody knows in what it lies"))
        case .hierarchyTurned:
            Self(
                code: "hierarchy-turned", table: table, file: address.file, address: address, column: column,
                text: field.hidesText ? nil : text,
                message: Localized(zh: "上级记录的层级不高于本记录", en: "the record that it lies in is not of a higher level"))
        }
    }
}
