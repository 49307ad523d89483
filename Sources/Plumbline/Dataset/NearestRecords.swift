import Diagnostics
import OrderedCollections

/// The records of a table that references to nothing were most likely meant to name, by key or by label.
///
/// A row with such a reference may be in the lists of the record that it most likely names; whose else it could be nobody knows.
struct NearestRecords {
    private let parent: HeldTableDraft
    private let names: [String]
    /// The records by their labels, as names are compared.
    private let labels: [String: Int?]
    private var found: [String: String?] = [:]
    /// How many pairs of names may still be compared: a column full of strangers' keys would be compared with a whole register.
    private var comparisonsLeft = Self.mostComparisons

    private static let mostComparisons = 1_000_000

    /// - Parameter parent: The table that is referred to; sensitive names of its records are never told.
    init(_ parent: HeldTableDraft) {
        self.parent = parent
        labels = parent.recordsByLabel
        let tells = parent.table.keyFields.count == 1 && !parent.table.keyFields.contains { parent.table.fields[$0]?.hidesText ?? true }
        let isSmall = parent.cells.places.count < Self.mostComparisons
        names = tells && isSmall ? parent.keyedRecords.map(\.key) + (parent.canBeCalledByLabel ? parent.writtenLabels : []) : []
    }

    /// The record of that name; nil where there is none, or several.
    mutating func record(nearestTo text: String) -> Int? {
        guard let name = name(nearestTo: text).map(CellText.comparable) else { return nil }
        if let record = parent.keys[name] { return record }
        return labels[name] ?? nil
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
