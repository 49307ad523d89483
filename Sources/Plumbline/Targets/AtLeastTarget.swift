import CEL
public import Diagnostics
public import YAML

/// `at_least`: the observed value is the limit or more.
public struct AtLeastTarget: RecordTargetKind {
    public let name = "at_least"
    public let summary = Localized(zh: "不低于限值", en: "The limit or more")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        context.lowerOrdered(
            limit, onto: observed, kind: name, comparison: Operator.greaterOrEqual, sign: "≥"
        ) { limit in .floor(limit) }
    }
}
