/// A Swift type that is a record wherever expressions meet it: as a variable, a field, an element, an argument.
///
/// ```swift
/// extension Address: RecordConvertible {
///     static let record = RecordType<Address>("acme.Address", [.field("city", \.city)])
/// }
/// ```
public protocol RecordConvertible: ValueConvertible {
    /// The record. Make it once, as a `static let`.
    static var record: RecordType<Self> { get }
}

extension RecordConvertible {
    public static var expressionType: Type { record.type }

    public init?(expressionValue: Value) {
        guard let subject = Self.record.subject(of: expressionValue) else { return nil }
        self = subject
    }

    public var expressionValue: Value { Self.record.value(of: self) }
}
