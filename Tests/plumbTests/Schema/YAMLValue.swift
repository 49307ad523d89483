import Diagnostics
import YAML

/// A YAML document as JSON Schema sees it: what the core schema takes its scalars for.
enum YAMLValue: Equatable {
    case null
    case boolean
    case integer(Int)
    case number
    case string(String)
    case list([YAMLValue])
    case mapping([String: YAMLValue])

    /// Nil where the text is no YAML.
    init?(text: String) {
        guard let node = try? YAMLReader.document(SourceText(name: "<test>", bytes: Array(text.utf8))) else { return nil }
        self.init(node)
    }

    private init(_ node: YAMLNode) {
        if let items = node.sequence {
            self = .list(items.map { YAMLValue($0) })
        } else if let mapping = node.mapping {
            let members = mapping.entries.map { ($0.key.scalar?.text ?? "", YAMLValue($0.value)) }
            self = .mapping(Dictionary(members) { $1 })
        } else {
            switch node.scalar?.kind {
            case .boolean?: self = .boolean
            case .integer?: self = .integer(Int(node.scalar?.text ?? "") ?? 0)
            case .float?: self = .number
            case .string?: self = .string(node.scalar?.text ?? "")
            case .null?, nil: self = .null
            }
        }
    }

    /// The type's name in JSON Schema.
    var type: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .list: "array"
        case .mapping: "object"
        }
    }
}
