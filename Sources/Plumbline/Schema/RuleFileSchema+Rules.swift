import Diagnostics
import JSON

extension RuleFileSchema {
    var ruleDefinitions: [(String, JSONValue)] {
        [
            ("ruleset", ruleset.schema(in: language)), ("plan", plan.schema(in: language)),
            ("rule", rule.schema(in: language)), ("source", source.schema(in: language)), ("target", target), ("limit", limit),
            ("case", example.schema(in: language)),
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
                zh: "所用的词汇表，写相对于本文件的路径", en: "The vocabularies in use, as paths from this file")),
            SchemaKey("rules", list(of: reference("rule")), Localized(zh: "规则", en: "The rules")),
        ])
    }

    /// Reading a rule fetches nothing from elsewhere.
    var relativePath: JSONValue {
        ["type": .string("string"), "minLength": .integer(1), "not": ["pattern": .string(#"^[/~]|://|\\"#)]]
    }

    var plan: SchemaObject {
        SchemaObject([
            SchemaKey("title", reference("localized"), isRequired: true, Localized(zh: "规划的名称", en: "The plan's title")),
            SchemaKey("document", reference("text"), Localized(zh: "文号或版本", en: "The document's number or version")),
            SchemaKey("from", reference("date"), Localized(zh: "第一天", en: "The plan's first day")),
            SchemaKey("to", reference("date"), Localized(zh: "最后一天", en: "The plan's last day")),
        ])
    }

    var rule: SchemaObject {
        let value: JSONValue = ["required": .strings(["observe", "target"]), "properties": ["require": .bool(false)]]
        let condition: JSONValue = [
            "required": .strings(["require"]), "properties": ["observe": .bool(false), "target": .bool(false)],
        ]
        return SchemaObject(identityKeys + requirementKeys + consequenceKeys, more: [("oneOf", .array([value, condition]))])
    }

    var identityKeys: [SchemaKey] {
        [
            SchemaKey(
                "id", ["type": .strings(["string", "number"]), "pattern": .string("^[a-z0-9]+(-[a-z0-9]+)*$")],
                isRequired: true, Localized(zh: "用英文小写说出毛病，例如 too-few-beds", en: "Names the fault, such as too-few-beds")),
            SchemaKey("title", reference("localized"), isRequired: true, Localized(zh: "规则的名称", en: "The rule's title")),
            SchemaKey("source", reference("source"), Localized(zh: "出自规划的哪一处", en: "Where in the plan it comes from")),
            SchemaKey("binding", choice(of: Binding.self), Localized(
                zh: "约束力，默认 required", en: "How strictly the plan puts it; by default required")),
            SchemaKey("severity", choice(of: Severity.self), Localized(
                zh: "工具显示的级别，默认随约束力", en: "How loud tools are about it; by default as the binding is")),
            SchemaKey("hedge", reference("text"), Localized(zh: "原文中的缓和词", en: "The word that softens the clause")),
        ]
    }

    var requirementKeys: [SchemaKey] {
        [
            SchemaKey("for", reference("text"), isRequired: true, Localized(zh: "数据表", en: "The table")),
            SchemaKey("where", reference("expression"), Localized(
                zh: "适用于哪些记录", en: "The condition under which the rule applies")),
            SchemaKey("observe", reference("expression"), Localized(zh: "与限值相比的值", en: "The value that has a limit")),
            SchemaKey("target", reference("target"), Localized(zh: "限值", en: "The limit")),
            SchemaKey("require", reference("expression"), Localized(
                zh: "必须成立的条件，代替 observe 和 target", en: "A condition that has to hold, in place of observe and target")),
        ]
    }

    var consequenceKeys: [SchemaKey] {
        [
            SchemaKey("responsible", reference("texts"), Localized(zh: "责任部门", en: "Who is responsible")),
            SchemaKey("message", reference("localized"), Localized(zh: "未达标时显示", en: "Shown where a record fails")),
            SchemaKey("fix", reference("localized"), Localized(zh: "如何整改", en: "What would mend it")),
            SchemaKey("related", reference("texts"), Localized(zh: "相关规则的 id", en: "The ids of related rules")),
            SchemaKey("example", mapping(to: reference("cell")), Localized(
                zh: "各用例共用的数据", en: "The record that every case starts from")),
            SchemaKey("cases", list(of: reference("case")), Localized(zh: "用例", en: "The rule's examples, which test it")),
        ]
    }

    var source: SchemaObject {
        SchemaObject([
            SchemaKey("section", reference("text"), isRequired: true, Localized(zh: "章节", en: "The plan's section")),
            SchemaKey("clause", reference("texts"), Localized(zh: "条款编号", en: "The clauses of the register")),
        ])
    }

    /// Exactly one kind with its limit.
    var target: JSONValue {
        let keys = targets.map { kind in
            SchemaKey(kind.name, schema(of: kind.limitShape), kind.summary)
        }
        let bounds: [(String, JSONValue)] = [("minProperties", .integer(1)), ("maxProperties", .integer(1))]
        return SchemaObject(keys, more: bounds).schema(in: language)
    }

    var example: SchemaObject {
        SchemaObject([
            SchemaKey("name", reference("text"), isRequired: true, Localized(zh: "用例说明什么", en: "What the case shows")),
            SchemaKey("given", mapping(to: reference("cell")), Localized(
                zh: "给定的数据：字段和值", en: "The record: fields with their values")),
            SchemaKey("outcome", choice(of: Outcome.self), isRequired: true, Localized(zh: "应得的结果", en: "What must come out")),
            SchemaKey("reason", choice(of: Reason.self), Localized(zh: "应得的原因", en: "Why it must come out so")),
            SchemaKey("observed", reference("text"), Localized(zh: "应得的观测值", en: "The value that must be observed")),
            SchemaKey("gap", reference("text"), Localized(zh: "应得的差距", en: "The gap that there must be")),
            SchemaKey("closes", closings, Localized(zh: "怎样补足", en: "What must close the gap")),
            SchemaKey("as_of", reference("date"), Localized(zh: "以哪一天为准", en: "The day as of which it is judged")),
        ])
    }

    var closings: JSONValue {
        ["anyOf": .array([reference("text"), mapping(to: reference("text"), names: choice(of: Closing.Kind.self))])]
    }
}
