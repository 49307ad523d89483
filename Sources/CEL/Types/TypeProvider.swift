/// Knows a host's record types and named constants.
public protocol TypeProvider: Sendable {
    /// The type of a record's field; nil where the record has no such field.
    func type(ofField field: String, of record: String) -> Type?
    /// The names of a record's fields, for suggestions; nil for a record that is not known.
    func fields(of record: String) -> [String]?
    /// A constant known by a full name, such as a value of an enumeration; nil where there is none.
    func constant(_ name: String) -> (Type, Value)?
    /// The record that `record{field: value, …}` makes. The default makes none, which is an error of the evaluation.
    ///
    /// - Parameters:
    ///   - record: The record's full name.
    ///   - fields: What the expression gives, in its order; each field once.
    /// - Throws: An ``EvaluationError`` where these values make no such record.
    func construct(_ record: String, _ fields: [(name: String, value: Value)]) throws(EvaluationError) -> Value
}

extension TypeProvider {
    public func construct(_ record: String, _ fields: [(name: String, value: Value)]) throws(EvaluationError) -> Value {
        throw .notConstructible(record)
    }
}

/// A provider without any record or constant.
public struct NoRecords: TypeProvider {
    /// The provider that knows nothing.
    public init() {}
    public func type(ofField field: String, of record: String) -> Type? { nil }
    public func fields(of record: String) -> [String]? { nil }
    public func constant(_ name: String) -> (Type, Value)? { nil }
}
