public import Diagnostics
import JSON

/// A JSON Schema of rule files, vocabularies, registers, templates, profiles, mappings and `submission.yaml`, for editors that complete
/// and check as one writes.
///
/// It says what can be said of a file by itself; names of tables and fields, types and units are `plumb lint`'s to
/// check. Whatever the code lists, such as the kinds of target, it takes from those lists.
///
/// Source: JSON Schema, draft 2020-12.
public struct RuleFileSchema {
    let language: Language
    let targets: [any TargetKind]

    /// - Parameters:
    ///   - language: The language of the descriptions.
    ///   - targets: The kinds of target that rules may use.
    public init(language: Language, targets: [any TargetKind] = builtInTargets) {
        self.language = language
        self.targets = targets
    }

    /// The schema as JSON, with a line break at the end.
    public var text: String { document.lines() + "\n" }
}

extension RuleFileSchema {
    /// A file is a vocabulary, a register, a submission's, a mapping, a profile or one of templates where a key says so, else a part of a
    /// ruleset.
    private var document: JSONValue {
        [
            "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
            "title": .string(Localized(zh: "准绳的规则文件", en: "Plumbline rule files")[language]),
            "type": .string("object"),
            "if": ["required": .strings(["vocabulary"])],
            "then": reference("vocabulary"),
            "else": [
                "if": ["required": .strings(["register"])], "then": reference("register"),
                "else": [
                    "if": ["required": .strings(["submission"])], "then": reference("submission"),
                    "else": [
                        "if": ["required": .strings(["profile"])], "then": reference("profile"),
                        "else": [
                            "if": ["required": .strings(["define"])], "then": reference("templates"),
                            "else": ["if": ["required": .strings(["mapping"])], "then": reference("mapping"), "else": reference("ruleset")],
                        ],
                    ],
                ],
            ],
            "$defs": .object(texts + periodTexts + rulesetDefinitions + ruleDefinitions + requirementDefinitions + timingDefinitions
                    + caseDefinitions + registerDefinitions
                    + vocabularyDefinitions + tableDefinitions + fieldDefinitions + submissionDefinitions + templateDefinitions + profileDefinitions
                    + mappingDefinitions),
        ]
    }

    /// What stands in many places.
    private var texts: [(String, JSONValue)] {
        [
            ("text", ["type": .strings(["string", "number"])]),
            ("texts", ["anyOf": .array([reference("text"), list(of: reference("text"))])]),
            ("localized", [
                "anyOf": .array([
                    reference("text"),
                    SchemaObject([
                        SchemaKey("zh", reference("text"), Localized(zh: "中文", en: "In Chinese")),
                        SchemaKey("en", reference("text"), Localized(zh: "英文", en: "In English")),
                    ], more: [("minProperties", .integer(1))]).schema(in: language),
                ]),
            ]),
            ("expression", ["type": .strings(["string", "number", "boolean"])]),
            ("headerOrNothing", ["type": .strings(["string", "number", "null"])]),
            ("scalar", ["type": .strings(["string", "number", "boolean"])]),
            ("cell", ["type": .strings(["string", "number", "boolean", "null"])]),
            ("date", ["type": .string("string"), "pattern": .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]),
            ("identifier", [
                "type": .string("string"), "pattern": .string("^[A-Za-z_][A-Za-z0-9_]*$"),
            ]),
        ]
    }

    /// A year may be a number; every other period is a text.
    private var periodTexts: [(String, JSONValue)] {
        let period = "[0-9]{4}(年|[Qq][1-4]|-(0[1-9]|1[0-2]))?"
        let one: JSONValue = ["type": .strings(["string", "number"]), "pattern": .string("^\(period)$")]
        return [
            ("onePeriod", one),
            ("periodRange", ["type": .string("string"), "pattern": .string("^\(period)\\.\\.\(period)$")]),
            ("period", ["anyOf": .array([reference("onePeriod"), reference("periods")])]),
            ("due", ["anyOf": .array([reference("date"), reference("onePeriod")])]),
        ]
    }

    func identifier(butNot names: [String]) -> JSONValue {
        var identifier = reference("identifier")
        identifier.append("not", ["enum": .strings(names)])
        return identifier
    }

    func reference(_ definition: String) -> JSONValue { ["$ref": .string("#/$defs/\(definition)")] }

    func list(of items: JSONValue, atLeast minimum: Int = 0, atMost maximum: Int? = nil) -> JSONValue {
        var list: JSONValue = ["type": .string("array"), "items": items]
        if minimum > 0 { list.append("minItems", .integer(minimum)) }
        if let maximum { list.append("maxItems", .integer(maximum)) }
        return list
    }

    /// A mapping whose keys are names of the author's own.
    func mapping(to values: JSONValue, names: JSONValue? = nil) -> JSONValue {
        var mapping: JSONValue = ["type": .string("object"), "additionalProperties": values]
        if let names { mapping.append("propertyNames", names) }
        return mapping
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> JSONValue {
        ["enum": .strings(Choice.allCases.map(\.rawValue))]
    }
}
