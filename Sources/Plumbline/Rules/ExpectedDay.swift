public import Diagnostics

/// The day on which a rule's figures are published: until the day before, what is not there is not late.
public struct ExpectedDay: Hashable, Sendable {
    /// The day on which the figures are published.
    public var date: CalendarDate
    public var location: Location
}
