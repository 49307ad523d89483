import CEL
import Diagnostics
import OrderedCollections
import YAML

/// What a rule writes under `benchmark`, read and checked.
struct PublishedText {
    let benchmark: Figure.Benchmark
    /// The area and the group as the rule writes them.
    let text: Localized
    /// The figure, by whose it is.
    let figure: Localized

    /// Nil with faults reported.
    init?(_ node: YAMLNode, _ observed: Observed, _ context: inout LoweringContext) {
        let what = Localized(zh: "公布的数据", en: "a published figure")
        guard var reader = MappingReader(node, as: what, &context.diagnostics) else { return nil }
        let areaNode = reader.required("area", &context.diagnostics)
        let groupNode = reader.optional("group")
        let indicatorNode = reader.optional("indicator")
        reader.finish(&context.diagnostics)
        guard context.vocabulary.tables.values.contains(where: { $0.benchmarks != nil }) else {
            context.report(.noBenchmarkTable(at: node.location))
            return nil
        }
        let area = areaNode.flatMap { Self.area($0, &context) }
        let group = groupNode.flatMap { Self.group($0, &context) }
        let indicator = Self.indicator(indicatorNode, observed, &context)
        guard let area, let indicator, (group == nil) == (groupNode == nil) else { return nil }
        benchmark = Figure.Benchmark(indicator: indicator, area: area, group: group)
        let name = areaNode.map { context.environment.shownValues($0.scalar?.text ?? "").joined() } ?? ""
        let alike = groupNode?.scalar.map { CellText.trimmed($0.text) }
        text = Localized(
            zh: "与公布数据相比：\(name)\(alike.map { "，\($0)" } ?? "")", en: "benchmark \(name)\(alike.map { ", \($0)" } ?? "")")
        figure = Localized(
            zh: "公布的\(name)数据\(alike.map { "，按 \($0) 分" } ?? "")", en: "the figure published for \(name)\(alike.map { ", by \($0)" } ?? "")")
    }
}

private extension PublishedText {
    /// What looks like CEL is CEL, and so is the name of a field; everything else is the area's own name.
    static func area(_ node: YAMLNode, _ context: inout LoweringContext) -> Expression? {
        guard let text = node.string(&context.diagnostics) else { return nil }
        let isExpression = context.environment.variables[text] != nil || text.contains { ".()[]'\"+?".contains($0) }
        guard isExpression else { return .constant(.string(CellText.trimmed(text))) }
        guard let checked = context.expression(node) else { return nil }
        guard checked.type == .string else {
            context.report(.benchmarkNameOfType("area", checked.type, at: node.location))
            return nil
        }
        return checked.root
    }

    static func group(_ node: YAMLNode, _ context: inout LoweringContext) -> Expression? {
        guard let checked = context.expression(node) else { return nil }
        if case .abstract(let name, _) = checked.type, context.vocabulary.enumerations[name] != nil { return checked.root }
        guard checked.type == .string else {
            context.report(.benchmarkNameOfType("group", checked.type, at: node.location))
            return nil
        }
        return checked.root
    }

    static func indicator(_ node: YAMLNode?, _ observed: Observed, _ context: inout LoweringContext) -> Field? {
        guard let node else {
            if observed.indicator == nil { context.report(.benchmarkOfNoIndicator(at: observed.scalar.location)) }
            return observed.indicator
        }
        guard let name = node.string(&context.diagnostics) else { return nil }
        let indicators = context.vocabulary.tables.values.flatMap { $0.fields.values.filter { $0.indicator != nil } }
        guard let indicator = indicators.first(where: { $0.name == name }) ?? indicators.first(where: { $0.headers.contains(name) }) else {
            context.report(.unknownIndicator(name, among: indicators.map(\.name), at: node.location))
            return nil
        }
        let (own, other) = (observed.measure.basis, Measure(indicator).basis)
        if case .dimension(let dimension) = own, case .dimension(let wanted) = other, dimension != wanted {
            context.report(.benchmarkInOtherUnit(indicator, at: node.location))
            return nil
        }
        return indicator
    }
}
