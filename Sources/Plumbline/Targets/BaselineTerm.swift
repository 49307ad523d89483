public import Quantities

/// A rule's baseline as targets use it: the period, and the figure that the rule states.
public struct BaselineTerm: Hashable, Sendable {
    public var period: CalendarPeriod
    /// In base units; nil where the data have to tell.
    public var value: Number?

    public init(period: CalendarPeriod, value: Number? = nil) {
        self.period = period
        self.value = value
    }
}
