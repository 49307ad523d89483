import Diagnostics
import JSON

/// The shapes of limits in JSON Schema.
extension RuleFileSchema {
    /// A limit: one for all records, one that is computed, or one for each case.
    var limit: JSONValue {
        let computed = SchemaObject([
            SchemaKey("value", reference("expression"), isRequired: true, Localized(
                zh: "由表达式得出的限值", en: "The expression that gives the limit"))
        ])
        let byCase = SchemaObject([
            SchemaKey("when", reference("expression"), isRequired: true, Localized(zh: "条件", en: "The condition")),
            SchemaKey("limit", reference("limit"), isRequired: true, Localized(zh: "这时的限值", en: "The limit where it holds")),
        ])
        return [
            "anyOf": .array([
                reference("scalar"), computed.schema(in: language), list(of: byCase.schema(in: language), atLeast: 1),
            ])
        ]
    }

    func schema(of shape: LimitShape) -> JSONValue {
        switch shape {
        case .value: reference("limit")
        case .pair: list(of: reference("limit"), atLeast: 2, atMost: 2)
        case .list: list(of: reference("scalar"), atLeast: 1)
        case .quantity: reference("scalar")
        case .text: reference("text")
        case .choice(let words): ["enum": .strings(words)]
        case .expression: reference("expression")
        case .expressions: oneOrMore(reference("expression"))
        case .names: oneOrMore(reference("text"))
        case .count: ["type": .string("integer"), "minimum": .integer(1)]
        case .truth: ["type": .string("boolean")]
        case .entries(let shape): ["type": .string("object"), "minProperties": .integer(1), "additionalProperties": schema(of: shape)]
        case .mapping(let keys, let alternatives): mapping(keys, oneOf: alternatives)
        case .either(let first, let second): ["anyOf": .array([schema(of: first), schema(of: second)])]
        }
    }

    private func oneOrMore(_ item: JSONValue) -> JSONValue { ["anyOf": .array([item, list(of: item, atLeast: 1)])] }

    private func mapping(_ keys: [LimitShape.Key], oneOf alternatives: [LimitShape.Key]) -> JSONValue {
        let all = (keys + alternatives).map { key in
            SchemaKey(key.name, schema(of: key.shape), isRequired: key.isRequired, key.summary)
        }
        let exactlyOne: [(String, JSONValue)] = alternatives.isEmpty
            ? [] : [("oneOf", .array(alternatives.map { ["required": .strings([$0.name])] }))]
        return SchemaObject(all, more: exactlyOne).schema(in: language)
    }
}
