import Diagnostics
import JSON

extension RuleFileSchema {
    var ruleDefinitions: [(String, JSONValue)] {
        [
            ("ruleset", ruleset.schema(in: language)), ("plan", plan.schema(in: language)),
            ("tolerances", tolerances.schema(in: language)), ("parameter", parameter.schema(in: language)),
            ("data", data.schema(in: language)),
            ("rule", rule.schema(in: language)), ("source", source.schema(in: language)), ("target", target), ("limit", limit),
            ("arm", arm.schema(in: language)), ("reading", reading.schema(in: language)),
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

    var plan: SchemaObject {
        SchemaObject([
            SchemaKey("title", reference("localized"), isRequired: true, Localized(zh: "规划的名称", en: "The plan's title")),
            SchemaKey("document", reference("text"), Localized(zh: "文号或版本", en: "The document's number or version")),
            SchemaKey("from", reference("date"), Localized(zh: "第一天", en: "The plan's first day")),
            SchemaKey("to", reference("date"), Localized(zh: "最后一天", en: "The plan's last day")),
        ])
    }

    var rule: SchemaObject { SchemaObject(ruleKeys, more: [("oneOf", .array(requirements))]) }

    /// A rule that is written out, or the use of a template.
    var anyRule: JSONValue {
        ["if": ["required": .strings(["use"])], "then": reference("templateUse"), "else": reference("rule")]
    }

    /// A value with its limit, a limit that needs no value, a condition, or nothing where a coverage counts the scope.
    var requirements: [JSONValue] {
        let arms = Arms.Manner.allCases.map(\.rawValue)
        let counted = only([], of: ["observe", "target", "require"] + arms, beside: ["coverage"])
        return single(among: arms) + arms.map { only([$0], of: ["observe", "target", "require"] + arms) } + [counted]
    }

    /// A value with its limit, a condition, or a limit that needs no value.
    ///
    /// - Parameter others: What else a requirement could be there.
    func single(among others: [String]) -> [JSONValue] {
        let all = ["observe", "target", "require"] + others
        let bare = targets.filter { !$0.needsValue }.map(\.name)
        var alone = only(["target"], of: all)
        alone.append("allOf", .array([["properties": ["target": ["propertyNames": ["enum": .strings(bare + ["as_written"])]]]]]))
        return [only(["observe", "target"], of: all), only(["require"], of: all)] + (bare.isEmpty ? [] : [alone])
    }

    /// Some of several keys, and none of the others.
    func only(_ keys: [String], of all: [String], beside more: [String] = []) -> JSONValue {
        let none = all.filter { !keys.contains($0) }.map { ($0, JSONValue.bool(false)) }
        return ["required": .strings(keys + more), "properties": .object(none)]
    }

    /// One of several requirements.
    var arm: SchemaObject {
        SchemaObject([
            SchemaKey("name", reference("localized"), Localized(zh: "这一项的名称", en: "What people call the arm")),
            SchemaKey("where", reference("expression"), Localized(
                zh: "这一项适用于哪些记录；不适用时既不算达标也不算不达标",
                en: "The condition under which the arm applies; where it does not, it neither passes nor fails")),
            SchemaKey("observe", reference("expression"), Localized(zh: "与限值相比的值", en: "The value that has a limit")),
            SchemaKey("target", reference("target"), Localized(zh: "限值", en: "The limit")),
            SchemaKey("require", reference("expression"), Localized(
                zh: "必须成立的条件，代替 observe 和 target", en: "A condition that has to hold, in place of observe and target")),
            asWritten,
        ], more: [("oneOf", .array(single(among: [])))])
    }

    /// Another way to read the clause.
    var reading: SchemaObject {
        let keys = (identityKeys + requirementKeys + judgementKeys + consequenceKeys).map(\.name)
        let words = keys.filter { !ReadingLoader.settled.contains($0) }.joined(separator: "|")
        let key: JSONValue = ["pattern": .string("^(\(words))(\\.[^.]+)*$")]
        let set: JSONValue = ["type": .string("object"), "propertyNames": key, "minProperties": .integer(1)]
        return SchemaObject([
            SchemaKey("name", reference("localized"), isRequired: true, Localized(zh: "读法的名称", en: "What people call the reading")),
            SchemaKey("set", set, isRequired: true, Localized(
                zh: "与规则不同的键，如 target.parity.compare；~ 表示删去",
                en: "The keys in which it differs, such as target.parity.compare; ~ takes one out")),
        ])
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

    var coverage: JSONValue {
        let kinds = targets.filter { $0 is any RecordTargetKind }.map { SchemaKey($0.name, schema(of: $0.limitShape), $0.summary) }
        let per = SchemaKey("per", reference("expression"), Localized(
            zh: "按什么分组计算：引用、字段或表达式", en: "What groups the records: a reference, a field or an expression"))
        return SchemaObject(kinds + [per, asWritten], more: [("oneOf", .array(oneKind(of: kinds)))]).schema(in: language)
    }

    /// What the plan writes in place of a limit, beside the limit.
    var asWritten: SchemaKey { SchemaKey("as_written", reference("text"), asWrittenText) }

    var asWrittenText: Localized {
        Localized(zh: "原文写的限值，例如 2—3所", en: "What the plan writes in place of the limit, such as 2—3所")
    }

    /// Exactly one of the kinds, whatever stands beside it.
    func oneKind(of kinds: [SchemaKey]) -> [JSONValue] { kinds.map { ["required": .strings([$0.name])] } }

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

    var source: SchemaObject {
        SchemaObject([
            SchemaKey("section", reference("text"), isRequired: true, Localized(zh: "章节", en: "The plan's section")),
            SchemaKey("clause", reference("texts"), Localized(zh: "条款编号", en: "The clauses of the register")),
        ])
    }

    /// Exactly one kind with its limit.
    var target: JSONValue {
        let kinds = targets.map { kind in SchemaKey(kind.name, schema(of: kind.limitShape), kind.summary) }
        return SchemaObject(kinds + [asWritten], more: [("oneOf", .array(oneKind(of: kinds)))]).schema(in: language)
    }
}

extension RuleFileSchema {
    /// All keys of a rule.
    var ruleKeys: [SchemaKey] { identityKeys + requirementKeys + judgementKeys + consequenceKeys }
}
