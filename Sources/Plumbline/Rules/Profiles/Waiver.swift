public import Diagnostics

/// A record that a rule lets pass for the time being, whatever it comes to.
public struct Waiver: Hashable, Sendable {
    /// The rule's id, as the profile writes it.
    public var rule: String
    /// The record's label, or its key.
    public var record: String
    /// Why; printed with everything that it lets pass.
    public var why: Localized
    /// The last day on which it is in force.
    public var until: CalendarDate
    public var location: Location

    public init(rule: String, record: String, why: Localized, until: CalendarDate, location: Location) {
        self.rule = rule
        self.record = record
        self.why = why
        self.until = until
        self.location = location
    }

    /// Whether it still holds on a day.
    public func isInForce(on day: CalendarDate) -> Bool { day <= until }
}
