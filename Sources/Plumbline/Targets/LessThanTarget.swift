import CEL
public import YAML

/// `less_than`: the observed value is less than the limit.
public struct LessThanTarget: TargetKind {
    public let name = "less_than"

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        context.lowerOrdered(
            limit, onto: observed, kind: name, comparison: Operator.less, sign: "<"
        ) { limit in .ceiling(limit, isInclusive: false) }
    }
}
