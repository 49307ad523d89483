public import CEL

/// A calendar day as a CEL value; dates compare with dates only.
public struct DateValue: ObjectValue {
    public static let type = CEL.`Type`.abstract("date", [])

    /// The day itself.
    public let date: CalendarDate

    public init(_ date: CalendarDate) { self.date = date }

    public var type: CEL.`Type` { Self.type }

    public func equals(_ other: Value) -> Bool { other.date == date }

    public func order(against other: Value) -> Ordering? {
        guard let other = other.date else { return nil }
        return date < other ? .ascending : date == other ? .same : .descending
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(date) }

    public var description: String { date.description }
}

extension Value {
    var date: CalendarDate? {
        guard case .object(let object) = self else { return nil }
        return (object as? DateValue)?.date
    }
}
