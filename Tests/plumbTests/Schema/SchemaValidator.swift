import Foundation

/// As much of JSON Schema as the schema of rule files uses; any other keyword is a fault of the test.
///
/// `.ci/run` asks a full validator as well.
struct SchemaValidator {
    enum Fault: Error { case unknownKeyword(String), badReference(String), notASchema }

    private let root: [String: Any]

    init(_ text: String) throws {
        guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw Fault.notASchema
        }
        self.root = root
    }

    func accepts(_ value: YAMLValue) throws -> Bool { try accepts(value, root) }
}

private extension SchemaValidator {
    /// A schema is an object of keywords, or `true` or `false`.
    func accepts(_ value: YAMLValue, _ schema: Any) throws -> Bool {
        if let flag = schema as? Bool { return flag }
        guard let schema = schema as? [String: Any] else { throw Fault.notASchema }
        return try schema.allSatisfy { try accepts(value, keyword: $0.key, $0.value, in: schema) }
    }

    func accepts(_ value: YAMLValue, keyword: String, _ operand: Any, in schema: [String: Any]) throws -> Bool {
        switch keyword {
        case "$schema", "$defs", "title", "description", "then", "else": return true
        case "$ref": return try accepts(value, definition(operand))
        case "type":
            // Every whole number is a number too.
            return texts(operand).contains(value.type) || value.isInteger && texts(operand).contains("number")
        case "enum": return texts(operand).contains { value == .string($0) }
        case "anyOf": return try schemas(operand).contains { try accepts(value, $0) }
        case "allOf": return try schemas(operand).allSatisfy { try accepts(value, $0) }
        case "oneOf": return try schemas(operand).filter { try accepts(value, $0) }.count == 1
        case "not": return try !accepts(value, operand)
        case "if": return try accepts(value, schema[accepts(value, operand) ? "then" : "else"] ?? true)
        default: break
        }
        switch value {
        case .string(let text): return try accepts(text, keyword, operand)
        case .list(let items): return try accepts(items, keyword, operand)
        case .mapping(let members): return try accepts(members, keyword, operand, in: schema)
        case .integer(let number): return accepts(number, keyword, operand)
        case .number, .boolean, .null: return true
        }
    }

    func accepts(_ number: Int, _ keyword: String, _ operand: Any) -> Bool {
        switch keyword {
        case "minimum": number >= operand as? Int ?? .min
        case "maximum": number <= operand as? Int ?? .max
        default: true
        }
    }

    func accepts(_ text: String, _ keyword: String, _ operand: Any) throws -> Bool {
        switch keyword {
        case "pattern": try text.contains(Regex(operand as? String ?? ""))
        case "minLength": text.unicodeScalars.count >= operand as? Int ?? 0
        default: true
        }
    }

    func accepts(_ items: [YAMLValue], _ keyword: String, _ operand: Any) throws -> Bool {
        switch keyword {
        case "items": try items.allSatisfy { try accepts($0, operand) }
        case "minItems": items.count >= operand as? Int ?? 0
        case "maxItems": items.count <= operand as? Int ?? 0
        default: true
        }
    }

    func accepts(
        _ members: [String: YAMLValue], _ keyword: String, _ operand: Any, in schema: [String: Any]
    ) throws -> Bool {
        switch keyword {
        case "properties":
            let known = operand as? [String: Any] ?? [:]
            return try members.allSatisfy { try accepts($0.value, known[$0.key] ?? true) }
        case "additionalProperties":
            let known = schema["properties"] as? [String: Any] ?? [:]
            return try members.allSatisfy { try known[$0.key] != nil || accepts($0.value, operand) }
        case "propertyNames": return try members.keys.allSatisfy { try accepts(.string($0), operand) }
        case "required": return texts(operand).allSatisfy { members[$0] != nil }
        case "minProperties": return members.count >= operand as? Int ?? 0
        case "maxProperties": return members.count <= operand as? Int ?? 0
        case "dependentRequired":
            let needs = operand as? [String: [String]] ?? [:]
            return needs.allSatisfy { key, others in members[key] == nil || others.allSatisfy { members[$0] != nil } }
        case "pattern", "minLength", "items", "minItems", "maxItems", "minimum", "maximum": return true
        default: throw Fault.unknownKeyword(keyword)
        }
    }

    func definition(_ reference: Any) throws -> Any {
        let name = (reference as? String ?? "").replacing("#/$defs/", with: "")
        guard let definition = (root["$defs"] as? [String: Any])?[name] else { throw Fault.badReference(name) }
        return definition
    }

    func schemas(_ operand: Any) -> [Any] { operand as? [Any] ?? [] }

    func texts(_ operand: Any) -> [String] { operand as? [String] ?? [operand as? String].compactMap(\.self) }
}

private extension YAMLValue {
    var isInteger: Bool {
        if case .integer = self { true } else { false }
    }
}
