import CEL
public import Diagnostics
public import YAML

/// `equals`: the observed value is the limit, exactly.
public struct EqualsTarget: TargetKind {
    public let name = "equals"
    public let summary = Localized(zh: "等于限值", en: "Exactly the limit")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        if observed.isNumber {
            return context.lowerOrdered(limit, onto: observed, kind: name, sign: "=") { .range($0, $0) }
        }
        guard let value = context.value(limit, of: observed.type) else { return nil }
        return Lowering(
            verdict: .operation(Operator.equals, observed.expression, .constant(value)),
            limit: Limit(kind: name, text: value.text, sign: "="))
    }
}
