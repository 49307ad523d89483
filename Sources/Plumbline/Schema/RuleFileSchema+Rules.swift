import Diagnostics
import JSON

extension RuleFileSchema {
    var ruleDefinitions: [(String, JSONValue)] {
        [
            ("ruleset", ruleset.schema(in: language)), ("plan", plan.schema(in: language)),
            ("tolerances", tolerances.schema(in: language)), ("parameter", parameter.schema(in: language)),
            ("data", data.schema(in: language)),
            ("rule", rule.schema(in: language)), ("source", source.schema(in: language)), ("target", target), ("limit", limit),
            ("coverage", coverage), ("names", names), ("named", named.schema(in: language)),
            ("periods", periods.schema(in: language)), ("baseline", baseline.schema(in: language)), ("missing", missing), ("skip", skip.schema(in: language)),
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
            SchemaKey("rules", list(of: reference("rule")), Localized(zh: "规则", en: "The rules")),
        ])
    }

    var tolerances: SchemaObject {
        SchemaObject([
            SchemaKey("about", reference("text"), Localized(
                zh: "“左右”在上下各允许的偏差，占限值的比例", en: "What 'about' allows on either side, as a share of the value")),
        ])
    }

    var parameter: SchemaObject {
        let value: JSONValue = ["anyOf": .array([reference("scalar"), list(of: reference("scalar"))])]
        return SchemaObject([
            SchemaKey("type", reference("text"), isRequired: true, Localized(
                zh: "字段类型、枚举名、quantity，或 list(类型)", en: "A field's type, an enumeration, quantity, or list(type)")),
            SchemaKey("value", value, isRequired: true, Localized(zh: "取值", en: "The value")),
            SchemaKey("why", reference("localized"), Localized(zh: "为何这样取值", en: "Why it is this one")),
        ])
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

    var plan: SchemaObject {
        SchemaObject([
            SchemaKey("title", reference("localized"), isRequired: true, Localized(zh: "规划的名称", en: "The plan's title")),
            SchemaKey("document", reference("text"), Localized(zh: "文号或版本", en: "The document's number or version")),
            SchemaKey("from", reference("date"), Localized(zh: "第一天", en: "The plan's first day")),
            SchemaKey("to", reference("date"), Localized(zh: "最后一天", en: "The plan's last day")),
        ])
    }

    var rule: SchemaObject {
        SchemaObject(
            identityKeys + requirementKeys + judgementKeys + consequenceKeys, more: [("oneOf", .array(requirements))])
    }

    /// A value with its limit, a limit that needs no value, a condition, or nothing where a coverage counts the scope.
    var requirements: [JSONValue] {
        let bare = targets.filter { !$0.needsValue }.map(\.name)
        let none: JSONValue = .bool(false)
        let value: JSONValue = ["required": .strings(["observe", "target"]), "properties": ["require": none]]
        let condition: JSONValue = ["required": .strings(["require"]), "properties": ["observe": none, "target": none]]
        let counted: JSONValue = [
            "required": .strings(["coverage"]), "properties": ["observe": none, "target": none, "require": none],
        ]
        let alone: JSONValue = [
            "required": .strings(["target"]),
            "properties": ["observe": none, "require": none, "target": ["propertyNames": ["enum": .strings(bare)]]],
        ]
        return [value, condition, counted] + (bare.isEmpty ? [] : [alone])
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

    var coverage: JSONValue {
        let kinds = targets.filter { $0 is any RecordTargetKind }.map { SchemaKey($0.name, schema(of: $0.limitShape), $0.summary) }
        let per = SchemaKey("per", reference("expression"), Localized(
            zh: "按什么分组计算：引用、字段或表达式", en: "What groups the records: a reference, a field or an expression"))
        return SchemaObject(kinds + [per], more: [
            ("if", ["required": .strings(["per"])]), ("then", ["minProperties": .integer(2), "maxProperties": .integer(2)]),
            ("else", ["minProperties": .integer(1), "maxProperties": .integer(1)]),
        ]).schema(in: language)
    }

    var names: JSONValue {
        let item: JSONValue = ["anyOf": .array([reference("text"), reference("named")])]
        return ["anyOf": .array([reference("text"), list(of: item, atLeast: 1)])]
    }

    var named: SchemaObject {
        SchemaObject([
            SchemaKey("record", reference("text"), isRequired: true, Localized(
                zh: "记录的名称或主键", en: "The record's label, or its key")),
            SchemaKey("why", reference("localized"), Localized(zh: "原因", en: "Why")),
        ])
    }

    var periods: SchemaObject {
        let many: JSONValue = [
            "anyOf": .array([reference("onePeriod"), reference("periodRange"), list(of: reference("onePeriod"), atLeast: 1)]),
        ]
        return SchemaObject(
            [
                SchemaKey("each", many, Localized(zh: "逐期判定，缺期也判", en: "A verdict on each, absent ones too")),
                SchemaKey("all", many, Localized(zh: "合并判定：每期都须达标", en: "One verdict over them: every one has to pass")),
                SchemaKey("any", many, Localized(zh: "合并判定：有一期达标即可", en: "One verdict over them: one that passes is enough")),
                SchemaKey("latest_since", reference("onePeriod"), Localized(
                    zh: "判定各记录该期以来最近一期有数的", en: "Of each record the latest period from this one on that has a figure")),
            ],
            more: [("minProperties", .integer(1)), ("maxProperties", .integer(1))])
    }

    /// Where the rule starts from, how it gets to its limit, and when anybody can know.
    var timeKeys: [SchemaKey] {
        [
            SchemaKey("baseline", reference("baseline"), Localized(
                zh: "基期和基数", en: "What the rule starts from")),
            SchemaKey("pace", choice(of: Pace.self), Localized(
                zh: "到期以前的进度：直线（有基期时的默认）、到期一步到位、不论进度",
                en: "The way to the due date: a straight line (the default beside a baseline), one step at the end, or none")),
            SchemaKey("expected_on", reference("date"), Localized(
                zh: "数据公布的日期，此前缺数不算未报", en: "When the figures are published; before it nothing is missing")),
        ]
    }

    var baseline: SchemaObject {
        SchemaObject([
            SchemaKey("period", reference("onePeriod"), isRequired: true, Localized(zh: "基期", en: "The period")),
            SchemaKey("value", reference("text"), Localized(
                zh: "规划写明的基数；不写则从数据读取", en: "The figure as the plan writes it; left out, it is from the data")),
        ])
    }

    var missing: JSONValue {
        let options = SchemaObject([
            SchemaKey("skip", reference("skip"), isRequired: true, Localized(
                zh: "以已填报的代表全部", en: "The measured stand for all")),
        ])
        return ["anyOf": .array([choice(of: MissingPolicy.Name.self), options.schema(in: language)])]
    }

    var skip: SchemaObject {
        SchemaObject([
            SchemaKey("min_measured", reference("text"), Localized(
                zh: "已填报的至少占多少", en: "How many of them have to be measured, at least")),
        ])
    }

    var consequenceKeys: [SchemaKey] {
        [
            SchemaKey("responsible", reference("texts"), Localized(zh: "责任部门", en: "Who is responsible")),
            SchemaKey("message", reference("localized"), Localized(zh: "未达标时显示", en: "Shown where a record fails")),
            SchemaKey("fix", reference("localized"), Localized(zh: "如何整改", en: "What would mend it")),
            SchemaKey("related", reference("texts"), Localized(zh: "相关规则的 id", en: "The ids of related rules")),
            SchemaKey("example", reference("given"), Localized(
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
}
