import CEL
public import Diagnostics
import Quantities
public import YAML

/// `between: [low, high]`: the observed value lies in the range, both ends included.
public struct BetweenTarget: RecordTargetKind {
    public let name = "between"
    public let limitShape = LimitShape.pair
    public let summary = Localized(zh: "在两个限值之间，含两端", en: "From the first limit to the second, both included")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let ends = limit.sequence, ends.count == 2 else {
            context.report(.betweenNeedsTwo(at: limit.location))
            return nil
        }
        return observed.isNumber ? numbers(ends, observed, &context) : values(ends, observed, limit, &context)
    }
}

private extension BetweenTarget {
    func numbers(_ ends: [YAMLNode], _ observed: Observed, _ context: inout LoweringContext) -> Lowering? {
        let quantities = ends.compactMap { context.quantity($0, for: observed.measure) }
        guard quantities.count == 2 else { return nil }
        guard quantities[0].value <= quantities[1].value else {
            context.report(.betweenReversed(quantities[0].source, quantities[1].source, at: ends[0].location))
            return nil
        }
        return Bounds.range(quantities[0].value, quantities[1].value)
            .lower(observed, limit: context.limit(name, "∈", quantities, observed))
    }

    func values(
        _ ends: [YAMLNode], _ observed: Observed, _ limit: YAMLNode, _ context: inout LoweringContext
    ) -> Lowering? {
        let values = ends.compactMap { context.orderedValue($0, observed, kind: name) }
        guard values.count == 2 else { return nil }
        if case .object(let low) = values[0], low.order(against: values[1]) == .descending {
            context.report(.betweenReversed(values[0].text, values[1].text, at: ends[0].location))
            return nil
        }
        let value = observed.expression
        return Lowering(
            verdict: value >= .constant(values[0]) && value <= .constant(values[1]),
            gap: context.difference(observed, from: values[0], to: values[1]),
            limit: context.limit(name, "∈", values.map(\.text).joined(separator: " – "), observed))
    }
}
