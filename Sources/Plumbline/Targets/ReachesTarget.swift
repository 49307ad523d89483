import CEL
public import Diagnostics
public import YAML

/// `reaches`: the step of an ordered enumeration is the one named or a later one.
public struct ReachesTarget: RecordTargetKind {
    public let name = "reaches"
    public let summary = Localized(zh: "达到某一等级或步骤", en: "The grade or step, or a higher one")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard context.isOrderedEnumeration(observed.type) else {
            context.report(
                .targetNeeds(
                    name, Localized(zh: "有序枚举", en: "an ordered enumeration"), not: observed.type, at: limit.location))
            return nil
        }
        return context.lowerOrdered(
            limit, onto: observed, kind: name, comparison: Operator.greaterOrEqual, sign: "≥"
        ) { limit in .floor(limit) }
    }
}
