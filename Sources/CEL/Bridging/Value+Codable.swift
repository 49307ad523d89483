/// Values in other encoders than ``Value/init(encoding:)``, such as one for JSON: numbers, texts, lists and maps as
/// these have them, bytes as a list of numbers, times as their text, types as their name. What comes back knows only
/// what the other side tells: a whole number is an int, and a map has text keys.
///
/// An unknown, an error, an object and a map with other keys than texts cannot be encoded there, but for optional
/// values, which are what they hold, or null.
extension Value: Codable {
    /// Writes the value as the other encoder's own kinds have it; see the extension.
    ///
    /// - Throws: ``ValueCodingError`` for what has no such form, and what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .map(let map): try encode(map, to: encoder)
        case .bytes(let bytes): try Bytes(bytes).encode(to: encoder)
        default: try encodeSingle(to: encoder)
        }
    }

    private func encode(_ map: MapValue, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EntryKey.self)
        for (key, value) in map {
            guard case .string(let text) = key else {
                throw ValueCodingError.notEncodable(key, at: encoder.codingPath)
            }
            try container.encode(value, forKey: EntryKey(stringValue: text))
        }
    }

    private func encodeSingle(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .int(let number): try container.encode(number)
        case .uint(let number): try container.encode(number)
        case .double(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        case .timestamp(let time): try container.encode(time.description)
        case .duration(let span): try container.encode(span.description)
        case .type(let type): try container.encode(type.runtimeName)
        case .object(let optional as OptionalValue): try container.encode(optional.wrapped ?? .null)
        case .object, .unknown, .error, .list, .map, .bytes:
            throw ValueCodingError.notEncodable(self, at: encoder.codingPath)
        }
    }

    /// Reads whatever the other decoder holds: null, a bool, a number, a text, a list, or a map with text keys.
    ///
    /// - Throws: ``ValueCodingError`` for values within each other more than 250 levels deep, and what the decoder
    ///   throws.
    public init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count <= ValueCodingError.depthLimit else {
            throw ValueCodingError.tooDeep(at: decoder.codingPath)
        }
        if let container = try? decoder.container(keyedBy: EntryKey.self) {
            self = .map(try MapValue(try container.allKeys.map { key in
                (.string(key.stringValue), try container.decode(Value.self, forKey: key))
            }))
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [Value] = []
            while !container.isAtEnd { elements.append(try container.decode(Value.self)) }
            self = .list(elements)
        } else {
            self = try Value(single: decoder.singleValueContainer())
        }
    }

    private init(single container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .int(number)
        } else if let number = try? container.decode(UInt64.self) {
            self = .uint(number)
        } else if let number = try? container.decode(Double.self) {
            self = .double(number)
        } else {
            self = .string(try container.decode(String.self))
        }
    }
}

/// In other encoders a list of numbers.
extension Bytes: Codable {
    public func encode(to encoder: any Encoder) throws { try bytes.encode(to: encoder) }
    public init(from decoder: any Decoder) throws { self.init(try [UInt8](from: decoder)) }
}

/// In other encoders its text in RFC 3339.
extension Timestamp: Codable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init(from decoder: any Decoder) throws { self = try decoder.value(.timestamp) { Timestamp($0) } }
}

/// In other encoders its text, such as `1.5s`.
extension Duration: Codable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public init(from decoder: any Decoder) throws { self = try decoder.value(.duration) { Duration($0) } }
}

private extension Decoder {
    /// What a text means as a value of a type.
    func value<T>(_ type: Type, _ read: (String) -> T?) throws -> T {
        let text = try singleValueContainer().decode(String.self)
        guard let value = read(text) else {
            throw ValueCodingError.badText(text, expected: type, at: codingPath).decodingError(T.self, at: codingPath)
        }
        return value
    }
}
