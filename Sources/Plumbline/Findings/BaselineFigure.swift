public import Quantities

/// What a finding's rule starts from.
public struct BaselineFigure: Hashable, Sendable {
    public var period: CalendarPeriod
    /// In base units; nil where neither the rule nor the data have it.
    public var value: Number?
    /// The unit in which it is printed.
    public var unit: Unit?
    /// Whether the rule states the figure; otherwise it is from the data.
    public var isStated: Bool

    public init(period: CalendarPeriod, value: Number?, unit: Unit? = nil, isStated: Bool) {
        self.period = period
        self.value = value
        self.unit = unit
        self.isStated = isStated
    }
}
