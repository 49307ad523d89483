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

    /// How much work it is to go over the whole value, elements of elements included: its bytes or
    /// elements, at least 1. Counting ends where `limit` is reached, because lists that share their
    /// elements can be far larger than the memory they take.
    func size(upTo limit: Int) -> Int {
        switch self {
        case .string(let text): return max(1, text.utf8.count)
        case .bytes(let bytes): return max(1, bytes.count)
        case .list(let elements):
            var size = 0
            for element in elements where size < limit { size += element.size(upTo: limit - size) }
            return max(1, size)
        case .map(let map): return max(1, map.size(upTo: limit))
        case .object: return OptionalValue(other: self)?.wrapped?.size(upTo: limit) ?? 1
        default: return 1
        }
    }
}

extension Value: CustomStringConvertible {
    /// The value as the language would write it, as far as it has a notation.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .uint(let value): "\(value)u"
        case .double(let value): value.isNaN ? "NaN" : "\(value)"
        case .string(let text): StringLiteral.quoted(text)
        case .bytes(let bytes): StringLiteral.quoted(bytes)
        case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
        case .map(let map): "{\(map.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        case .type(let type): type.runtimeName
        case .timestamp(let time): "timestamp('\(time)')"
        case .duration(let duration): "duration('\(duration)')"
        case .object(let object): object.description
        case .unknown(let set): "unknown(\(set.causes.map { "\($0.code): \($0.subject)" }.joined(separator: ", ")))"
        case .error(let error): "error(\(error.code.rawValue))"
        }
    }
}
