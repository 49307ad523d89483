/// A Swift type as a record of the language: its name, and the fields that expressions may read.
///
/// ```swift
/// let people = RecordType<Person>("acme.Person", [.field("name", \.name), .field("age", \.age)])
/// let environment = Environment(variables: ["p": people.type], types: RecordTypes([people]))
/// let program = environment.program(try environment.compile("p.age >= 18 && p.name != ''"))
/// program.evaluate(["p": people.value(of: person)])
/// ```
///
/// A field is read when an expression asks for it, by one call. With a `make` closure expressions can write a record
/// too: `acme.Person{name: 'x', age: 3}`. A type that is to be a field's, an element's or a function's type conforms to
/// ``RecordConvertible``.
public struct RecordType<Subject: Sendable>: Sendable {
    /// Makes a subject of what an expression writes; what it throws is the result of the evaluation.
    public typealias Maker = @Sendable (_ fields: RecordFields) throws(EvaluationError) -> Subject

    /// The record's full name, as expressions write it.
    public let name: String
    /// In the order in which they are shown.
    public let fields: [RecordField<Subject>]
    private let make: Maker?
    private let indexes: [String: Int]

    /// A record of this name with these fields.
    ///
    /// - Parameters:
    ///   - name: The full name, which may have dots.
    ///   - fields: Of two with the same name the later one counts.
    ///   - make: Makes a subject where an expression writes a record out; nil for records that none can write.
    public init(_ name: String, _ fields: [RecordField<Subject>], make: Maker? = nil) {
        let indexes = Dictionary(fields.indices.map { (fields[$0].name, $0) }) { $1 }
        self.name = name
        self.fields = fields.indices.filter { indexes[fields[$0].name] == $0 }.map { fields[$0] }
        self.make = make
        self.indexes = Dictionary(uniqueKeysWithValues: self.fields.enumerated().map { ($1.name, $0) })
    }

    /// The type that expressions know the records by.
    public var type: Type { .record(name) }

    /// A subject as expressions see it. Nothing is read yet.
    public func value(of subject: Subject) -> Value { .object(RecordValue(subject: subject, record: self)) }

    /// The subject behind a value that ``value(of:)`` made; nil for any other value, and for another record's.
    public func subject(of value: Value) -> Subject? {
        guard case .object(let object as RecordValue<Subject>) = value, object.record.name == name else { return nil }
        return object.subject
    }

    /// The field of a name; nil where the record has none.
    public subscript(field: String) -> RecordField<Subject>? { indexes[field].map { fields[$0] } }
}

/// A field of a record: a name, a type, and how it is read.
public struct RecordField<Subject: Sendable>: Sendable {
    /// The name as expressions write it after a dot.
    public let name: String
    /// The type that expressions know the field by.
    public let type: Type
    /// Nil where the subject has nothing there.
    let read: @Sendable (Subject) -> Value?

    /// A field that is read by a key path such as `\.name`, or by a closure such as `{ $0.names.count }`.
    public static func field<Content: ValueConvertible>(
        _ name: String, _ read: @escaping @Sendable (Subject) -> Content
    ) -> RecordField {
        RecordField(name: name, type: Content.expressionType) { read($0).expressionValue }
    }

    /// A field that a subject may be without, of the type that it has where it is there.
    ///
    /// `has(p.phone)` says whether it is; to read it where it is not is a `no-such-field` error, and `p.?phone` is
    /// absent. (By ``field(_:_:)`` an optional property is always there, with an optional value.)
    public static func field<Content: ValueConvertible>(
        _ name: String, whereSet read: @escaping @Sendable (Subject) -> Content?
    ) -> RecordField {
        RecordField(name: name, type: Content.expressionType) { read($0)?.expressionValue }
    }
}

extension RecordType: RecordDefinition {
    public var fieldTypes: [(name: String, type: Type)] { fields.map { ($0.name, $0.type) } }

    public func type(ofField field: String) -> Type? { self[field]?.type }

    public func construct(_ fields: RecordFields) throws(EvaluationError) -> Value {
        guard let make else { throw .notConstructible(name) }
        return value(of: try make(fields))
    }
}

/// A subject with its record's type. Two are equal where they are the same record with equal fields.
private struct RecordValue<Subject: Sendable>: ObjectValue {
    let subject: Subject
    let record: RecordType<Subject>

    var type: Type { record.type }

    func select(_ field: String) -> Value? { record[field].flatMap { $0.read(subject) } }

    func equals(_ other: Value) -> Bool {
        guard case .object(let other) = other, other.type == type else { return false }
        return record.fields.allSatisfy { other.select($0.name) == $0.read(subject) }
    }

    func order(against other: Value) -> Ordering? { nil }

    func hash(into hasher: inout Hasher) {
        hasher.combine(record.name)
        for field in record.fields { hasher.combine(field.read(subject)) }
    }

    /// As the language writes it. Lists, maps and other records within are not shown: they may be of any size.
    var description: String {
        let shown = record.fields.compactMap { field in
            field.read(subject).map { "\(field.name): \(RecordValue.shown($0))" }
        }
        return "\(record.name){\(shown.joined(separator: ", "))}"
    }

    private static func shown(_ value: Value) -> String {
        switch value {
        case .list, .map, .object: "…"
        default: value.description
        }
    }
}
