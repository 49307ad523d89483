/// Something in a test that the runner does not know, such as a message of protobuf. It is a failure of that test.
struct UnknownForm: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    init(_ error: any Error) { self.init("\(error)") }

    init(_ error: DecodingError) {
        let (what, context) =
            switch error {
            case .keyNotFound(let key, let context): ("'\(key.stringValue)' is missing", context)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context.debugDescription, context)
            @unknown default: ("\(error)", DecodingError.Context(codingPath: [], debugDescription: ""))
            }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        self.init(path.isEmpty ? what : "\(path.drop { $0 == "." }): \(what)")
    }
}

/// A key of a JSON object, whatever it is called.
struct FieldName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<FieldName> {
    /// The only field that is there, as in the messages that hold one of several kinds.
    func onlyField() throws -> FieldName {
        guard let field = allKeys.first, allKeys.count == 1 else {
            throw UnknownForm("one field is expected, not \(allKeys.map(\.stringValue).sorted())")
        }
        return field
    }

    /// What a field holds; nil where it is absent.
    func optional<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content? {
        try decodeIfPresent(type, forKey: FieldName(name))
    }

    func required<Content: Decodable>(_ name: String, as type: Content.Type = Content.self) throws -> Content {
        try decode(type, forKey: FieldName(name))
    }

    func contains(_ name: String) -> Bool { contains(FieldName(name)) }
}
