import CEL
import Diagnostics
import Quantities
import YAML

/// What a rule writes under `peers`, read and checked.
struct PeersText {
    enum Side {
        /// Other records; those of the scope that agree in all of these.
        case records(among: [Expression], pooled: Observed.Quotient?, leastCount: Int)
        case published(Figure.Benchmark)
    }

    let side: Side
    /// Whom the record is compared with, and the figure of those, as the rule writes it.
    let sideText, figureText: Localized
    let bound: ComparedBound
    /// What the difference from the other side is held against.
    let threshold: Threshold

    /// Nil with faults reported.
    init?(_ node: YAMLNode, kind: String, of observed: Observed, _ context: inout LoweringContext) {
        guard node.mapping != nil, var reader = MappingReader(node, as: .target(kind), &context.diagnostics) else {
            context.report(.notPeers(node.shape, at: node.location))
            return nil
        }
        let found = ComparedBound.read(&reader, kind: kind, &context)
        let among = reader.optional("among")
        let benchmark = reader.optional("benchmark")
        let pooled = reader.optional("pooled")
        let least = reader.optional("min_group")
        reader.finish(&context.diagnostics)
        let threshold = found.flatMap { Self.threshold($0.limit, observed, &context) }
        let side: (Side, text: Localized, figure: Localized)?
        switch (among, benchmark) {
        case (let among?, nil): side = Self.records(among, pooled, least, observed, &context)
        case (nil, let benchmark?):
            for (node, key) in [(pooled, "pooled"), (least, "min_group")] {
                if let node { context.report(.notOfBenchmark(key, at: node.location)) }
            }
            side = pooled == nil && least == nil ? PublishedText(benchmark, observed, &context).map { (.published($0.benchmark), $0.text, $0.figure) } : nil
        default:
            context.report(.peersOfWhom(both: among != nil, at: benchmark?.location ?? node.location))
            side = nil
        }
        guard let found, let threshold, let side else { return nil }
        (self.side, sideText, figureText) = side
        bound = found.bound
        self.threshold = threshold
    }
}

private extension PeersText {
    /// A difference is in the unit of what is observed, one of shares in points.
    static func threshold(_ node: YAMLNode, _ observed: Observed, _ context: inout LoweringContext) -> Threshold? {
        var difference = observed
        difference.measure = observed.measure.difference(isWhole: observed.measure.isWhole)
        (difference.ratio, difference.isCount) = (nil, false)
        guard let threshold = context.threshold(node, for: difference) else { return nil }
        if threshold.unit == .percent, observed.measure.basis == .dimension(.pure) {
            let points = threshold.number.map { Unit.percentagePoints.text($0) } ?? "pp"
            context.report(.peersInPercent(threshold.text, points: points, at: node.location))
            return nil
        }
        return threshold
    }

    static func records(
        _ among: YAMLNode, _ pooledNode: YAMLNode?, _ least: YAMLNode?, _ observed: Observed, _ context: inout LoweringContext
    ) -> (Side, text: Localized, figure: Localized)? {
        let strata = context.strata(among)
        let isPooled = pooledNode.map { $0.boolean(&context.diagnostics) } ?? false
        let count = least.map { context.groupSize($0) } ?? 2
        guard let strata, let isPooled, let count else { return nil }
        if isPooled, observed.quotient == nil {
            context.report(.pooledNoRatio(at: pooledNode?.location ?? among.location))
            return nil
        }
        let alike = (zh: strata.map(\.text).joined(separator: "、"), en: strata.map(\.text).joined(separator: ", "))
        return (
            .records(among: strata.map(\.expression), pooled: isPooled ? observed.quotient : nil, leastCount: count),
            Localized(zh: alike.zh.isEmpty ? "与其他各条相比" : "与 \(alike.zh) 相同的各条相比", en: "among \(alike.en)"),
            alike.zh.isEmpty
                ? Localized(zh: "其他各条的平均", en: "the mean of the others")
                : Localized(zh: "\(alike.zh) 相同的各条的平均", en: "the mean of those alike in \(alike.en)"))
    }
}
