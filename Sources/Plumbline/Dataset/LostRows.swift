import CEL
import OrderedCollections

/// Rows of a list's table that lead to no record, because a column is missing by which they would: whose list they belong to
/// nobody knows, so that it must not be taken for one without them.
struct LostRows: Sendable {
    /// The reference to the list's record.
    let field: String
    /// The files that have no column for the reference, each with the first of its records.
    let files: [String: Int]
    /// The records without a readable key, and those they lie in, while there are rows that refer to nobody who sent a row.
    let keyless: Set<Int>
    /// The records that no roster lists, while there are rows that refer to somebody on it of whom no row came: a key may be
    /// written wrong.
    let strange: Set<Int>

    /// - Parameters:
    ///   - children: The list's table, and where the reference leads of each of its records.
    ///   - parents: The table of the list's records, and how these lie within each other, where a child is in the lists of all
    ///     that its parent lies in.
    /// - Returns: nil where no row is lost.
    init?(_ field: Int, of children: HeldTableDraft, _ references: [Reference], parents: HeldTableDraft, _ tree: HierarchyTree?) {
        let definition = children.table.fields.values[field]
        self.field = definition.name
        files = definition.blank == .missing ? children.files(without: field, where: references) : [:]
        let isOfUnsent = parents.isSomeUnsent(among: references)
        keyless = isOfUnsent || references.contains(.nothing) ? parents.keyless(tree) : []
        strange = isOfUnsent ? parents.strangers : []
        if files.isEmpty, keyless.isEmpty, strange.isEmpty { return nil }
    }
}

extension Dataset {
    /// Why a record's list is not known although rows of it came: they may be the record's, and do not say so.
    func lost(_ list: ChildList, of record: Int, in table: HeldTable) -> Value? {
        guard let lost = list.lost, let child = tables[list.table], sent.state(of: list.list, for: record, of: table) != .nilReturn
        else { return nil }
        if let key = table.table.keyFields.first {
            if lost.keyless.contains(record) { return .unknown(UnknownSet(table.doubt(.missing, key, of: record))) }
            let isStrange = lost.strange.contains(record) && list.children(of: record).isEmpty
            if isStrange { return .unknown(UnknownSet(table.doubt(.noSuchRecord, key, of: record))) }
        }
        let first = lost.files.filter { sent.covers($0.key, record, of: table) }.values.min()
        return first.map { .unknown(UnknownSet(child.doubt(.missing, lost.field, of: $0))) }
    }
}

private extension HeldTableDraft {
    /// The files that have no column for a field, each with its first record of which nothing else says what it refers to. Of whom
    /// a roster lists, and nothing came, nobody expects to be told more.
    func files(without field: Int, where references: [Reference]) -> [String: Int] {
        // A format that names columns in every row may name one late.
        let having = Set(cells.batches.lazy.filter { $0.columns[field]?.header != nil }.map(\.file))
        let lacks = cells.batches.map { $0.columns[field] != nil && !having.contains($0.file) }
        guard lacks.contains(true) else { return [:] }
        var files: [String: Int] = [:]
        for (record, place) in cells.places.dropLast(unsentCount).enumerated()
        where lacks[Int(place.batch)] && references[record] == .missing {
            let file = cells.batches[Int(place.batch)].file
            if files[file] == nil { files[file] = record }
        }
        return files
    }

    /// Whether any reference leads to somebody on the roster of whom no row came.
    func isSomeUnsent(among references: [Reference]) -> Bool {
        let sentCount = cells.places.count - unsentCount
        return hasRoster && references.contains { if case .record(let record) = $0 { Int(record) >= sentCount } else { false } }
    }

    /// The records that came and are not on the roster.
    var strangers: Set<Int> { Set((0..<cells.places.count - unsentCount).filter { cells.rosterPlaces[$0] == nil }) }

    /// The records whose key cannot be read, and those that they lie in.
    func keyless(_ tree: HierarchyTree?) -> Set<Int> {
        var found: Set<Int> = []
        for (record, place) in cells.places.enumerated() {
            let (batch, row) = (cells.batches[Int(place.batch)], Int(place.row))
            guard table.group == nil, !batch.hasReadableKey(row) || batch.keyParts(ofRow: row) == nil else { continue }
            var next: Int? = record
            while let above = next, found.insert(above).inserted { next = tree?.parent(of: above) }
        }
        return found
    }
}
