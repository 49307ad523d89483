import OrderedCollections

/// A map of the expression language. It keeps the order in which its entries were written; two maps
/// with the same entries are equal in any order.
public struct MapValue: Hashable, Sendable {
    /// One reference wide, so that a ``Value`` stays small; copied when it is written to while it is shared.
    private var storage: Storage

    /// `@unchecked Sendable`: nobody writes to a storage that more than one map refers to. For the same reason no
    /// access needs to be checked against others, which each look-up would pay for.
    private final class Storage: @unchecked Sendable {
        @exclusivity(unchecked) var entries: OrderedDictionary<MapKey, Value>

        init(_ entries: OrderedDictionary<MapKey, Value>) { self.entries = entries }
    }

    /// An empty map.
    public init() { storage = Storage([:]) }

    /// A map with these entries in this order.
    /// - Throws: An ``EvaluationError`` for a key of a kind that no key can be, and for one that is
    ///   there already (`1`, `1u` and `1.0` are the same key).
    public init(_ pairs: some Sequence<(Value, Value)>) throws(EvaluationError) {
        self.init()
        for (key, value) in pairs { try insert(value, for: key) }
    }

    mutating func insert(_ value: Value, for key: Value) throws(EvaluationError) {
        guard let mapKey = MapKey(key) else { throw .unsupportedKey(key) }
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.entries) }
        guard storage.entries.updateValue(value, forKey: mapKey) == nil else { throw .repeatedKey(key) }
    }

    /// How many entries there are.
    public var count: Int { storage.entries.count }

    /// The keys, in order.
    public var keys: [Value] { storage.entries.keys.map(\.value) }

    /// The entry at a place in the map's order.
    func entry(_ index: Int) -> (key: Value, value: Value) {
        let entry = entries.elements[index]
        return (entry.key.value, entry.value)
    }

    /// The value of a key; nil where there is none. A double finds the whole number that it equals.
    public subscript(_ key: Value) -> Value? { MapKey(looking: key).flatMap { storage.entries[$0] } }

    /// The value of a text key.
    public subscript(_ key: String) -> Value? { storage.entries[.string(key)] }

    /// The value of a key that was made ready beforehand.
    subscript(_ key: MapKey) -> Value? { storage.entries[key] }

    public static func == (lhs: MapValue, rhs: MapValue) -> Bool { Value.map(lhs) == Value.map(rhs) }

    public func hash(into hasher: inout Hasher) { Value.map(self).hash(into: &hasher) }

    /// The entries as they are held.
    var entries: OrderedDictionary<MapKey, Value> { storage.entries }
}

extension MapValue: Sequence {
    public func makeIterator() -> AnyIterator<(key: Value, value: Value)> {
        var inner = storage.entries.makeIterator()
        return AnyIterator { inner.next().map { ($0.key.value, $0.value) } }
    }
}
