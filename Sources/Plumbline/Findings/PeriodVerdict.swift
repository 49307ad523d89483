/// What one period contributed to a verdict over several.
public struct PeriodVerdict: Hashable, Sendable {
    public var period: CalendarPeriod
    /// Why the record came out so in the period.
    public var reason: Reason
    /// The period's own figures.
    public var measurement: Measurement

    public init(period: CalendarPeriod, reason: Reason, measurement: Measurement = Measurement()) {
        self.period = period
        self.reason = reason
        self.measurement = measurement
    }
}
