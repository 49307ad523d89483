import Diagnostics
import JSON

extension RuleFileSchema {
    var templateDefinitions: [(String, JSONValue)] {
        [
            ("templates", templates.schema(in: language)), ("template", template.schema(in: language)),
            ("templateParameter", parameter.schema(in: language)), ("filled", filled), ("templateRule", rule),
            ("templateUse", use), ("templateEntry", entry),
        ]
    }
}

private extension RuleFileSchema {
    var templates: SchemaObject {
        SchemaObject([
            SchemaKey("templates", reference("text"), isRequired: true, Localized(
                zh: "模板文件的名称", en: "The name of the file of templates")),
            SchemaKey("define", list(of: reference("template")), isRequired: true, Localized(zh: "模板", en: "The templates")),
        ])
    }

    var template: SchemaObject {
        SchemaObject([
            SchemaKey("id", reference("text"), isRequired: true, Localized(
                zh: "模板的名称，规则用 use 引用", en: "The template's name, which a rule's use says")),
            SchemaKey("title", reference("localized"), Localized(zh: "这类要求叫什么", en: "What the shape is called")),
            SchemaKey(
                "params", mapping(to: reference("templateParameter"), names: identifier(butNot: Identifier.reserved.sorted())),
                Localized(zh: "各条不同之处，在规则中写作 params.名称", en: "What differs, which the rule names as params.name")),
            SchemaKey("rule", reference("templateRule"), isRequired: true, Localized(
                zh: "规则的键，各条可以改写", en: "The keys of a rule, any of which an entry can replace")),
        ])
    }

    var parameter: SchemaObject {
        SchemaObject([
            SchemaKey("type", reference("text"), isRequired: true, Localized(
                zh: "字段类型、枚举名、quantity、indicator、field，或 list(类型)",
                en: "A field's type, an enumeration, quantity, indicator, field, or list(type)")),
            SchemaKey("default", reference("filled"), Localized(zh: "没有填入时的取值", en: "What stands there where nothing is filled in")),
            SchemaKey("title", reference("localized"), Localized(zh: "填什么", en: "What to fill in")),
        ])
    }

    var filled: JSONValue { ["anyOf": .array([reference("scalar"), list(of: reference("scalar"))])] }

    /// Parameters can stand in the place of any value, so that only the keys are known.
    var rule: JSONValue {
        let keys = ruleKeys.map { SchemaKey($0.name, .object([]), $0.description) }
        return SchemaObject(keys).schema(in: language)
    }

    /// A rule whose template says what it does not.
    func rule(with keys: [SchemaKey], butNot left: Set<String> = []) -> SchemaObject {
        let own = ruleKeys.filter { !left.contains($0.name) }.map { key in
            SchemaKey(key.name, ["anyOf": .array([key.value, ["type": .string("null")]])], key.description)
        }
        return SchemaObject(keys + own)
    }

    var with: SchemaKey {
        SchemaKey("with", mapping(to: reference("filled"), names: reference("identifier")), Localized(
            zh: "给模板各参数填入的值", en: "What is filled in for the template's parameters"))
    }

    var use: JSONValue {
        let keys = [
            SchemaKey("use", reference("text"), isRequired: true, Localized(zh: "所用的模板", en: "The template")),
            SchemaKey("each", list(of: reference("templateEntry"), atLeast: 1), Localized(
                zh: "每项成为一条规则；其中的键优先", en: "Each becomes a rule; its own keys come first")),
            with,
        ]
        return rule(with: keys).schema(in: language)
    }

    var entry: JSONValue { rule(with: [with]).schema(in: language) }
}
