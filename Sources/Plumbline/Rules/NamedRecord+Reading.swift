import Diagnostics
import YAML

extension NamedRecord {
    /// Reads a name, a list of names, or a list of `{record: …, why: …}`.
    static func readAll(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [NamedRecord] {
        let items = node.sequence ?? [node]
        node.reportFullWidthCommas(&diagnostics)
        if items.isEmpty { diagnostics.append(.noNames(at: node.location)) }
        var records: [NamedRecord] = []
        var places: [String: Location] = [:]
        for record in items.compactMap({ read($0, &diagnostics) }) {
            let name = CellText.comparable(record.name)
            if let first = places[name] {
                diagnostics.append(.listedTwice(record.name, first: first, at: record.location))
                continue
            }
            places[name] = record.location
            records.append(record)
        }
        return records
    }

    private static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> NamedRecord? {
        if node.scalar != nil { return node.string(&diagnostics).map { NamedRecord(name: $0, location: node.location) } }
        let what = Localized(zh: "点名的记录", en: "a named record")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let record = reader.required("record", &diagnostics)
        let why = reader.optional("why")?.localized(&diagnostics)
        reader.finish(&diagnostics)
        guard let record, let name = record.string(&diagnostics) else { return nil }
        return NamedRecord(name: name, why: why, location: record.location)
    }
}
