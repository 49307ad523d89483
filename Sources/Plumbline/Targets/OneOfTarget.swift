import CEL
public import Diagnostics
import Quantities
public import YAML

/// `one_of: [a, b]`: the observed value is one of those listed.
public struct OneOfTarget: RecordTargetKind {
    public let name = "one_of"
    public let limitShape = LimitShape.list
    public let summary = Localized(zh: "是所列取值之一", en: "One of the values listed")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let items = limit.sequence, !items.isEmpty else {
            context.report(limit.sequence == nil ? .limitNotOfType("one_of", .list(observed.type), at: limit.location)
                : .emptyList(at: limit.location))
            return nil
        }
        return observed.isNumber ? numbers(items, observed, &context) : values(items, observed, &context)
    }
}

private extension OneOfTarget {
    func numbers(_ items: [YAMLNode], _ observed: Observed, _ context: inout LoweringContext) -> Lowering? {
        let quantities = items.compactMap { context.quantity($0, for: observed.measure) }
        guard quantities.count == items.count else { return nil }
        return Lowering(
            verdict: isAny(of: quantities.map { .number($0.value) }, observed),
            limit: context.limit(name, "∈", quantities, observed, separator: ", "))
    }

    func values(_ items: [YAMLNode], _ observed: Observed, _ context: inout LoweringContext) -> Lowering? {
        let values = items.compactMap { context.value($0, of: observed.type) }
        guard values.count == items.count else { return nil }
        return Lowering(
            verdict: isAny(of: values, observed),
            limit: context.limit(name, "∈", values.map(\.text).joined(separator: ", "), observed))
    }

    func isAny(of values: [Value], _ observed: Observed) -> Expression {
        let matches = values.map { Expression.operation(Operator.equals, observed.expression, .constant($0)) }
        return matches.dropFirst().reduce(matches[0]) { .operation(Operator.or, $0, $1) }
    }
}
