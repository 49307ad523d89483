import CEL

/// A record as the functions of the rule language see it; the engine brings the values.
protocol RecordValue: ObjectValue {
    /// The period that the record is of; nil where it is of none, or where that cannot be told.
    var period: CalendarPeriod? { get }

    /// Why the period of a record that should have one cannot be told.
    var undated: UnknownCause { get }

    /// The same record in another period; unknown where it has no row there, or several.
    func at(_ period: CalendarPeriod) -> Value

    /// Whether the record meets a rule, by id or full name; unknown where the rule could not decide, with the
    /// cause `not_applicable` where it does not apply.
    func meets(_ rule: String) -> Value
}

extension Value {
    var record: (any RecordValue)? {
        guard case .object(let object) = self else { return nil }
        return object as? any RecordValue
    }
}
