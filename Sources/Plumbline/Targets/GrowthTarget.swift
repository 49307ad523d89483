import CEL
public import Diagnostics
import Quantities
public import YAML

/// `growth: {at_least: 5%, against: previous}`: how much the observed value differs from another period's, as a share of
/// that one; of nothing there is no share (`zero_base`).
public struct GrowthTarget: RecordTargetKind {
    public let name = "growth"
    public let limitShape = PeriodComparison.shape()
    public let summary = Localized(zh: "与另一期相比的增长率", en: "Its growth since another period, in percent")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let comparison = PeriodComparison(limit, of: observed, kind: name, in: &context) else { return nil }
        let base = comparison.base
        var growth = observed
        // Only the base stands under the condition: where the value is missing as well, that is the reason told.
        let divisor = Expression.conditional(
            .operation(Operator.equals, base, .number(0)), .call(PeriodComparisonFunctions.zeroBase, []), base)
        growth.expression = observed.expression / divisor - .number(1)
        growth.type = NumberValue.type
        growth.measure = Measure(.dimension(.pure), unit: .percent)
        (growth.ratio, growth.isCount) = (nil, false)
        guard let threshold = context.threshold(comparison.limit, for: growth) else { return nil }
        if threshold.unit?.isShareDifference == true {
            let percent = threshold.number.map { Unit.percent.text($0) } ?? "%"
            context.report(.growthInPoints(threshold.text, percent: percent, at: comparison.limit.location))
            return nil
        }
        let level = (threshold.value + .number(1)) * base
        return comparison.lower(growth, threshold, level: level, onto: observed, kind: name, in: context)
    }
}
