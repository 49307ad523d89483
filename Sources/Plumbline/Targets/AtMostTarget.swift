import CEL
public import Diagnostics
public import YAML

/// `at_most`: the observed value is the limit or less.
public struct AtMostTarget: RecordTargetKind {
    public let name = "at_most"
    public let summary = Localized(zh: "不高于限值", en: "The limit or less")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        context.lowerOrdered(
            limit, onto: observed, kind: name, comparison: Operator.lessOrEqual, sign: "≤"
        ) { limit in .ceiling(limit) }
    }
}
