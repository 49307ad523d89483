import CEL
public import Diagnostics
import Quantities
public import YAML

/// `growth: {at_least: 5%, against: previous}`: how much the observed value differs from another period's, as a share of
/// that one, or on average a year; of nothing there is no share (`zero_base`).
public struct GrowthTarget: RecordTargetKind {
    public let name = "growth"
    public let limitShape = PeriodComparison.shape()
    public let summary = Localized(zh: "与另一期相比的增长率", en: "Its growth since another period, in percent")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let comparison = PeriodComparison(limit, of: observed, kind: name, in: &context) else { return nil }
        var growth = observed
        growth.expression = comparison.ratio(observed) - .number(1)
        if comparison.yearly == .linear { growth.expression = growth.expression / comparison.years }
        growth.type = NumberValue.type
        growth.measure = Measure(.dimension(.pure), unit: .percent)
        growth.measure.isDifference = true
        (growth.ratio, growth.isCount) = (nil, false)
        guard let threshold = context.threshold(comparison.limit, for: growth) else { return nil }
        if threshold.unit?.isShareDifference == true {
            let percent = threshold.number.map { Unit.percent.text($0) } ?? "%"
            context.report(.growthInPoints(threshold.text, percent: percent, at: comparison.limit.location))
            return nil
        }
        if comparison.yearly == .compound {
            if let limit = threshold.number, limit <= -1 {
                context.report(.compoundBelowNothing(threshold.text, at: comparison.limit.location))
                return nil
            }
            return comparison.lowerCompound(growth, threshold, onto: observed, kind: name, in: context)
        }
        let whole = comparison.yearly == .linear ? threshold.value * comparison.years : threshold.value
        let level = (whole + .number(1)) * comparison.base
        return comparison.lower(growth, threshold, level: level, onto: observed, kind: name, in: context)
    }
}
