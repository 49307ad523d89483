import OrderedCollections

extension Value {
    /// The value that a Swift value of any `Encodable` type is: integers are int, those without a sign uint, floating
    /// point is double; arrays are lists; what has named properties is a map with text keys, in their order, and a
    /// dictionary a map with its own keys, sorted. An optional property that is nil is left out, any other nil is null.
    /// ``Value``, ``Bytes``, ``Timestamp`` and ``Duration`` stand for themselves.
    ///
    /// - Throws: ``ValueCodingError`` for a number of more than 64 bits, for an unknown or an error within a list or a
    ///   map, for values within each other more than 250 levels deep, and with the cause for what the type throws.
    /// - Complexity: O(*n*) in what the type encodes; sorting the keys of dictionaries comes on top.
    public init(encoding value: some Encodable) throws(ValueCodingError) {
        do {
            let root = EncodedNode()
            try root.encode(value, at: ValueEncoder.Place())
            self = try root.value
        } catch {
            throw ValueCodingError(error)
        }
    }
}

/// Gathers what a type encodes.
private struct ValueEncoder: Encoder {
    /// Where in the value, and within how many others: a type may hand on to another at the same path.
    struct Place {
        var path: [any CodingKey] = []
        var depth = 0

        func below(_ key: any CodingKey) -> Place { Place(path: path + [key], depth: depth + 1) }
        var within: Place { Place(path: path, depth: depth + 1) }
    }

    let node: EncodedNode
    let place: Place

    var codingPath: [any CodingKey] { place.path }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeMap()
        return KeyedEncodingContainer(EncodedEntries<Key>(node: node, place: place))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeList()
        return EncodedElements(node: node, place: place)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { EncodedSingle(node: node, place: place) }
}

/// A value in the making: containers write into it for as long as they are held.
private final class EncodedNode {
    private enum Content {
        case nothing
        case value(Value)
        case list([EncodedNode])
        case map(OrderedDictionary<Value, EncodedNode>)
    }

    private var content = Content.nothing

    func set(_ value: Value) { content = .value(value) }

    func becomeMap() {
        if case .map = content { return }
        content = .map([:])
    }

    func becomeList() {
        if case .list = content { return }
        content = .list([])
    }

    /// The node of a key, made anew where there was one.
    func entry(_ key: Value) -> EncodedNode {
        let node = EncodedNode()
        guard case .map(var entries) = content else { return node }
        content = .nothing
        entries[key] = node
        content = .map(entries)
        return node
    }

    /// A node at the end of the list.
    func element() -> EncodedNode {
        let node = EncodedNode()
        guard case .list(var elements) = content else { return node }
        content = .nothing
        elements.append(node)
        content = .list(elements)
        return node
    }

    var count: Int {
        if case .list(let elements) = content { return elements.count }
        return 0
    }

    /// What was encoded; a type that encoded nothing is an empty map.
    var value: Value {
        get throws {
            switch content {
            case .nothing: return .map(MapValue())
            case .value(let value): return value
            case .list(let nodes): return .list(try nodes.map { try $0.value })
            case .map(let entries): return .map(try MapValue(try entries.map { ($0.key, try $0.value.value) }))
            }
        }
    }
}

// MARK: - Values

extension EncodedNode {
    func encode<T: Encodable>(_ value: T, at place: ValueEncoder.Place) throws {
        guard place.depth <= ValueCodingError.depthLimit else { throw ValueCodingError.tooDeep(at: place.path) }
        if let plain = try plainValue(value, at: place) { return set(plain) }
        if let map = value as? any EncodableMap, let entries = try map.entries(at: place) { return set(.map(entries)) }
        try value.encode(to: ValueEncoder(node: self, place: place))
    }

