import CEL
import Foundation

/// A value as the suite writes it: a JSON object with one field, which says the kind.
struct WireValue: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let field = try fields.onlyField()
        switch field.stringValue {
        case "null_value": value = .null
        case "bool_value": value = .bool(try fields.decode(Bool.self, forKey: field))
        case "int64_value": value = .int(try fields.decode(WireNumber<Int64>.self, forKey: field).number)
        case "uint64_value": value = .uint(try fields.decode(WireNumber<UInt64>.self, forKey: field).number)
        case "double_value": value = .double(try fields.decode(WireNumber<Double>.self, forKey: field).number)
        case "string_value": value = .string(try fields.decode(String.self, forKey: field))
        case "bytes_value": value = .bytes(try WireValue.bytes(fields.decode(String.self, forKey: field)))
        case "type_value": value = .type(WireValue.type(named: try fields.decode(String.self, forKey: field)))
        case "list_value": value = .list(try fields.decode(WireList.self, forKey: field).elements)
        case "map_value": value = .map(try fields.decode(WireMap.self, forKey: field).map)
        case "object_value": value = try fields.decode(WireObject.self, forKey: field).value
        default: throw UnknownForm("there is no reading of '\(field.stringValue)'")
        }
    }

    private static func bytes(_ base64: String) throws -> [UInt8] {
        guard let data = Data(base64Encoded: base64) else { throw UnknownForm("'\(base64)' is not base64") }
        return Array(data)
    }

    /// Types as values are told apart by their names alone.
    private static func type(named name: String) -> Type {
        let known: [Type] = [
            .null, .bool, .int, .uint, .double, .string, .bytes, .list(.dyn), .map(key: .dyn, value: .dyn),
            .type(.dyn), .timestamp, .duration,
        ]
        return known.first { $0.runtimeName == name } ?? .abstract(name, [])
    }
}

/// A number in quotes, as 64-bit integers are written and doubles that are not finite, or as it is.
///
/// A number that stands as it is is read from its digits: -0.0 keeps its sign, and an integer beyond 2^53 its value.
private struct WireNumber<Number: Decodable & LosslessStringConvertible>: Decodable {
    let number: Number

    init(from decoder: any Decoder) throws {
        let content = try decoder.singleValueContainer()
        guard let text = try? content.decode(String.self) else {
            number = try content.decode(Number.self)
            return
        }
        guard let read = Number(text) else { throw UnknownForm("'\(text)' is no \(Number.self)") }
        number = read
    }
}

/// An empty list has no `values` at all.
private struct WireList: Decodable {
    let elements: [Value]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        elements = try fields.optional("values", as: [WireValue].self)?.map(\.value) ?? []
    }
}

/// An empty map has no `entries` at all.
private struct WireMap: Decodable {
    let map: MapValue

    struct Entry: Decodable {
        let key: WireValue
        let value: WireValue
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let entries = try fields.optional("entries", as: [Entry].self) ?? []
        map = try MapValue(entries.map { ($0.key.value, $0.value.value) })
    }
}

/// A message in an `Any`: of those the runner knows times and durations.
private struct WireObject: Decodable {
    let value: Value

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let name = try fields.required("@type", as: String.self)
        switch name {
        case "type.googleapis.com/google.protobuf.Duration":
            value = .duration(try WireObject.read(fields.required("value")))
        case "type.googleapis.com/google.protobuf.Timestamp":
            value = .timestamp(try WireObject.read(fields.required("value")))
        default: throw UnknownForm("there is no reading of '\(name)'")
        }
    }

    private static func read<Content: LosslessStringConvertible>(_ text: String) throws -> Content {
        guard let content = Content(text) else { throw UnknownForm("'\(text)' is no \(Content.self)") }
        return content
    }
}
