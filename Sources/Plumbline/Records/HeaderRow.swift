import OrderedCollections

/// Tells a table's header from the title lines above it.
struct HeaderRow: Sendable {
    private let matcher: HeaderMatcher
    private let key: Set<Int>

    init(_ table: Table) {
        matcher = HeaderMatcher(table)
        key = Set(table.keyFields.compactMap { table.fields.index(forKey: $0) })
    }

    /// Whether the cells of a row are a header of the table: all columns of its key are among them, or most of those
    /// that hold anything, two at least, are columns of the table.
    ///
    /// - Complexity: O(*n*) in the cells.
    func isHeader(_ cells: [String]) -> Bool {
        let titles = cells.filter { !CellText.trimmed($0).isEmpty }
        let found = Set(titles.compactMap { matcher.match($0)?.field })
        if !key.isEmpty, key.isSubset(of: found) { return true }
        return found.count >= 2 && found.count * 2 >= titles.count
    }
}
