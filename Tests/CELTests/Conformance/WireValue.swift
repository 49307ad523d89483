import CEL
import Foundation

/// Reads values as the suite writes them.
enum WireValue {
    static func value(_ fields: [String: Any]) throws -> Value {
        guard let (kind, content) = fields.first, fields.count == 1 else { throw UnknownWireForm(form: "\(fields)") }
        switch (kind, content) {
        case ("null_value", _): return .null
        case ("bool_value", let flag as Bool): return .bool(flag)
        case ("int64_value", let digits as String): return .int(try parsed(Int64(digits)))
        case ("uint64_value", let digits as String): return .uint(try parsed(UInt64(digits)))
        case ("double_value", let number as NSNumber): return .double(number.doubleValue)
        case ("double_value", let name as String): return .double(try parsed(Double(name)))
        case ("string_value", let text as String): return .string(text)
        case ("bytes_value", let base64 as String): return .bytes(Array(try parsed(Data(base64Encoded: base64))))
        case ("type_value", let name as String): return .type(type(named: name))
        case ("list_value", let list as [String: Any]):
            return .list(try (list["values"] as? [[String: Any]] ?? []).map(value))
        case ("map_value", let map as [String: Any]):
            let entries = map["entries"] as? [[String: Any]] ?? []
            let pairs = try entries.map { entry in
                (try value(entry["key"] as? [String: Any] ?? [:]), try value(entry["value"] as? [String: Any] ?? [:]))
            }
            return .map(try MapValue(pairs))
        case ("object_value", let object as [String: Any]): return try wellKnown(object)
        default: throw UnknownWireForm(form: kind)
        }
    }

    private static func wellKnown(_ object: [String: Any]) throws -> Value {
        let text = object["value"] as? String ?? ""
        switch object["@type"] as? String {
        case "type.googleapis.com/google.protobuf.Duration": return .duration(try parsed(CEL.Duration(text)))
        case "type.googleapis.com/google.protobuf.Timestamp": return .timestamp(try parsed(Timestamp(text)))
        default: throw UnknownWireForm(form: "\(object)")
        }
    }

    private static func parsed<T>(_ result: T?) throws -> T {
        guard let result else { throw UnknownWireForm(form: "\(T.self)") }
        return result
    }

    private static func type(named name: String) -> Type {
        let known: [Type] = [
            .null, .bool, .int, .uint, .double, .string, .bytes, .list(.dyn), .map(key: .dyn, value: .dyn),
            .type(.dyn), .timestamp, .duration,
        ]
        return known.first { $0.runtimeName == name } ?? .abstract(name, [])
    }
}

extension Value {
    /// Whether both are of the same kind and value: 1, 1u and 1.0 differ, NaN is NaN, -0.0 is not 0.0.
    func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || (a == b && a.sign == b.sign)
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && a.allSatisfy { key, value in b.contains { $0.key.isIdentical(to: key) && $0.value.isIdentical(to: value) } }
        default: kind == other.kind && self == other
        }
    }

    private var kind: String { type.runtimeName }
}
