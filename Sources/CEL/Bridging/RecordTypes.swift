/// A record as an environment needs to know it; ``RecordType`` is one.
public protocol RecordDefinition: Sendable {
    /// The record's full name, as expressions write it.
    var name: String { get }
    /// The fields and their types, in the order in which suggestions show them.
    var fieldTypes: [(name: String, type: Type)] { get }
    /// The type of a field; nil where the record has no such field.
    func type(ofField field: String) -> Type?
    /// The record that an expression writes.
    ///
    /// - Throws: An ``EvaluationError`` where these fields make none.
    func construct(_ fields: RecordFields) throws(EvaluationError) -> Value
}

/// The records that expressions may read and write, as the types of an ``Environment``.
///
/// A record's name by itself is its type, so that `type(p) == acme.Person` can be asked.
public struct RecordTypes: TypeProvider {
    private let definitions: [String: any RecordDefinition]

    /// The records that an environment shall know.
    ///
    /// - Parameter definitions: Of two with the same name the later one counts.
    public init(_ definitions: [any RecordDefinition]) {
        self.definitions = Dictionary(definitions.map { ($0.name, $0) }) { $1 }
    }

    public func type(ofField field: String, of record: String) -> Type? { definitions[record]?.type(ofField: field) }

    public func fields(of record: String) -> [String]? { definitions[record]?.fieldTypes.map(\.name) }

    public func constant(_ name: String) -> (Type, Value)? {
        definitions[name] == nil ? nil : (.type(.record(name)), .type(.record(name)))
    }

    public func construct(
        _ record: String, _ fields: [(name: String, value: Value)]
    ) throws(EvaluationError) -> Value {
        guard let definition = definitions[record] else { throw .notConstructible(record) }
        for field in fields where definition.type(ofField: field.name) == nil {
            throw .noSuchField(field.name, type: .record(record))
        }
        return try definition.construct(try RecordFields(fields, of: record))
    }
}
