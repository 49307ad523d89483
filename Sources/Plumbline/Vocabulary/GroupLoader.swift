import Diagnostics
import OrderedCollections
import YAML

/// Reads a table of groups: `{group: hospital, by: [district], expected: [东城区], list: hospitals}`.
struct GroupLoader {
    let name: String

    func read(_ node: YAMLNode, at location: Location, _ diagnostics: inout Diagnostics) -> TableReading? {
        let what = Localized(zh: "分组表", en: "a table of groups")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let group = reader.required("group", &diagnostics)
        let by = reader.required("by", &diagnostics)
        let expected = reader.optional("expected")?.items(&diagnostics) ?? []
        let list = reader.optional("list").flatMap { self.name($0, &diagnostics) }
        let label = reader.optional("label").flatMap { self.name($0, &diagnostics) }
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        reader.finish(&diagnostics)
        guard let table = group.flatMap({ self.name($0, &diagnostics) }), let by else { return nil }
        let names = (by.sequence ?? [by]).compactMap { self.name($0, &diagnostics) }
        guard !names.isEmpty, Set(names.map(\.text)).count == names.count else {
            diagnostics.append(.badGrouping(at: by.location))
            return nil
        }
        var result = Table(name: self.name, key: .fields(names.map(\.text)), fields: [:], location: location)
        result.title = title
        result.aliases = aliases
        // Provisional: what the grouped table is like shows when all tables were read.
        result.group = TableGroup(table: table.text, by: names.map(\.text), expected: [], list: list?.text ?? table.text)
        let grouping = TableReading.Grouping(table: table, by: names, expected: expected, list: list, label: label)
        return TableReading(table: result, grouping: grouping)
    }

    private func name(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> TableReading.Name? {
        node.string(&diagnostics).map { TableReading.Name(text: $0, location: node.location) }
    }
}
