public import Diagnostics

/// The day until which a requirement has to be met, that day included.
public struct DueDate: Hashable, Sendable {
    /// The last day on which the requirement may still be met.
    public var date: CalendarDate
    public var location: Location

    public init(_ date: CalendarDate, location: Location) {
        self.date = date
        self.location = location
    }
}
