/// What makes a table a long one: each of its rows is one indicator's value of one record in one period.
public struct TableObservations: Hashable, Sendable {
    /// The field that names the indicator, by its id, title or alias.
    public var indicator: String
    /// The field that holds the number, in the indicator's own unit.
    public var value: String
    /// The reference to the record that is observed.
    public var record: String
    /// The field that says which part of the record's total a row is about; nil where all rows are of totals.
    public var breakdown: String?
    /// The field that names the unit of a row's number; nil where all are in their indicator's.
    public var unit: String?

    public init(indicator: String, value: String, record: String, breakdown: String? = nil, unit: String? = nil) {
        self.indicator = indicator
        self.value = value
        self.record = record
        self.breakdown = breakdown
        self.unit = unit
    }
}

/// Where an indicator's values are observed.
public struct Observation: Hashable, Sendable {
    /// The long table that holds them.
    public var table: String
    /// Of which part of the record's total they are; nil for the total.
    public var breakdown: String?
    /// The reference by which the indicator's own record leads to the one observed; nil where it is that one.
    public var by: String?

    public init(table: String, breakdown: String? = nil, by: String? = nil) {
        self.table = table
        self.breakdown = breakdown
        self.by = by
    }
}
