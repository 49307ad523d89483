import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Groups of records that are held against each other: `parity`, `unique`.
struct ComparedGroupsMaker {
    private let maker: BoundaryMaker

    init(_ maker: BoundaryMaker) { self.maker = maker }

    func make(_ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        switch (maker.rule.rule.requirement, maker.rule.limit?.kind) {
        case (.bareTarget(let target), "unique"): try unique(target.limit, boundary)
        case (.target(_, let target), "parity"): try parity(target.limit, boundary)
        case (.target(_, let target), "composition"): try CompositionMaker(maker, target.limit).make(boundary)
        default: throw .noRecipe(maker.rule.limit?.kind ?? "")
        }
    }
}

private extension ComparedGroupsMaker {
    /// What both sides come to, in cents where it is money; a round figure of which every whole percentage is whole.
    static let reference = Number(100)

    func parity(_ limit: YAMLNode, _ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        guard let mapping = limit.mapping, let test = mapping["test"]?.scalar.flatMap({ maker.solver.tree($0) }), let asked = maker.asked,
              let share = bound(mapping)
        else { throw .noFixedLimit }
        var others = try stratum(mapping["within"])
        var tested = others
        try maker.solver.solve(test, true, &tested)
        if let against = mapping["against"]?.scalar.flatMap({ maker.solver.tree($0) }) {
            try maker.solver.solve(against, true, &others)
        } else {
            try maker.solver.solve(test, false, &others)
        }
        try maker.solver.set(asked, to: Self.reference, &others)
        if boundary == .nobodyTested { return maker.many([(others, 2)]) }
        if boundary == .missing {
            try maker.solver.set(asked, to: Self.reference, &tested)
            for path in maker.fieldPaths.prefix(1) { tested.remove(path) }
            return maker.many([(tested, 1), (others, 1)])
        }
        // Without `against` the tested are among those that they are compared with.
        let isAmongAll = mapping["against"] == nil && mapping["compare"]?.scalar?.text != "each"
        let wanted = share * Self.reference
        guard let level = isAmongAll ? wanted.divided(by: Number(2) - share) : wanted else { throw .noFixedLimit }
        let step = maker.solver.step(of: asked, limit: level, in: tested)
        let steps: Number = boundary == .justBelow ? -1 : boundary == .justAbove ? 1 : 0
        try maker.solver.set(asked, to: level + step * steps, &tested)
        let size = mapping["min_group"]?.scalar.flatMap { Int($0.text) } ?? 1
        return maker.many([(tested, size), (others, size)])
    }

    func bound(_ mapping: YAMLMapping) -> Number? {
        let text = ["at_least", "more_than", "at_most", "less_than"].lazy.compactMap { mapping[$0]?.scalar?.text }.first
        return text.flatMap { (try? Quantity.parse($0))?.value }
    }

    /// A record whose stratum is one that others can be in too.
    func stratum(_ within: YAMLNode?) throws(Unmakeable) -> MadeRecord {
        var record = try maker.base()
        try maker.settle(within?.sequence ?? within.map { [$0] } ?? [], in: &record)
        return record
    }

    func unique(_ limit: YAMLNode, _ boundary: Boundary) throws(Unmakeable) -> RuleCase {
        let names = (limit.sequence ?? [limit]).compactMap { $0.scalar?.text }
        var first = try maker.base()
        for name in names {
            guard let field = maker.table.fields[name] else { throw .expression(name) }
            first.set([name], to: .text(try GivenText(field: field).other(than: [])))
        }
        var second = first
        if boundary != .sameTwice, let name = names.last, let field = maker.table.fields[name], case .text(let text?)? = first.content([name]) {
            second.set([name], to: .text(try GivenText(field: field).other(than: [text])))
        }
        return maker.many([(first, 1), (second, 1)])
    }
}
