import Diagnostics
import OrderedCollections

/// The records of a table that references to nothing were most likely meant to name, by key or by label.
struct NearestRecords {
    private let names: [String]
    private var found: [String: String?] = [:]
    /// How many pairs of names may still be compared: a column full of strangers' keys would be compared with a whole register.
    private var comparisonsLeft = 50_000

    /// - Parameter parent: The table that is referred to; sensitive names of its records are never told.
    init(_ parent: HeldTableDraft) {
        let tells = parent.table.keyFields.count == 1 && !parent.table.keyFields.contains { parent.table.fields[$0]?.hidesText ?? true }
        names = tells ? parent.keyedRecords.map(\.key) + (parent.canBeCalledByLabel ? parent.writtenLabels : []) : []
    }

    /// The name nearest to a text; nil where none is near, and where too much was compared already.
    mutating func name(nearestTo text: String) -> String? {
        if let known = found[text] { return known }
        guard names.count <= comparisonsLeft else { return nil }
        comparisonsLeft -= names.count
        let nearest = NearestName.toKey(text, among: names)
        found[text] = .some(nearest)
        return nearest
    }
}
