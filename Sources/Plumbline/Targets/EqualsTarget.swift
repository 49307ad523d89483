import CEL
import Quantities
public import Diagnostics
public import YAML

/// `equals`: the observed value is the limit, exactly.
public struct EqualsTarget: RecordTargetKind {
    public let name = "equals"
    public let summary = Localized(zh: "等于限值", en: "Exactly the limit")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        if observed.isNumber {
            guard let quantity = context.quantity(limit, for: observed.measure) else { return nil }
            return Bounds.range(quantity.value, quantity.value)
                .lower(observed, limit: context.limit(name, "=", [quantity], observed))
        }
        guard let value = context.value(limit, of: observed.type) else { return nil }
        return Lowering(
            verdict: .operation(Operator.equals, observed.expression, .constant(value)),
            gap: context.difference(observed, from: value), limit: context.limit(name, "=", value.text, observed))
    }
}
