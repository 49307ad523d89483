import CEL
public import Diagnostics
public import YAML

/// `equals`: the observed value is the limit, exactly.
public struct EqualsTarget: RecordTargetKind {
    public let name = "equals"
    public let summary = Localized(zh: "等于限值", en: "Exactly the limit")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let threshold = context.threshold(limit, for: observed) else { return nil }
        let limit = context.limit(name, "=", [threshold], observed)
        if observed.isNumber {
            return Bounds.range(threshold.value, threshold.value).lower(observed, limit: limit, applies: threshold.applies)
        }
        return Lowering(
            applies: threshold.applies, verdict: .operation(Operator.equals, observed.expression, threshold.value),
            gap: context.difference(observed, from: threshold.value), limit: limit)
    }
}
