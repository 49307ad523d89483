/// Bytes as a Swift value of their own, so that they are told from a list of numbers.
public struct Bytes: Hashable, Sendable, ValueConvertible {
    /// The bytes, in order.
    public var bytes: [UInt8]

    /// Wraps bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public static var expressionType: Type { .bytes }

    public init?(expressionValue: Value) {
        guard case .bytes(let bytes) = expressionValue else { return nil }
        self.bytes = bytes
    }

    public var expressionValue: Value { .bytes(bytes) }
}
