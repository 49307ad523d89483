import CEL
public import Diagnostics
import Quantities
public import YAML

/// `one_of: [a, b]`: the observed value is one of those listed.
public struct OneOfTarget: TargetKind {
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
        let values: [(constant: Value, text: String)] = items.compactMap { item in
            guard observed.isNumber else { return context.value(item, of: observed.type).map { ($0, $0.text) } }
            return context.quantity(item, for: observed.measure).map { (.number($0.value), $0.source) }
        }
        guard values.count == items.count else { return nil }
        let matches = values.map { Expression.operation(Operator.equals, observed.expression, .constant($0.constant)) }
        let verdict = matches.dropFirst().reduce(matches[0]) { .operation(Operator.or, $0, $1) }
        return Lowering(
            verdict: verdict,
            limit: Limit(
                kind: name, text: values.map(\.text).joined(separator: ", "), sign: "∈", unit: observed.measure.unit))
    }
}
