/// A Swift type whose values expressions can take and give.
///
/// Bool, Int, Int64, UInt, UInt64, Double, String, ``Bytes``, ``Timestamp``, ``Duration``, arrays, dictionaries,
/// optionals (as optional values) and ``Value`` itself conform. A type of your own conforms by saying which value
/// it is; an ``ObjectValue`` that conforms is its own value.
public protocol ValueConvertible: Sendable {
    /// The type that expressions know the values by.
    static var expressionType: Type { get }
    /// What a value means; nil where it is of another kind, or out of the Swift type's range.
    init?(expressionValue: Value)
    /// The value as expressions see it.
    var expressionValue: Value { get }
}

extension Value: ValueConvertible {
    public static var expressionType: Type { .dyn }
    public init?(expressionValue: Value) { self = expressionValue }
    public var expressionValue: Value { self }
}

extension Bool: ValueConvertible {
    public static var expressionType: Type { .bool }
    public init?(expressionValue: Value) {
        guard case .bool(let flag) = expressionValue else { return nil }
        self = flag
    }
    public var expressionValue: Value { .bool(self) }
}

extension Int64: ValueConvertible {
    public static var expressionType: Type { .int }
    public init?(expressionValue: Value) {
        guard case .int(let number) = expressionValue else { return nil }
        self = number
    }
    public var expressionValue: Value { .int(self) }
}

extension Int: ValueConvertible {
    public static var expressionType: Type { .int }
    public init?(expressionValue: Value) {
        guard case .int(let number) = expressionValue else { return nil }
        self.init(exactly: number)
    }
    public var expressionValue: Value { .int(Int64(self)) }
}

extension UInt64: ValueConvertible {
    public static var expressionType: Type { .uint }
    public init?(expressionValue: Value) {
        guard case .uint(let number) = expressionValue else { return nil }
        self = number
    }
    public var expressionValue: Value { .uint(self) }
}

extension UInt: ValueConvertible {
    public static var expressionType: Type { .uint }
    public init?(expressionValue: Value) {
        guard case .uint(let number) = expressionValue else { return nil }
        self.init(exactly: number)
    }
    public var expressionValue: Value { .uint(UInt64(self)) }
}

extension Double: ValueConvertible {
    public static var expressionType: Type { .double }
    public init?(expressionValue: Value) {
        guard case .double(let number) = expressionValue else { return nil }
        self = number
    }
    public var expressionValue: Value { .double(self) }
}

extension String: ValueConvertible {
    public static var expressionType: Type { .string }
    public init?(expressionValue: Value) {
        guard case .string(let text) = expressionValue else { return nil }
        self = text
    }
    public var expressionValue: Value { .string(self) }
}

extension Timestamp: ValueConvertible {
    public static var expressionType: Type { .timestamp }
    public init?(expressionValue: Value) {
        guard case .timestamp(let time) = expressionValue else { return nil }
        self = time
    }
    public var expressionValue: Value { .timestamp(self) }
}

extension Duration: ValueConvertible {
    public static var expressionType: Type { .duration }
    public init?(expressionValue: Value) {
        guard case .duration(let span) = expressionValue else { return nil }
        self = span
    }
    public var expressionValue: Value { .duration(self) }
}
