/// The entries of a map, or the fields of a record, by name.
struct DecodedEntries<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: ValueDecoder
    /// A map or a record.
    let source: Value

    var codingPath: [any CodingKey] { decoder.path }

    var allKeys: [Key] {
        guard case .map(let map) = source else { return [] }
        return map.keys.compactMap { key in
            switch key {
            case .string(let text): Key(stringValue: text)
            case .int(let number): Int(exactly: number).flatMap { Key(intValue: $0) }
            default: nil
            }
        }
    }

    private func value(_ key: any CodingKey) -> Value? {
        switch source {
        case .map(let map): map[key.stringValue] ?? key.intValue.flatMap { map[Value.int(Int64($0))] }
        case .object(let object): object.select(key.stringValue)
        default: nil
        }
    }

    private func entry(_ key: any CodingKey) throws -> ValueDecoder {
        guard let value = value(key) else {
            let error = ValueCodingError.missingEntry(key.stringValue, known: texts, at: codingPath)
            throw error.decodingError(Value.self, at: codingPath + [key])
        }
        return decoder.below(value, key)
    }

    private var texts: [String] {
        guard case .map(let map) = source else { return [] }
        return map.keys.prefix(100).compactMap { String(expressionValue: $0) }
    }

    func contains(_ key: Key) -> Bool { value(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool {
        if case .null = try entry(key).present { return true }
        return false
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try entry(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try entry(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try entry(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try entry(EntryKey(stringValue: "super")) }

    func superDecoder(forKey key: Key) throws -> any Decoder { try entry(key) }
}

/// The elements of a list, one after the other.
struct DecodedElements: UnkeyedDecodingContainer {
    let decoder: ValueDecoder
    let elements: [Value]
    private(set) var currentIndex = 0

    init(decoder: ValueDecoder, elements: [Value]) {
        self.decoder = decoder
        self.elements = elements
    }

    var codingPath: [any CodingKey] { decoder.path }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private func current() throws -> ValueDecoder {
        let key = PlaceKey(currentIndex)
        guard !isAtEnd else {
            let error = ValueCodingError.missingElement(currentIndex, at: codingPath)
            throw error.decodingError(Value.self, at: codingPath)
        }
        return decoder.below(elements[currentIndex], key)
    }

    /// The next element; passed by only once it was decoded.
    private mutating func next<Result>(_ read: (ValueDecoder) throws -> Result) throws -> Result {
        let result = try read(try current())
        currentIndex += 1
        return result
    }

    mutating func decodeNil() throws -> Bool {
        guard case .null = try current().present else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next { try $0.decode(type) } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try next { $0 } }
}

/// A value by itself.
struct DecodedSingle: SingleValueDecodingContainer {
    let decoder: ValueDecoder

    var codingPath: [any CodingKey] { decoder.path }

    func decodeNil() -> Bool {
        if case .null = decoder.present { return true }
        return false
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.within.decode(type) }
}
