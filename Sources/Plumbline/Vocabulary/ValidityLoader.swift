import Diagnostics
import YAML

/// Reads since when and until when a register's records are in it: `{from: granted_on, until: lost_on}`.
struct ValidityLoader {
    let names: TableNames

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> TableValidity? {
        let what = Localized(zh: "有效期", en: "the value of 'valid'")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let (from, until) = (reader.optional("from"), reader.optional("until"))
        reader.finish(&diagnostics)
        guard from != nil || until != nil else {
            diagnostics.append(.validWithoutDays(at: node.location))
            return nil
        }
        let first = from.flatMap { dateField($0, &diagnostics) }
        let last = until.flatMap { dateField($0, &diagnostics) }
        if let first, first == last, let until {
            diagnostics.append(.validForNoDay(first, at: until.location))
            return nil
        }
        return first == nil && last == nil ? nil : TableValidity(from: first, until: last)
    }

    private func dateField(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard field.holdsDate, field.definition == nil else {
            diagnostics.append(.notADateField(field, at: node.location))
            return nil
        }
        return field.name
    }
}
