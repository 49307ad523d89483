import Diagnostics
import YAML

/// Reads how a long table is laid out: `{indicator: indicator, value: value, of: region, breakdown: breakdown}`.
struct ObservationsLoader {
    let table: String
    let names: TableNames

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> TableReading.Observed? {
        let what = Localized(zh: "观测值的各列", en: "the value of 'observations'")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let (indicator, value) = (reader.required("indicator", &diagnostics), reader.required("value", &diagnostics))
        let of = reader.required("of", &diagnostics)
        let (breakdown, unit) = (reader.optional("breakdown"), reader.optional("unit"))
        reader.finish(&diagnostics)
        let name = indicator.flatMap { text($0, &diagnostics) }
        let number = value.flatMap { field($0, is: { $0 == .decimal || $0 == .string }, .numbersOrTexts, &diagnostics) }
        let record = of.flatMap { field($0, is: \.isReference, .references, &diagnostics) }
        let part = breakdown.flatMap { text($0, &diagnostics) }
        let unitName = unit.flatMap { text($0, &diagnostics) }
        guard let name, let number, let record, let of else { return nil }
        return TableReading.Observed(
            columns: TableObservations(indicator: name, value: number, record: record, breakdown: part, unit: unitName),
            location: of.location)
    }
}

private extension ObservationsLoader {
    func text(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        field(node, is: { $0 == .string || $0.isEnumeration }, .texts, &diagnostics)
    }

    func field(
        _ node: YAMLNode, is fits: (FieldType) -> Bool, _ wanted: Localized, _ diagnostics: inout Diagnostics
    ) -> String? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard fits(field.type), !field.isMany, field.definition == nil else {
            diagnostics.append(.unfitColumn(field, wanted: wanted, at: node.location))
            return nil
        }
        return field.name
    }
}

private extension Localized {
    static let texts = Localized(zh: "文本字段", en: "a field of texts")
    static let numbersOrTexts = Localized(zh: "decimal 字段", en: "a field of type decimal")
    static let references = Localized(zh: "引用其他表的字段", en: "a field that refers to a table")
}

extension FieldType {
    var isEnumeration: Bool { if case .enumeration = self { true } else { false } }
}
