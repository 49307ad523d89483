import OrderedCollections

/// A map of the expression language. It keeps the order in which its entries were written; two maps
/// with the same entries are equal in any order.
public struct MapValue: Hashable, Sendable {
    private var entries: OrderedDictionary<MapKey, Value>

    /// An empty map.
    public init() { entries = [:] }

    /// A map with these entries in this order.
    /// - Throws: An ``EvaluationError`` for a key of a kind that no key can be, and for one that is
    ///   there already (`1`, `1u` and `1.0` are the same key).
    public init(_ pairs: some Sequence<(Value, Value)>) throws(EvaluationError) {
        entries = [:]
        for (key, value) in pairs { try insert(value, for: key) }
    }

    mutating func insert(_ value: Value, for key: Value) throws(EvaluationError) {
        guard let mapKey = MapKey(key) else { throw .unsupportedKey(key) }
        guard entries.updateValue(value, forKey: mapKey) == nil else { throw .repeatedKey(key) }
    }

    /// How many entries there are.
    public var count: Int { entries.count }

    /// The keys, in order.
    public var keys: [Value] { entries.keys.map(\.value) }

    /// The value of a key; nil where there is none. A double finds the whole number that it equals.
    public subscript(_ key: Value) -> Value? { MapKey(looking: key).flatMap { entries[$0] } }

    /// The value of a text key.
    public subscript(_ key: String) -> Value? { entries[.string(key)] }

    public static func == (lhs: MapValue, rhs: MapValue) -> Bool {
        lhs.count == rhs.count && lhs.entries.allSatisfy { key, value in rhs.entries[key] == value }
    }

    /// The sum of the entries' own hashes, which no order changes.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in entries {
            var entry = Hasher()
            entry.combine(key)
            entry.combine(value)
            sum &+= entry.finalize()
        }
        hasher.combine(sum)
    }
}

extension MapValue: Sequence {
    public func makeIterator() -> AnyIterator<(key: Value, value: Value)> {
        var inner = entries.makeIterator()
        return AnyIterator { inner.next().map { ($0.key.value, $0.value) } }
    }
}

/// A key in the form in which keys are compared; it remembers how it was written.
private enum MapKey: Sendable {
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case string(String)

    init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .string(let text): self = .string(text)
        default: return nil
        }
    }

    init?(looking value: Value) {
        guard case .double(let number) = value else {
            self.init(value)
            return
        }
        if let whole = Int64(exactly: number) {
            self = .int(whole)
        } else if let whole = UInt64(exactly: number) {
            self = .uint(whole)
        } else {
            return nil
        }
    }

    var value: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .string(let text): .string(text)
        }
    }
}

extension MapKey: Hashable {
    static func == (lhs: MapKey, rhs: MapKey) -> Bool {
        switch (lhs, rhs) {
        case (.string(let a), .string(let b)): CodePoints.same(a, b)
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.int(let a), .uint(let b)), (.uint(let b), .int(let a)): a >= 0 && UInt64(a) == b
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(UInt64(bitPattern: value))
        case .uint(let value): hasher.combine(value)
        case .string(let text): CodePoints.hash(text, into: &hasher)
        }
    }
}
