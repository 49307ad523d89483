import Diagnostics
import OrderedCollections
import YAML

/// Makes a table of groups whole: gives it the fields of the grouped table by which its records are told apart.
struct GroupMaker {
    let grouping: TableReading.Grouping
    /// The table whose records are grouped.
    let source: Table
    /// Where the grouped table stands; the fields of one that could not be read are reported by themselves.
    let isSourceWhole: Bool

    /// The table with its key, its fields and what it is made from.
    func table(_ draft: Table, _ diagnostics: inout Diagnostics) -> Table {
        let names = TableNames(table: source.name, fields: source.fields, declared: [])
        var table = draft
        for by in grouping.by {
            guard let field = field(by, names, &diagnostics) else { continue }
            table.fields[by.text] = copy(of: field)
            if case .field(by.text)? = source.period { table.period = .field(by.text) }
        }
        if let label = grouping.label {
            table.label = table.fields[label.text]?.name
            if !grouping.by.contains(where: { $0.text == label.text }) {
                diagnostics.append(.labelNotInGroup(label.text, by: grouping.by.map(\.text), at: label.location))
            }
        }
        let expected = grouping.expected.compactMap { self.expected($0, in: table, &diagnostics) }
        reportRepeated(expected, &diagnostics)
        table.group = TableGroup(
            table: source.name, by: grouping.by.map(\.text), expected: expected.map(\.texts),
            list: grouping.list?.text ?? source.name)
        return table
    }
}

private extension GroupMaker {
    func field(_ by: TableReading.Name, _ names: TableNames, _ diagnostics: inout Diagnostics) -> Field? {
        guard let field = source.fields[by.text] else {
            if isSourceWhole {
                diagnostics.append(.unknownField(by.text, table: source.name, among: source.fields.keys, at: by.location))
            }
            return nil
        }
        guard !field.isMany else {
            diagnostics.append(.cannotBeKey(field, at: by.location))
            return nil
        }
        return field
    }

    /// What a group's record says of itself is no cell of a file, and in nobody's list.
    func copy(of field: Field) -> Field {
        var copy = field
        copy.definition = nil
        copy.observation = nil
        copy.indicator = nil
        copy.list = nil
        copy.isAtLeastOne = false
        return copy
    }

    /// A text where one field groups, else a list of as many texts as there are fields.
    func expected(
        _ node: YAMLNode, in table: Table, _ diagnostics: inout Diagnostics
    ) -> (texts: [String], location: Location)? {
        let items = node.sequence ?? [node]
        let texts = items.compactMap { $0.string(&diagnostics) }
        guard texts.count == items.count else { return nil }
        guard texts.count == grouping.by.count else {
            diagnostics.append(.expectedGroup(texts.count, by: grouping.by.map(\.text), at: node.location))
            return nil
        }
        for (text, (name, item)) in zip(texts, zip(grouping.by, items)) {
            guard let field = table.fields[name.text], field.type != .inferred else { continue }
            if case .measured = CellReader(field, isKey: true).read(text) { continue }
            diagnostics.append(.notAValueOf(field, text, at: item.location))
        }
        return (texts, node.location)
    }

    func reportRepeated(_ expected: [(texts: [String], location: Location)], _ diagnostics: inout Diagnostics) {
        var seen: [[String]: Location] = [:]
        for (texts, location) in expected {
            if let first = seen[texts] {
                diagnostics.append(.listedTwice(texts.joined(separator: ", "), first: first, at: location))
            } else {
                seen[texts] = location
            }
        }
    }
}