    /// What stands for itself and what encoders are wont to know; nil for every other type.
    private func plainValue(_ value: some Encodable, at place: ValueEncoder.Place) throws -> Value? {
        switch value {
        case let value as Value:
            guard value.isKnown || place.depth == 0 else { throw ValueCodingError.notEncodable(value, at: place.path) }
            return value
        case let text as String: return .string(text)
        case let flag as Bool: return .bool(flag)
        case let bytes as Bytes: return bytes.expressionValue
        case let time as Timestamp: return .timestamp(time)
        case let span as Duration: return .duration(span)
        case let number as any FixedWidthInteger: return try integer(number, at: place)
        case let number as any BinaryFloatingPoint: return .double(Double(number))
        default: return nil
        }
    }

    private func integer<N: FixedWidthInteger>(_ number: N, at place: ValueEncoder.Place) throws -> Value {
        let signed = N.isSigned ? Int64(exactly: number).map { Value.int($0) } : nil
        let unsigned = N.isSigned ? nil : UInt64(exactly: number).map { Value.uint($0) }
        guard let value = signed ?? unsigned else { throw ValueCodingError.numberTooLarge("\(number)", at: place.path) }
        return value
    }
}

/// Dictionaries, whose own coding would make texts or a list of their keys.
private protocol EncodableMap {
    /// The map; nil where the keys are of a kind that no map's key can be.
    func entries(at place: ValueEncoder.Place) throws -> MapValue?
}

extension Dictionary: EncodableMap where Key: Encodable, Value: Encodable {
    fileprivate func entries(at place: ValueEncoder.Place) throws -> MapValue? {
        var entries: [(key: CEL.Value, value: CEL.Value)] = []
        for (key, value) in self {
            let name = EncodedNode()
            try name.encode(key, at: place.within)
            guard let key = try? name.value, key.canBeKey else { return nil }
            let node = EncodedNode()
            try node.encode(value, at: place.below(EntryKey(key)))
            entries.append((key, try node.value))
        }
        entries.sort { $0.key.order(against: $1.key) == .ascending }
        do throws(EvaluationError) {
            return try MapValue(entries.lazy.map { ($0.key, $0.value) })
        } catch {
            throw ValueCodingError.badMap(error, at: place.path)
        }
    }
}

private extension Value {
    var canBeKey: Bool {
        switch self {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }
}

// MARK: - Containers

private struct EncodedEntries<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodedNode
    let place: ValueEncoder.Place

    var codingPath: [any CodingKey] { place.path }

    private func entry(_ key: any CodingKey) -> EncodedNode { node.entry(.string(key.stringValue)) }

    func encodeNil(forKey key: Key) { entry(key).set(.null) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try entry(key).encode(value, at: place.below(key)) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        ValueEncoder(node: entry(key), place: place.below(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        ValueEncoder(node: entry(key), place: place.below(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        let key = EntryKey(stringValue: "super")
        return ValueEncoder(node: entry(key), place: place.below(key))
    }

    func superEncoder(forKey key: Key) -> any Encoder { ValueEncoder(node: entry(key), place: place.below(key)) }
}

private struct EncodedElements: UnkeyedEncodingContainer {
    let node: EncodedNode
    let place: ValueEncoder.Place

    var codingPath: [any CodingKey] { place.path }
    var count: Int { node.count }

    private var next: ValueEncoder {
        let below = place.below(PlaceKey(count))
        return ValueEncoder(node: node.element(), place: below)
    }

    func encodeNil() { next.node.set(.null) }

    func encode<T: Encodable>(_ value: T) throws {
        let next = next
        try next.node.encode(value, at: next.place)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next.container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next.unkeyedContainer() }

    func superEncoder() -> any Encoder { next }
}

private struct EncodedSingle: SingleValueEncodingContainer {
    let node: EncodedNode
    let place: ValueEncoder.Place

    var codingPath: [any CodingKey] { place.path }

    func encodeNil() { node.set(.null) }

    func encode<T: Encodable>(_ value: T) throws { try node.encode(value, at: place.within) }
}
