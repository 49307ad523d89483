public import CEL

/// A calendar period as a CEL value; periods of one kind compare, a year with a month does not.
public struct PeriodValue: ObjectValue {
    public static let type = CEL.`Type`.abstract("period", [])

    public let period: CalendarPeriod

    public init(_ period: CalendarPeriod) { self.period = period }

    public var type: CEL.`Type` { Self.type }

    public func equals(_ other: Value) -> Bool { other.period == period }

    public func order(against other: Value) -> Ordering? {
        guard let other = other.period, let isBefore = period.isBefore(other) else { return nil }
        return isBefore ? .ascending : period == other ? .same : .descending
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(period) }

    public var description: String { period.description }
}

extension Value {
    var period: CalendarPeriod? {
        guard case .object(let object) = self else { return nil }
        return (object as? PeriodValue)?.period
    }
}
