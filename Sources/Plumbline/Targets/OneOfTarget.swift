import CEL
public import Diagnostics
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
        let values = items.compactMap { item in read(item, observed, &context) }
        guard values.count == items.count else { return nil }
        let matches = values.map { Expression.operation(Operator.equals, observed.expression, $0.value) }
        return Lowering(
            verdict: matches.reduce(.no) { $0 || $1 },
            limit: context.limit(name, "∈", values, observed, separator: ", "))
    }

    private func read(_ item: YAMLNode, _ observed: Observed, _ context: inout LoweringContext) -> Threshold? {
        if observed.isNumber { return context.quantity(item, for: observed.measure).map { Threshold($0) } }
        return context.stated(item, of: observed.type)
    }
}
