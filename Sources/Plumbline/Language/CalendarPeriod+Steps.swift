/// Stepping by the calendar, never by the rows that there are.
extension CalendarPeriod {
    /// The period that follows; nil after the year 9999.
    public var next: CalendarPeriod? { advanced(by: 1) }

    /// The period before; nil before the year 1.
    public var previous: CalendarPeriod? { advanced(by: -1) }

    /// The same quarter or month of the year before, or the year before; nil before the year 1.
    public var yearBefore: CalendarPeriod? { CalendarPeriod(kind: kind, year: year - 1, part: part) }

    /// The period so many steps later, or earlier where the count is negative; nil outside the years 1 to 9999.
    public func advanced(by steps: Int) -> CalendarPeriod? {
        let (index, overflows) = ordinal.addingReportingOverflow(steps)
        guard !overflows, index >= 0 else { return nil }
        return CalendarPeriod(kind: kind, year: index / kind.rawValue + 1, part: index % kind.rawValue + 1)
    }

    /// How many steps later another period of the same kind is, negative where it is earlier; nil where the kinds differ.
    public func steps(to other: CalendarPeriod) -> Int? { kind == other.kind ? other.ordinal - ordinal : nil }

    /// The number of the period from the first of its kind in the year 1.
    private var ordinal: Int { (year - 1) * kind.rawValue + part - 1 }
}

/// The days of a period.
extension CalendarPeriod {
    /// The day with which it begins.
    public var firstDay: CalendarDate { CalendarDate(firstOf: year, month: firstMonth) }

    /// The day with which it ends.
    public var lastDay: CalendarDate { CalendarDate(lastOf: year, month: firstMonth + monthCount - 1) }

    /// The period of a kind that a day falls in.
    public init(containing date: CalendarDate, kind: Kind) {
        self.init(kind: kind, ofYear: date.year, month: date.month)
    }

    /// Whether a day falls in it.
    public func contains(_ date: CalendarDate) -> Bool { CalendarPeriod(containing: date, kind: kind) == self }

    private var monthCount: Int { 12 / kind.rawValue }

    private var firstMonth: Int { (part - 1) * monthCount + 1 }
}
