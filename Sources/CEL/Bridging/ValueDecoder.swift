extension Value {
    /// A Swift value of any `Decodable` type, as `init(encoding:)` makes the other way round.
    ///
    /// A number of any kind becomes a number of any type that holds it exactly; a `Float` takes the nearest. A map with
    /// text keys, or a record, becomes what has named properties; any map becomes a dictionary. Null and an absent
    /// optional value are nil; an optional value that is there is what it holds. ``Timestamp`` and ``Duration`` come
    /// from their text too.
    ///
    /// - Throws: ``ValueCodingError`` where the value is of another kind, where an entry is missing, where a number
    ///   does not fit, where values lie within each other more than 250 levels deep, and with the cause for what the
    ///   type throws.
    /// - Complexity: O(*n*) in what the type decodes.
    public func decoded<T: Decodable>(as type: T.Type = T.self) throws(ValueCodingError) -> T {
        do {
            return try ValueDecoder(value: self, path: [], depth: 0).decode(type)
        } catch {
            throw ValueCodingError(error)
        }
    }
}

/// Hands a value out to a type, piece by piece.
struct ValueDecoder: Decoder {
    let value: Value
    let path: [any CodingKey]
    let depth: Int

    var codingPath: [any CodingKey] { path }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        switch present {
        case .map, .object: return KeyedDecodingContainer(DecodedEntries<Key>(decoder: self, source: present))
        default: throw fault(type, .recordExpected(value, at: path))
        }
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let elements) = present else {
            throw fault([Value].self, .wrongKind(value, expected: .list(.dyn), at: path))
        }
        return DecodedElements(decoder: self, elements: elements)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { DecodedSingle(decoder: self) }

    /// The value, out of the optional one that holds it; null for an absent one.
    var present: Value {
        guard let optional = OptionalValue(other: value) else { return value }
        return optional.wrapped ?? .null
    }

    func below(_ value: Value, _ key: any CodingKey) -> ValueDecoder {
        ValueDecoder(value: value, path: path + [key], depth: depth + 1)
    }

    var within: ValueDecoder { ValueDecoder(value: value, path: path, depth: depth + 1) }

    func fault(_ type: Any.Type, _ error: ValueCodingError) -> DecodingError { error.decodingError(type, at: path) }
}

// MARK: - Values

extension ValueDecoder {
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        guard depth <= ValueCodingError.depthLimit else { throw fault(type, .tooDeep(at: path)) }
        if type == Value.self, let same = value as? T { return same }
        if let plain = try plainValue(type), let same = plain as? T { return same }
        if case .map(let map) = present, let mapType = type as? any DecodableMap.Type,
            let decoded = try mapType.init(map, self) as? T
        {
            return decoded
        }
        return try T(from: self)
    }

    /// A value of a type that decoders are wont to know; nil for every other type.
    private func plainValue(_ type: any Decodable.Type) throws -> Any? {
        switch type {
        case is String.Type: return try convert(String.self)
        case is Bool.Type: return try convert(Bool.self)
        case is Bytes.Type: return Bytes(expressionValue: present)
        case is Timestamp.Type: return Timestamp(expressionValue: present)
        case is Duration.Type: return Duration(expressionValue: present)
        case let integer as any FixedWidthInteger.Type: return try self.integer(integer)
        case let number as any BinaryFloatingPoint.Type: return try floating(number)
        default: return nil
        }
    }

    private func convert<T: ValueConvertible>(_ type: T.Type) throws -> T {
        guard let result = T(expressionValue: present) else { throw misfit(type, expected: T.expressionType) }
        return result
    }

    private func misfit(_ type: Any.Type, expected: Type) -> DecodingError {
        if case .null = present { return fault(type, .missingValue(at: path)) }
        return fault(type, .wrongKind(value, expected: expected, at: path))
    }

    private func integer<N: FixedWidthInteger>(_ type: N.Type) throws -> N {
        let number: N? =
            switch present {
            case .int(let number): N(exactly: number)
            case .uint(let number): N(exactly: number)
            case .double(let number): N(exactly: number)
            default: throw misfit(type, expected: N.isSigned ? .int : .uint)
            }
        guard let number else { throw fault(type, .outOfRange(present, at: path)) }
        return number
    }

    private func floating<N: BinaryFloatingPoint>(_ type: N.Type) throws -> N {
        let number: N? =
            switch present {
            case .int(let number): N(exactly: number)
            case .uint(let number): N(exactly: number)
            case .double(let number): N(number).isFinite == number.isFinite ? N(number) : nil
            default: throw misfit(type, expected: .double)
            }
        guard let number else { throw fault(type, .outOfRange(present, at: path)) }
        return number
    }
}

/// Dictionaries, whose own coding reads texts or a list for keys.
private protocol DecodableMap {
    init(_ map: MapValue, _ decoder: ValueDecoder) throws
}

extension Dictionary: DecodableMap where Key: Decodable, Value: Decodable {
    fileprivate init(_ map: MapValue, _ decoder: ValueDecoder) throws {
        self.init(minimumCapacity: map.count)
        for (key, value) in map {
            let step = EntryKey(key)
            self[try decoder.below(key, step).decode(Key.self)] = try decoder.below(value, step).decode(Value.self)
        }
    }
}
