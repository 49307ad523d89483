import CEL

/// A type as the suite writes it: a JSON object with one field.
struct WireType: Decodable {
    let type: Type

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let field = try fields.onlyField()
        switch field.stringValue {
        case "null": type = .null
        case "dyn": type = .dyn
        case "primitive": type = try WireType.primitive(fields.decode(String.self, forKey: field))
        case "type_param": type = .parameter(try fields.decode(String.self, forKey: field))
        case "message_type", "well_known": type = try WireType.wellKnown(fields.decode(String.self, forKey: field))
        case "list_type": type = .list(try fields.decode(WireListType.self, forKey: field).element)
        case "map_type": type = try fields.decode(WireMapType.self, forKey: field).type
        case "abstract_type": type = try fields.decode(WireAbstractType.self, forKey: field).type
        default: throw UnknownForm("there is no reading of the type '\(field.stringValue)'")
        }
    }

    private static func primitive(_ name: String) throws -> Type {
        switch name {
        case "BOOL": return .bool
        case "INT64": return .int
        case "UINT64": return .uint
        case "DOUBLE": return .double
        case "STRING": return .string
        case "BYTES": return .bytes
        default: throw UnknownForm("there is no reading of the type '\(name)'")
        }
    }

    private static func wellKnown(_ name: String) throws -> Type {
        switch name {
        case "google.protobuf.Timestamp", "TIMESTAMP": return .timestamp
        case "google.protobuf.Duration", "DURATION": return .duration
        default: throw UnknownForm("there is no reading of the type '\(name)'")
        }
    }
}

private struct WireListType: Decodable {
    let element: Type

    init(from decoder: any Decoder) throws {
        element = try decoder.container(keyedBy: FieldName.self).required("elem_type", as: WireType.self).type
    }
}

private struct WireMapType: Decodable {
    let type: Type

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let key = try fields.required("key_type", as: WireType.self)
        type = .map(key: key.type, value: try fields.required("value_type", as: WireType.self).type)
    }
}

private struct WireAbstractType: Decodable {
    let type: Type

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let arguments = try fields.optional("parameter_types", as: [WireType].self) ?? []
        type = .abstract(try fields.required("name"), arguments.map(\.type))
    }
}
