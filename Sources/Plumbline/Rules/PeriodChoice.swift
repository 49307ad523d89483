public import Diagnostics

/// Which periods a rule judges.
public struct PeriodChoice: Sendable {
    /// How the periods are taken together.
    public enum Manner: String, CaseIterable, Hashable, Sendable {
        /// One period.
        case one
        /// Each of them by itself, absent ones too.
        case each
        /// One verdict over them: every one has to pass.
        case all
        /// One verdict over them: one that passes is enough.
        case any
        /// Of each record the latest period, from one on, of which the value is known.
        case latestSince = "latest_since"
    }

    /// How the periods are taken together.
    public var manner: Manner
    /// In order, at least one, all of one kind; of ``Manner/latestSince`` the first that counts.
    public var periods: [CalendarPeriod]
    public var location: Location

    public init(_ manner: Manner, _ periods: [CalendarPeriod], location: Location) {
        self.manner = manner
        self.periods = periods
        self.location = location
    }
}
