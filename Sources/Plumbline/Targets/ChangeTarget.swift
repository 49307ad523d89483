import CEL
public import Diagnostics
import Quantities
public import YAML

/// `change: {at_most: -0.5pp, against: previous}`: how much the observed value differs from another period's, in its
/// unit; in points for shares.
public struct ChangeTarget: RecordTargetKind {
    public let name = "change"
    public let limitShape = PeriodComparison.shape()
    public let summary = Localized(zh: "与另一期相比的变化量", en: "How much it differs from another period")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard let comparison = PeriodComparison(limit, of: observed, kind: name, in: &context) else { return nil }
        if comparison.yearly == .compound {
            context.report(.compoundChange(at: comparison.yearlyLocation))
            return nil
        }
        let isYearly = comparison.yearly == .linear
        var change = observed
        change.expression = observed.expression - comparison.base
        if isYearly { change.expression = change.expression / comparison.years }
        change.type = NumberValue.type
        change.measure = observed.measure.difference(isWhole: observed.measure.isWhole && !isYearly)
        (change.ratio, change.isCount) = (nil, false)
        guard let threshold = context.threshold(comparison.limit, for: change) else { return nil }
        if threshold.unit == .percent, observed.measure.basis == .dimension(.pure) {
            let points = threshold.number.map { Unit.percentagePoints.text($0) } ?? "pp"
            context.report(.changeInPercent(threshold.text, points: points, at: comparison.limit.location))
            return nil
        }
        let whole = isYearly ? threshold.value * comparison.years : threshold.value
        var lowering = comparison.lower(
            change, threshold, level: whole + comparison.base, onto: observed, kind: name, in: context)
        if threshold.unit?.isShareDifference == true, observed.ratio?.isOfOneKind == true { lowering.share = observed.ratio }
        return lowering
    }
}
