import Diagnostics
import JSON

extension RuleFileSchema {
    var timingDefinitions: [(String, JSONValue)] {
        [
            ("names", names),
            ("named", named.schema(in: language)),
            ("periods", periods.schema(in: language)),
            ("baseline", baseline.schema(in: language)),
            ("missing", missing),
            ("skip", skip.schema(in: language)),
        ]
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
}

private extension RuleFileSchema {
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
}
