public import Diagnostics
public import YAML

/// What a rule starts from: a period, and the figure of that period where the rule states it.
public struct Baseline: Sendable {
    public var period: CalendarPeriod
    /// The figure as the rule writes it; nil where the data have to tell.
    public var value: YAMLNode?
    public var location: Location

    public init(period: CalendarPeriod, value: YAMLNode? = nil, location: Location) {
        self.period = period
        self.value = value
        self.location = location
    }
}
