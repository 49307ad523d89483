import CEL
public import Diagnostics
public import YAML

/// `more_than`: the observed value is more than the limit.
public struct MoreThanTarget: RecordTargetKind {
    public let name = "more_than"
    public let summary = Localized(zh: "高于限值", en: "More than the limit")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        context.lowerOrdered(
            limit, onto: observed, kind: name, comparison: Operator.greater, sign: ">"
        ) { limit in .floor(limit, isInclusive: false) }
    }
}
