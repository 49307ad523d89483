public import Diagnostics

extension RulePlan {
    /// The indicators of which somebody has to publish a figure before the rule can judge.
    public var publishedIndicators: [Localized] {
        figures.compactMap(\.benchmark).map { $0.indicator.title ?? Localized(same: $0.indicator.name) }
    }
}
