public import Diagnostics

/// What a finding would be under another reading of the clause.
public struct ReadingVerdict: Hashable, Sendable {
    public var name: Localized
    /// What the reading comes to today, `before_due` where it states another day than the rule that is still to come; of several
    /// verdicts the worst.
    public var reason: Reason
    /// The figures, where the reading has a single verdict; their limit is that of the reading's plan.
    public var measurement: Measurement
    /// The period of that verdict, where it is not the finding's own.
    public var period: CalendarPeriod?
    /// How many verdicts there are of each outcome, where the reading judges other records than the rule, or several
    /// for this one; empty for a single verdict.
    public var counts: [Outcome: Int]
    /// Whether the finding has the same outcome under this reading.
    public var holds: Bool

    /// What becomes of the record under the reading.
    public var outcome: Outcome { reason.outcome }

    public init(
        name: Localized, reason: Reason, measurement: Measurement = Measurement(), period: CalendarPeriod? = nil,
        counts: [Outcome: Int] = [:], holds: Bool
    ) {
        self.name = name
        self.reason = reason
        self.measurement = measurement
        self.period = period
        self.counts = counts
        self.holds = holds
    }
}

extension Finding {
    /// Whether the verdict is the same under every reading of the clause; nil where there is only one.
    public var holdsUnderAllReadings: Bool? { readings.isEmpty ? nil : readings.allSatisfy(\.holds) }
}
