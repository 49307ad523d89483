public import YAML

/// What says of which period a table's records are.
public enum TablePeriod: Sendable {
    /// A field of the type `period`. Where it is of the key, a record is its key without the period, and has a row a period.
    case field(String)
    /// An expression over the record's fields, such as `year_of(called_at)`: each record is of one period.
    case expression(YAMLScalar)
}
