import Diagnostics
import OrderedCollections
import YAML

/// Reads what makes a table one of published figures: `benchmarks: {indicator: indicator, value: value}`.
struct BenchmarksReader {
    let names: TableNames

    /// - Parameter fields: The table's fields; the figures' column is read as text, for each row's indicator says what a
    ///   figure in it means.
    func read(
        _ node: YAMLNode, _ fields: inout OrderedDictionary<String, Field>, _ diagnostics: inout Diagnostics
    ) -> TableBenchmarks? {
        let what = Localized(zh: "公布数据的列", en: "what the columns of published figures are")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let indicator = reader.required("indicator", &diagnostics).flatMap { text($0, &diagnostics) }
        let value = reader.required("value", &diagnostics).flatMap { figure($0, &diagnostics) }
        reader.finish(&diagnostics)
        guard let area = fields[TableBenchmarks.areaField] else {
            diagnostics.append(.benchmarksWithoutArea(table: names.table, at: node.location))
            return nil
        }
        for field in [area, fields[TableBenchmarks.groupField]].compactMap(\.self) where field.type != .string || field.isMany {
            diagnostics.append(.benchmarkColumnNotText(field, at: field.location))
            return nil
        }
        guard let indicator, let value else { return nil }
        fields[value]?.type = .string
        return TableBenchmarks(
            indicator: indicator, value: value, area: area.name, group: fields[TableBenchmarks.groupField]?.name,
            publisher: fields[TableBenchmarks.publisherField]?.name)
    }
}

private extension BenchmarksReader {
    func text(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard field.type == .string, !field.isMany else {
            diagnostics.append(.benchmarkColumnNotText(field, at: node.location))
            return nil
        }
        return field.name
    }

    func figure(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard field.type == .decimal, field.unit == nil, field.range == nil, !field.isMany else {
            diagnostics.append(.benchmarkColumnNotFigure(field, at: node.location))
            return nil
        }
        return field.name
    }
}
