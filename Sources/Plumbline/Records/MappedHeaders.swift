import OrderedCollections
import Quantities

/// What the headers of a file mean by its mapping.
struct MappedHeaders: Sendable {
    let mapping: FileMapping
    private let matcher: HeaderMatcher
    private let usedNames: Set<String>
    private let usedFields: Set<Int>
    private let fields: Set<String>

    init(_ mapping: FileMapping, of table: Table) {
        self.mapping = mapping
        matcher = HeaderMatcher(table)
        usedNames = mapping.usedNames
        usedFields = Set(usedNames.compactMap { table.fields.index(forKey: $0) })
        fields = Set(table.fields.keys)
    }

    /// Whether the cells of a row are the header: all the columns that the mapping names are among them, or one of
    /// those that give a record each and another.
    func isHeader(_ cells: [String]) -> Bool {
        let names = Set(cells.map { HeaderName($0) })
        if !mapping.columns.isEmpty { return mapping.columns.allSatisfy { names.contains($0.header) } }
        return names.count > 1 && cells.contains { mapping.wide?.label(of: $0) != nil }
    }

    /// The header with what it means.
    func meant(_ header: RawHeader) -> RawHeader {
        var header = header
        header.meaning = meaning(of: header.text)
        return header
    }

    /// Whether the column has to be there beside those of the wanted fields.
    func needs(_ header: RawHeader) -> Bool {
        switch header.meaning {
        case .spread: return true
        case .named(let name): return usedNames.contains(name)
        case .own, .field: return matcher.match(header).map { usedFields.contains($0.field) } ?? false
        case .ignored: return false
        }
    }

    /// The name by which expressions know a column.
    func name(of header: RawHeader, in table: Table) -> String? {
        if case .named(let name) = header.meaning { return name }
        return matcher.match(header).map { table.fields.keys[$0.field] }
    }

    /// The unit that a header states in its brackets.
    func unit(of header: RawHeader) -> Unit? { matcher.match(header)?.unit }

    private func meaning(of text: String) -> RawHeader.Meaning {
        let name = HeaderName(text)
        if let column = mapping.columns.first(where: { $0.header == name }) {
            return fields.contains(column.name) ? .field(column.name) : .named(column.name)
        }
        if mapping.ignored.contains(where: { !$0.isOpen && HeaderName($0.text) == name }) { return .ignored }
        if let wide = mapping.wide, wide.label(of: text) != nil { return .spread(wide.value) }
        if matcher.match(text) != nil { return .own }
        return mapping.ignored.contains { $0.isOpen && $0.matches(text) } ? .ignored : .own
    }
}
