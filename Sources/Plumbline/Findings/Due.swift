/// Until when a requirement has to be met.
public struct Due: Hashable, Sendable {
    /// The last day on which it may still be met.
    public var date: CalendarDate
    /// Whether the rule itself names the day; otherwise it is its period's end or its plan's date.
    public var isStated: Bool

    public init(date: CalendarDate, isStated: Bool) {
        self.date = date
        self.isStated = isStated
    }
}
