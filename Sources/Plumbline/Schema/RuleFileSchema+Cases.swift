import Diagnostics
import JSON

extension RuleFileSchema {
    var caseDefinitions: [(String, JSONValue)] {
        [
            ("case", example.schema(in: language)), ("given", mapping(to: reference("content"))), ("content", content),
            ("item", item), ("repeated", repeated.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    var example: SchemaObject {
        SchemaObject([
            SchemaKey("name", reference("text"), isRequired: true, Localized(zh: "用例说明什么", en: "What the case shows")),
            SchemaKey("given", reference("given"), Localized(
                zh: "给定的数据：字段和值，引用写映射，列表写列表", en: "The record: fields with their values, mappings for references, lists for lists")),
            SchemaKey("period", reference("onePeriod"), Localized(zh: "判定哪一期", en: "The period that is judged")),
            SchemaKey("periods", mapping(to: reference("given"), names: reference("onePeriod")), Localized(
                zh: "各期间的数据", en: "The record in each period")),
            SchemaKey("records", list(of: record), Localized(
                zh: "一组记录，用于判定整体的规则；[] 表示一条也没有", en: "The records, for a rule over a group of them; [] where there are none")),
            SchemaKey("roster", list(of: reference("item")), Localized(
                zh: "应当报送的记录，写主键，或写字段；没有记录的也要判定", en: "Those who have to answer, by key or by their fields: judged too where nothing came")),
            SchemaKey("params", mapping(to: parameter), Localized(
                zh: "本用例中参数的取值；~ 表示未设定", en: "What parameters are in this case; ~ for one without a value")),
            SchemaKey("benchmarks", list(of: record), Localized(
                zh: "已公布的数据，用于与之相比的规则", en: "The published figures that there are, for a rule that compares with one")),
            SchemaKey("outcome", choice(of: Outcome.self), isRequired: true, Localized(zh: "应得的结果", en: "What must come out")),
            SchemaKey("reason", choice(of: Reason.self), Localized(zh: "应得的原因", en: "Why it must come out so")),
            SchemaKey("track", choice(of: Track.State.self), Localized(
                zh: "到期以前应有的进度", en: "Before the due date: whether it must be on its way")),
            SchemaKey("observed", reference("text"), Localized(zh: "应得的观测值", en: "The value that must be observed")),
            SchemaKey("gap", reference("text"), Localized(zh: "应得的差距", en: "The gap that there must be")),
            SchemaKey("closes", closings, Localized(zh: "怎样补足", en: "What must close the gap")),
            SchemaKey("readings", mapping(to: choice(of: Outcome.self)), Localized(
                zh: "其他读法应得的结果，按读法的名称", en: "What must come out under other readings, by their names")),
            SchemaKey("as_of", reference("date"), Localized(zh: "以哪一天为准", en: "The day as of which it is judged")),
        ])
    }

    var content: JSONValue {
        ["anyOf": .array([reference("cell"), reference("given"), list(of: reference("item"))])]
    }

    /// A value, a record, or so many like it.
    var item: JSONValue {
        [
            "if": ["type": .string("object"), "anyOf": .array([
                ["required": .strings(["repeat"])], ["required": .strings(["of"]), "maxProperties": .integer(1)],
            ])],
            "then": reference("repeated"),
            "else": ["anyOf": .array([reference("cell"), reference("given")])],
        ]
    }

    /// A value or a list of them.
    var parameter: JSONValue { ["anyOf": .array([reference("cell"), list(of: reference("cell"))])] }

    /// An item that is no value.
    var record: JSONValue { ["allOf": .array([["type": .string("object")], reference("item")])] }

    var repeated: SchemaObject {
        let limit: [(String, JSONValue)] = [
            ("type", .string("integer")), ("minimum", .integer(0)), ("maximum", .integer(RuleCase.recordLimit)),
        ]
        return SchemaObject([
            SchemaKey("repeat", .object(limit), isRequired: true, Localized(zh: "重复多少次", en: "How many there are")),
            SchemaKey("of", ["anyOf": .array([reference("cell"), reference("given")])], isRequired: true, Localized(
                zh: "重复什么", en: "What each of them is")),
        ])
    }

    var closings: JSONValue {
        ["anyOf": .array([reference("text"), mapping(to: reference("text"), names: choice(of: Closing.Kind.self))])]
    }
}
