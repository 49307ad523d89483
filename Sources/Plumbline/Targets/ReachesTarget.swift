import CEL
public import Diagnostics
public import YAML

/// `reaches`: the step of an ordered enumeration is the one named or a later one; where the vocabulary has the dates of
/// the steps, and the rule a due date, it was reached by then.
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
        guard let threshold = context.threshold(limit, for: observed, kind: name) else { return nil }
        let isReached = Expression.operation(Operator.greaterOrEqual, observed.expression, threshold.value)
        var lowering = Lowering(
            applies: threshold.applies, verdict: isReached, gap: context.difference(observed, from: threshold.value),
            limit: context.limit(name, "≥", [threshold], observed))
        guard context.hasDue, let reaching = ReachingDate(of: observed, limit: threshold.value, in: context) else { return lowering }
        lowering.verdict = .conditional(isReached, reaching.isInTime, .no)
        lowering.lateness = Lowering.Lateness(isReached: isReached, date: reaching.date, delay: reaching.delay)
        return lowering
    }
}
