import Diagnostics
import OrderedCollections
import YAML

/// Reads one table of a vocabulary.
struct TableLoader {
    let name: String
    let enumerations: OrderedDictionary<String, Enumeration>

    func read(_ node: YAMLNode, at location: Location, _ diagnostics: inout Diagnostics) -> Table? {
        guard var reader = MappingReader(node, as: Localized(zh: "数据表", en: "a table"), &diagnostics) else { return nil }
        let keyNode = reader.required("key", &diagnostics)
        let labelNode = reader.optional("label")
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        let fieldsNode = reader.required("fields", &diagnostics)
        reader.finish(&diagnostics)
        guard let fieldsNode else { return nil }
        let fields = self.fields(fieldsNode, &diagnostics)
        let key = keyNode.flatMap { self.key($0, fields: fields, &diagnostics) } ?? .row
        var table = Table(name: name, key: key, fields: fields, location: location)
        table.title = title
        table.aliases = aliases
        table.label = labelNode.flatMap { self.label($0, fields: fields, &diagnostics) }
        reportSharedHeaders(of: table, &diagnostics)
        return table
    }
}

private extension TableLoader {
    func fields(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> OrderedDictionary<String, Field> {
        var fields: OrderedDictionary<String, Field> = [:]
        for entry in node.entries(as: Localized(zh: "字段", en: "the value of 'fields'"), &diagnostics) {
            let name = entry.key.scalar?.text ?? ""
            guard Identifier.isValid(name) else {
                diagnostics.append(.badIdentifier(name, at: entry.key.location))
                continue
            }
            guard !Identifier.reserved.contains(name) else {
                diagnostics.append(.reservedName(name, at: entry.key.location))
                continue
            }
            let loader = FieldLoader(name: name, enumerations: enumerations)
            if let field = loader.read(entry.value, at: entry.key.location, &diagnostics) { fields[name] = field }
        }
        return fields
    }

    /// `row`, or a list of fields.
    func key(
        _ node: YAMLNode, fields: OrderedDictionary<String, Field>, _ diagnostics: inout Diagnostics
    ) -> Table.Key? {
        if node.scalar?.text == "row" { return .row }
        let items = node.sequence ?? [node]
        let names = items.compactMap { known($0, fields: fields, &diagnostics) }
        if items.isEmpty || Set(names).count < names.count { diagnostics.append(.badKey(at: node.location)) }
        return names.isEmpty ? nil : .fields(names)
    }

    func label(
        _ node: YAMLNode, fields: OrderedDictionary<String, Field>, _ diagnostics: inout Diagnostics
    ) -> String? {
        known(node, fields: fields, &diagnostics)
    }

    func known(
        _ node: YAMLNode, fields: OrderedDictionary<String, Field>, _ diagnostics: inout Diagnostics
    ) -> String? {
        guard let field = node.string(&diagnostics) else { return nil }
        guard fields[field] != nil else {
            diagnostics.append(.unknownField(field, table: name, among: fields.keys, at: node.location))
            return nil
        }
        return field
    }

    func reportSharedHeaders(of table: Table, _ diagnostics: inout Diagnostics) {
        var owners: [HeaderName: String] = [:]
        for field in table.fields.values {
            for header in field.headers.map(HeaderName.init) where owners[header] != field.name {
                if let owner = owners[header] {
                    diagnostics.append(.sharedHeader(header.folded, of: field.name, and: owner, at: field.location))
                } else {
                    owners[header] = field.name
                }
            }
        }
    }
}
