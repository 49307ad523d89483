/// What an expression writes for the fields of a record, such as `acme.Person{name: 'x', age: 3}`.
public struct RecordFields: Sendable {
    /// The record's full name.
    public let record: String
    private let values: [String: Value]

    init(_ fields: [(name: String, value: Value)], of record: String) throws(EvaluationError) {
        var values: [String: Value] = [:]
        for field in fields {
            guard values.updateValue(field.value, forKey: field.name) == nil else { throw .repeatedField(field.name) }
        }
        self.record = record
        self.values = values
    }

    /// The names of the fields that are written, sorted.
    public var names: [String] { values.keys.sorted() }

    /// The value of a field.
    ///
    /// - Throws: ``EvaluationError`` where it is not written, or is of another kind.
    public func value<Content: ValueConvertible>(
        _ name: String, as type: Content.Type = Content.self
    ) throws(EvaluationError) -> Content {
        guard let value = values[name] else { throw .missingField(name, of: record) }
        guard let content = Content(expressionValue: value) else {
            throw .fieldMismatch(name, wanted: Content.expressionType, found: value.type)
        }
        return content
    }

    /// The value of a field, or another where it is not written.
    ///
    /// - Throws: ``EvaluationError`` where it is of another kind.
    public func value<Content: ValueConvertible>(
        _ name: String, default other: @autoclosure () -> Content
    ) throws(EvaluationError) -> Content {
        values[name] == nil ? other() : try value(name)
    }
}
