import CEL
public import Diagnostics
import Quantities
public import YAML

/// `between: [low, high]`: the observed value lies in the range, both ends included.
public struct BetweenTarget: TargetKind {
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
        guard context.isOrdered(observed.type) else {
            context.report(.targetOnType(name, observed.type, at: limit.location))
            return nil
        }
        let values = ends.compactMap { context.value($0, of: observed.type) }
        guard values.count == 2 else { return nil }
        if case .object(let low) = values[0], low.order(against: values[1]) == .descending {
            context.report(.betweenReversed(values[0].text, values[1].text, at: ends[0].location))
            return nil
        }
        let value = observed.expression
        return Lowering(
            verdict: value >= .constant(values[0]) && value <= .constant(values[1]),
            limit: Limit(kind: name, text: values.map(\.text).joined(separator: " – "), sign: "∈"))
    }
}
