import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// A record beside its peers, or beside a published figure.
struct PeersMaker {
    private let maker: BoundaryMaker
    private let limit: YAMLMapping
    private let bound: Number

    /// nil for a rule of another kind.
    init?(_ maker: BoundaryMaker) {
        guard case .target(_, let target) = maker.rule.rule.requirement, target.kind == "peers", let limit = target.limit.mapping,
              let text = ComparedBound.allCases.lazy.compactMap({ limit[$0.rawValue]?.scalar?.text }).first,
              let bound = (try? Quantity.parse(text))?.value
        else { return nil }
        (self.maker, self.limit, self.bound) = (maker, limit, bound)
    }

    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let asked = maker.asked else { throw .noFixedLimit }
        // Half of the whole for a share, so that there is room on both sides.
        let isShare = maker.solver.ratio(asked, in: maker.empty) != nil || maker.rule.limit?.unit == .percentagePoints
        let reference = isShare ? Number(Decimal(5, scale: 1)) : Number(100) * (maker.rule.observedField?.unit?.scale ?? 1)
        let others = limit["among"]?.sequence ?? limit["among"].map { [$0] } ?? []
        return others.isEmpty ? try published(asked, reference, boundary) : try compared(asked, reference, others, boundary)
    }
}

private extension PeersMaker {
    /// A record on the wanted side of a level.
    func record(_ base: MadeRecord, _ asked: Expression, at level: Number, _ boundary: Boundary) throws(Unmakeable) -> MadeRecord {
        var record = base
        let step = maker.solver.step(of: asked, limit: level, in: record)
        let steps: Number = boundary == .justBelow ? -1 : boundary == .justAbove ? 1 : 0
        try maker.solver.set(asked, to: level + step * steps, &record)
        if boundary == .missing { for path in maker.fieldPaths.prefix(1) { record.set(path, to: .text(nil)) } }
        return record
    }

    /// The mean is of the record itself too, so that it is twice as far from its one peer as from the mean.
    func compared(
        _ asked: Expression, _ reference: Number, _ among: [YAMLNode], _ boundary: Boundary
    ) throws(Unmakeable) -> RuleCase {
        var base = try maker.base()
        try maker.settle(among, in: &base)
        var other = base
        try maker.solver.set(asked, to: reference, &other)
        let record = try record(base, asked, at: reference + bound * 2, boundary)
        let size = limit["min_group"]?.scalar.flatMap { Int($0.text) } ?? 2
        guard size == 2 else { throw .noRecipe("min_group: \(size)") }
        return maker.many([(record, 1), (other, 1)])
    }

    func published(_ asked: Expression, _ reference: Number, _ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let table = maker.plan.vocabulary.tables.values.first(where: { $0.benchmarks != nil }), let columns = table.benchmarks,
              let value = table.fields[columns.value]
        else { throw .noRecipe("benchmark") }
        var base = try maker.base()
        let names = limit["benchmark"]?.mapping
        var row: RuleCase.Record = [:]
        for (key, column) in [("area", columns.area), ("group", columns.group)] {
            guard let node = names?[key], let column else { continue }
            row[column] = RuleCase.Given(.text(try name(node, in: &base)), location: maker.rule.rule.location)
        }
        row[columns.value] = RuleCase.Given(.text(try text(reference, value)), location: maker.rule.rule.location)
        var example = maker.one(try record(base, asked, at: reference + bound, boundary))
        if boundary != .noFigure {
            example.benchmarks = [RuleCase.Item(content: .record(row), count: 1, location: maker.rule.rule.location)]
        }
        return example
    }

    /// What the record says where the figure's name is looked up; the name itself where it is written out.
    func name(_ node: YAMLNode, in record: inout MadeRecord) throws(Unmakeable) -> String {
        guard let scalar = node.scalar, let tree = maker.solver.tree(scalar) else { throw .noRecipe("benchmark") }
        if case .string(let name)? = maker.solver.constant(tree) { return name }
        guard let path = maker.solver.path(tree, in: record), let field = maker.solver.field(path, of: maker.table) else { return scalar.text }
        if case .text(let given?)? = record.content(path) { return given }
        let made = try GivenText(field: field).other(than: [])
        record.set(path, to: .text(made))
        return made
    }

    /// A figure in the indicator's unit, whatever the column's own.
    func text(_ number: Number, _ column: Field) throws(Unmakeable) -> String {
        let unit = maker.rule.limit?.unit == .percentagePoints ? Unit.percent : maker.rule.observedField?.unit ?? column.unit
        let shown = number * (unit?.scale.reciprocal ?? 1)
        guard shown.exactFractionDigits != nil else { throw .value(number.description, of: column.name) }
        return unit == .percent ? "\(shown.description)%" : shown.description
    }
}
