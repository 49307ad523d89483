import CEL
public import Diagnostics
public import YAML

/// `less_than`: the observed value is less than the limit.
public struct LessThanTarget: RecordTargetKind {
    public let name = "less_than"
    public let summary = Localized(zh: "低于限值", en: "Less than the limit")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        context.lowerOrdered(
            limit, onto: observed, kind: name, comparison: Operator.less, sign: "<"
        ) { limit in .ceiling(limit, isInclusive: false) }
    }
}
