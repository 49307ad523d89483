import CEL

/// A form of the suite's data that the runner does not know.
struct UnknownWireForm: Error { let form: String }

/// Reads types as the suite writes them.
enum WireType {
    static func type(_ fields: [String: Any]) throws -> Type {
        if let name = fields["primitive"] as? String { return try primitive(name) }
        if let list = fields["list_type"] as? [String: Any] { return .list(try inner(list["elem_type"])) }
        if let map = fields["map_type"] as? [String: Any] {
            return .map(key: try inner(map["key_type"]), value: try inner(map["value_type"]))
        }
        if fields.keys.contains("null") { return .null }
        if fields.keys.contains("dyn") { return .dyn }
        if let name = fields["type_param"] as? String { return .parameter(name) }
        if let name = (fields["message_type"] ?? fields["well_known"]) as? String { return try wellKnown(name) }
        if let abstract = fields["abstract_type"] as? [String: Any] {
            let arguments = try (abstract["parameter_types"] as? [[String: Any]] ?? []).map(type)
            return .abstract(abstract["name"] as? String ?? "", arguments)
        }
        throw UnknownWireForm(form: "\(fields)")
    }

    private static func inner(_ fields: Any?) throws -> Type { try type(fields as? [String: Any] ?? [:]) }

    private static func primitive(_ name: String) throws -> Type {
        switch name {
        case "BOOL": return .bool
        case "INT64": return .int
        case "UINT64": return .uint
        case "DOUBLE": return .double
        case "STRING": return .string
        case "BYTES": return .bytes
        default: throw UnknownWireForm(form: name)
        }
    }

    private static func wellKnown(_ name: String) throws -> Type {
        switch name {
        case "google.protobuf.Timestamp", "TIMESTAMP": return .timestamp
        case "google.protobuf.Duration", "DURATION": return .duration
        default: throw UnknownWireForm(form: name)
        }
    }
}
