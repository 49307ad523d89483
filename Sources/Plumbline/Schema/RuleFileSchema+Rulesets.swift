import Diagnostics
import JSON

extension RuleFileSchema {
    var rulesetDefinitions: [(String, JSONValue)] {
        [
            ("ruleset", ruleset.schema(in: language)),
            ("plan", plan.schema(in: language)),
            ("tolerances", tolerances.schema(in: language)),
            ("parameter", parameter.schema(in: language)),
            ("data", data.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    var ruleset: SchemaObject {
        SchemaObject([
            SchemaKey("ruleset", reference("text"), isRequired: true, Localized(
                zh: "规则集的名称；同一文件夹的文件写同一个", en: "The ruleset's name, the same in all files of its folder")),
            SchemaKey("plan", reference("plan"), Localized(
                zh: "规则所出自的规划文件，只写在一个文件里", en: "The plan that the rules come from; in one of the files")),
            SchemaKey("uses", list(of: relativePath), Localized(
                zh: "所用的词汇表和模板文件，写相对于本文件的路径", en: "The vocabularies and the files of templates in use, as paths from this file")),
            SchemaKey("due", reference("due"), Localized(
                zh: "条文未写日期时以此为期限", en: "The due date of rules whose clause names none")),
            SchemaKey("tolerances", reference("tolerances"), Localized(
                zh: "“左右”等词允许的偏差", en: "What words such as 'about' allow")),
            SchemaKey("missing", reference("missing"), Localized(
                zh: "各规则怎样对待缺失的数据", en: "What missing data do where a rule does not say")),
            SchemaKey(
                "params", mapping(to: reference("parameter"), names: identifier(butNot: Identifier.reserved.sorted())),
                Localized(zh: "各规则共用的参数，写作 params.名称", en: "Values that the rules share, as params.name")),
            SchemaKey("data", list(of: reference("data")), Localized(
                zh: "规则集自带的数据：名单和依据的数字", en: "Data that the ruleset brings: rosters, and figures that the plan leans on")),
            SchemaKey("templates", list(of: reference("template")), Localized(
                zh: "本规则集的模板", en: "The ruleset's own templates")),
            SchemaKey("rules", list(of: anyRule), Localized(zh: "规则", en: "The rules")),
        ])
    }

    var plan: SchemaObject {
        SchemaObject([
            SchemaKey("title", reference("localized"), isRequired: true, Localized(zh: "规划的名称", en: "The plan's title")),
            SchemaKey("document", reference("text"), Localized(zh: "文号或版本", en: "The document's number or version")),
            SchemaKey("from", reference("date"), Localized(zh: "第一天", en: "The plan's first day")),
            SchemaKey("to", reference("date"), Localized(zh: "最后一天", en: "The plan's last day")),
        ])
    }

    var tolerances: SchemaObject {
        SchemaObject([
            SchemaKey("about", reference("text"), Localized(
                zh: "“左右”在上下各允许的偏差，占限值的比例", en: "What 'about' allows on either side, as a share of the value")),
        ])
    }

    var parameter: SchemaObject {
        let value: JSONValue = ["anyOf": .array([reference("scalar"), list(of: reference("scalar")), ["type": .string("null")]])]
        let hasValue: JSONValue = ["required": .strings(["value"]), "properties": ["value": ["not": ["type": .string("null")]]]]
        return SchemaObject(
            [
                SchemaKey("type", reference("text"), isRequired: true, Localized(
                    zh: "字段类型、枚举名、quantity，或 list(类型)", en: "A field's type, an enumeration, quantity, or list(type)")),
                SchemaKey("value", value, Localized(
                    zh: "取值；尚不知道时不写，由方案设定", en: "The value; left out where nobody knows it yet, for a profile to set")),
                SchemaKey("unit", reference("text"), Localized(
                    zh: "quantity、integer 或 decimal 的单位", en: "What a quantity, an integer or a decimal is measured in")),
                SchemaKey("why", reference("localized"), Localized(
                    zh: "为何这样取值；没有取值时必须写明原因", en: "Why it is this one; without a value, why there is none")),
            ],
            more: [("anyOf", .array([hasValue, ["required": .strings(["why"])]]))])
    }

    var data: SchemaObject {
        SchemaObject([
            SchemaKey("table", reference("text"), isRequired: true, Localized(zh: "数据表", en: "The table")),
            SchemaKey("file", relativePath, isRequired: true, Localized(
                zh: "文件，写相对于本文件的路径", en: "The file, as a path from this one")),
            SchemaKey("roster", ["type": .string("boolean")], Localized(
                zh: "是否为应报单位的名单", en: "Whether it lists who must answer")),
            SchemaKey("source", reference("text"), Localized(zh: "数据的出处", en: "Who published it, and when")),
        ])
    }

    /// Reading a rule fetches nothing from elsewhere.
    var relativePath: JSONValue {
        ["type": .string("string"), "minLength": .integer(1), "not": ["pattern": .string(#"^[/~]|://|\\"#)]]
    }

    /// A rule that is written out, or the use of a template.
    var anyRule: JSONValue {
        ["if": ["required": .strings(["use"])], "then": reference("templateUse"), "else": reference("rule")]
    }
}
