import Diagnostics

/// A value of the expression language, or what became of an evaluation.
public enum Value: Sendable {
    /// The one value of the type `null_type`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number with a sign, 64 bits.
    case int(Int64)
    /// A whole number without a sign, 64 bits, written `1u`.
    case uint(UInt64)
    /// A floating-point number, NaN and the infinities among them.
    case double(Double)
    /// A text; the language counts its code points.
    case string(String)
    /// Bytes, written `b'…'`.
    case bytes([UInt8])
    /// Values in order, of any types.
    case list([Value])
    /// Entries with distinct keys, in the order in which they were written.
    case map(MapValue)
    /// A type that is used as a value, such as `int` in `type(x) == int`.
    case type(Type)
    /// A moment.
    case timestamp(Timestamp)
    /// A span of time.
    case duration(Duration)
    /// A value of a type that a host brings. Boxed, so that all other values stay small.
    indirect case object(any ObjectValue)
    /// The value cannot be known. A result only, never an element of a list or a map.
    case unknown(UnknownSet)
    /// The evaluation failed. A result only, never an element of a list or a map.
    indirect case error(EvaluationError)
}

extension Value {
    /// The value's type as far as the value itself shows it: a list is a `list(dyn)`. The type of an
    /// unknown or an error is `dyn`.
    public var type: Type {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(key: .dyn, value: .dyn)
        case .type: .type(.dyn)
        case .timestamp: .timestamp
        case .duration: .duration
        case .object(let object): object.type
        case .unknown, .error: .dyn
        }
    }

    /// Whether this is a value proper, neither unknown nor an error.
    public var isKnown: Bool {
        switch self {
        case .unknown, .error: false
        default: true
        }
    }

}

extension Value: CustomStringConvertible {
    /// The value as the language would write it, as far as it has a notation.
    ///
    /// - Complexity: O(*n*) in the length of the text, on a stack that does not grow. A value that shares its parts can
    ///   be far longer as a text than in memory: see ``description(upTo:)``.
    public var description: String { ValueText.text(of: self, upTo: .max) }

    /// The beginning of the description; where it is cut short, `…` follows.
    ///
    /// - Complexity: O(*n*) in the number of code points that are asked for.
    public func description(upTo codePoints: Int) -> String { ValueText.text(of: self, upTo: codePoints) }
}
