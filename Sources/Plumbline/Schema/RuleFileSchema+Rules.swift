import Diagnostics
import JSON

extension RuleFileSchema {
    var ruleDefinitions: [(String, JSONValue)] {
        [
            ("rule", rule.schema(in: language)),
            ("source", source.schema(in: language)),
        ]
    }

    /// All keys of a rule.
    var ruleKeys: [SchemaKey] { identityKeys + requirementKeys + judgementKeys + consequenceKeys }

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
            SchemaKey("as_written", reference("text"), asWrittenText),
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
            SchemaKey("any_of", list(of: reference("arm"), atLeast: 2, atMost: Arms.mostArms), Localized(
                zh: "几项要求，有一项达标即可", en: "Several requirements, of which one is enough")),
            SchemaKey("all_of", list(of: reference("arm"), atLeast: 2, atMost: Arms.mostArms), Localized(
                zh: "几项要求，各项都须达标", en: "Several requirements, every one of which has to be met")),
        ]
    }

    /// Whom and when the rule judges, and how many have to pass.
    var judgementKeys: [SchemaKey] {
        [
            SchemaKey("coverage", reference("coverage"), Localized(
                zh: "须有多少记录达标", en: "How many of the records must pass")),
            SchemaKey("subjects", reference("names"), Localized(
                zh: "点名须达标的记录", en: "The records that must answer, by name")),
            SchemaKey("except", reference("names"), Localized(
                zh: "条文列明的例外", en: "The records that the plan itself exempts")),
            SchemaKey("period", reference("period"), Localized(
                zh: "判定哪些期间", en: "Which periods the rule judges")),
            SchemaKey("due", reference("due"), Localized(zh: "期限", en: "Until when it has to be met")),
            SchemaKey("missing", reference("missing"), Localized(
                zh: "怎样对待缺失的数据", en: "What missing data do to the verdict")),
        ] + timeKeys
    }

    var consequenceKeys: [SchemaKey] {
        [
            SchemaKey("reading", reference("localized"), Localized(
                zh: "条文有歧义时，本规则采用的读法", en: "How an ambiguous clause is read here, in words")),
            SchemaKey("other_readings", list(of: reference("reading"), atLeast: 1, atMost: Reading.mostReadings), Localized(
                zh: "其他读法：一并判定并列出，不影响结论和计数",
                en: "How else it could be read: judged and shown, never counted and never a gate")),
            SchemaKey("responsible", reference("texts"), Localized(zh: "责任部门", en: "Who is responsible")),
            SchemaKey("message", reference("localized"), Localized(zh: "未达标时显示", en: "Shown where a record fails")),
            SchemaKey("fix", reference("localized"), Localized(zh: "如何整改", en: "What would mend it")),
            SchemaKey("related", reference("texts"), Localized(zh: "相关规则的 id", en: "The ids of related rules")),
            SchemaKey("example", reference("given"), Localized(
                zh: "各用例共用的数据", en: "The record that every case starts from")),
            SchemaKey("cases", list(of: reference("case")), Localized(zh: "用例", en: "The rule's examples, which test it")),
        ]
    }
}

private extension RuleFileSchema {
    var rule: SchemaObject { SchemaObject(ruleKeys, more: [("oneOf", .array(requirements))]) }

    var source: SchemaObject {
        SchemaObject([
            SchemaKey("section", reference("text"), isRequired: true, Localized(zh: "章节", en: "The plan's section")),
            SchemaKey("clause", reference("texts"), Localized(zh: "条款编号", en: "The clauses of the register")),
        ])
    }
}
