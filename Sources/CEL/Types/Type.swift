/// A type of the expression language.
public indirect enum Type: Hashable, Sendable {
    /// Any value; what it is shows at run time.
    case dyn
    /// The type of `null`.
    case null
    /// `true` and `false`.
    case bool
    /// 64-bit integers.
    case int
    /// 64-bit integers without a sign.
    case uint
    /// 64-bit floating point.
    case double
    /// Texts, sequences of code points.
    case string
    /// Sequences of bytes.
    case bytes
    /// Moments to the nanosecond, `google.protobuf.Timestamp`.
    case timestamp
    /// Spans of time to the nanosecond, `google.protobuf.Duration`.
    case duration
    /// Lists with elements of a type; `.list(.dyn)` for any.
    case list(Type)
    /// Maps with keys and values of a type each. Keys are `bool`, `int`, `uint` or `string`, or `dyn` for any of them.
    case map(key: Type, value: Type)
    /// The type of a type that is used as a value, such as `int` in `type(x) == int`.
    case type(Type)
    /// A type that a host brings, known by name, with type arguments; its values are objects.
    case abstract(String, [Type])
    /// A record, whose fields a ``TypeProvider`` knows.
    case record(String)
    /// A type variable in an overload's signature, such as `A` in `list(A)`.
    case parameter(String)
}

extension Type {
    /// What a type value is called at run time: `list` for every list.
    public var runtimeName: String {
        switch self {
        case .list: "list"
        case .map: "map"
        case .type: "type"
        case .abstract(let name, _): name
        default: description
        }
    }

    /// Whether a type variable occurs anywhere in the type.
    var hasParameters: Bool {
        switch self {
        case .parameter: true
        case .list(let element): element.hasParameters
        case .map(let key, let value): key.hasParameters || value.hasParameters
        case .type(let inner): inner.hasParameters
        case .abstract(_, let arguments): arguments.contains { $0.hasParameters }
        default: false
        }
    }

    /// Whether a value of the type may stand where another is wanted, by their outermost parts alone.
    func mayBe(_ other: Type) -> Bool {
        switch (self, other) {
        case (.dyn, _), (_, .dyn), (.parameter, _), (_, .parameter), (.null, _), (_, .null): true
        case (.list, .list), (.map, .map), (.type, .type): true
        case (.abstract(let name, let arguments), .abstract(let otherName, let others)):
            name == otherName && arguments.count == others.count
        default: self == other
        }
    }

    /// Whether values of the type are surely of one kind, so that an overload picked by it needs no
    /// second look at run time.
    var isExact: Bool {
        switch self {
        case .dyn, .parameter: false
        default: true
        }
    }
}

extension Type: CustomStringConvertible {
    /// The type as the language writes it, such as `map(string, list(int))`.
    public var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .type(let inner): "type(\(inner))"
        case .abstract(let name, let arguments):
            arguments.isEmpty ? name : "\(name)(\(arguments.map(\.description).joined(separator: ", ")))"
        case .record(let name), .parameter(let name): name
        }
    }
}
