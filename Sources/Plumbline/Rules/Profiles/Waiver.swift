public import Diagnostics

/// A record that a rule lets pass for the time being, whatever it comes to.
public struct Waiver: Hashable, Sendable {
    /// The rule's id, as the profile writes it.
    public var rule: String
    /// The record's label, or its key.
    public var record: String
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

    public func isInForce(on day: CalendarDate) -> Bool { day <= until }
}
