public import Diagnostics

/// Why a rule is not judged for the time being.
public struct Suspension: Hashable, Sendable {
    /// Why; printed with everything that it lets pass.
    public var why: Localized
    /// The last day on which it is not judged.
    public var until: CalendarDate
    public var location: Location

    public init(why: Localized, until: CalendarDate, location: Location) {
        self.why = why
        self.until = until
        self.location = location
    }

    /// Whether it still holds on a day.
    public func isInForce(on day: CalendarDate) -> Bool { day <= until }
}
