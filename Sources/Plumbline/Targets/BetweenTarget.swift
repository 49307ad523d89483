import CEL
public import Diagnostics
public import YAML

/// `between: [low, high]`: the observed value lies in the range, both ends included.
public struct BetweenTarget: RecordTargetKind {
    public let name = "between"
    public let limitShape = LimitShape.pair
    public let summary = Localized(zh: "在两个限值之间，含两端", en: "From the first limit to the second, both included")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let items = limit.sequence, items.count == 2 else {
            context.report(.betweenNeedsTwo(at: limit.location))
            return nil
        }
        let ends = items.compactMap { context.threshold($0, for: observed, kind: name) }
        guard ends.count == 2 else { return nil }
        guard isInOrder(ends[0], ends[1]) else {
            context.report(.betweenReversed(ends[0].text, ends[1].text, at: items[0].location))
            return nil
        }
        return lower(ends[0], ends[1], observed, context)
    }
}

private extension BetweenTarget {
    func lower(_ low: Threshold, _ high: Threshold, _ observed: Observed, _ context: LoweringContext) -> Lowering {
        let limit = context.limit(name, "∈", [low, high], observed)
        // An end that has no limit for a record leaves no range.
        let conditions = [low.applies, high.applies].compactMap(\.self)
        let applies = conditions.isEmpty ? nil : conditions.reduce(.yes) { $0 && $1 }
        if observed.isNumber { return Bounds.range(low.value, high.value).lower(observed, limit: limit, applies: applies) }
        let value = observed.expression
        return Lowering(
            applies: applies, verdict: value >= low.value && value <= high.value,
            gap: context.difference(observed, from: low.value, to: high.value), limit: limit)
    }

    /// What is computed for each record may come in any order; then no value lies between.
    func isInOrder(_ low: Threshold, _ high: Threshold) -> Bool {
        if let low = low.number, let high = high.number { return low <= high }
        guard case .object(let low)? = low.fixed, let high = high.fixed else { return true }
        return low.order(against: high) != .descending
    }
}
