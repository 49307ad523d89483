import Diagnostics
import JSON

/// A key of a mapping with what stands under it.
struct SchemaKey {
    let name: String
    let value: JSONValue
    let description: Localized
    let isRequired: Bool

    init(_ name: String, _ value: JSONValue, isRequired: Bool = false, _ description: Localized) {
        self.name = name
        self.value = value
        self.description = description
        self.isRequired = isRequired
    }
}

/// The schema of a mapping that has known keys and no others.
struct SchemaObject {
    let keys: [SchemaKey]
    /// Further members of the schema.
    let more: [(String, JSONValue)]

    init(_ keys: [SchemaKey], more: [(String, JSONValue)] = []) {
        self.keys = keys
        self.more = more
    }

    func schema(in language: Language) -> JSONValue {
        var schema: JSONValue = ["type": .string("object")]
        let required = keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { schema.append("required", .strings(required)) }
        schema.append("properties", .object(keys.map { key in
            var value = key.value
            value.append("description", .string(key.description[language]))
            return (key.name, value)
        }))
        schema.append("additionalProperties", .bool(false))
        for (name, value) in more { schema.append(name, value) }
        return schema
    }
}
