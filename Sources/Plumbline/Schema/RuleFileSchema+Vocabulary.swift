import Diagnostics
import JSON

extension RuleFileSchema {
    var vocabularyDefinitions: [(String, JSONValue)] {
        [
            ("vocabulary", vocabulary.schema(in: language)),
            ("enumeration", enumeration.schema(in: language)),
            ("member", member),
            ("indicator", indicator.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    var vocabulary: SchemaObject {
        SchemaObject([
            SchemaKey("vocabulary", reference("text"), isRequired: true, Localized(zh: "词汇表的名称", en: "The vocabulary's name")),
            SchemaKey(
                "enumerations", mapping(to: reference("enumeration"), names: identifier(butNot: typeNames)),
                Localized(zh: "枚举：字段的可选取值", en: "Closed lists of values that fields can have")),
            SchemaKey(
                "tables", mapping(to: reference("tableOrGroup"), names: reference("identifier")),
                Localized(zh: "数据表", en: "The tables")),
            SchemaKey("indicators", list(of: reference("indicator")), Localized(
                zh: "指标：各规划共用的、有定义的数值", en: "Indicators: values that plans set targets on, defined once for all of them")),
        ])
    }

    var enumeration: SchemaObject {
        let plain: JSONValue = ["required": .strings(["values"])]
        let ordered: JSONValue = ["required": .strings(["order"])]
        return SchemaObject(
            [
                SchemaKey("values", list(of: reference("member"), atLeast: 1), Localized(
                    zh: "没有高低之分的取值", en: "The values, where they have no order")),
                SchemaKey("order", list(of: reference("member"), atLeast: 1), Localized(
                    zh: "从低到高的取值", en: "The values from the lowest to the highest")),
                SchemaKey(
                    "bands", mapping(to: list(of: reference("scalar"), atLeast: 1, atMost: 2)),
                    Localized(zh: "等级段：最低和最高的取值", en: "Named runs of values: the lowest and the highest")),
            ],
            more: [("oneOf", .array([plain, ordered])), ("dependentRequired", ["bands": .strings(["order"])])])
    }

    /// A value by itself, or with what else it is called.
    var member: JSONValue {
        let object = SchemaObject([
            SchemaKey("id", reference("text"), isRequired: true, Localized(zh: "取值", en: "The value")),
            SchemaKey("title", reference("localized"), Localized(zh: "名称", en: "Its title")),
            SchemaKey("aliases", reference("texts"), Localized(zh: "文件中的其他写法", en: "What files may call it besides")),
        ])
        return ["anyOf": .array([reference("scalar"), object.schema(in: language)])]
    }

    var indicator: SchemaObject {
        SchemaObject(
            [
                SchemaKey("id", identifier(butNot: Identifier.reserved.sorted()), isRequired: true, Localized(
                    zh: "规则中的名称", en: "The name by which rules call it")),
                SchemaKey("of", reference("identifier"), isRequired: true, Localized(
                    zh: "它是哪个表的记录的数值", en: "The table whose records have it")),
                SchemaKey("better", choice(of: Indicator.Better.self), Localized(
                    zh: "高好还是低好", en: "Which way is good")),
                SchemaKey("numerator", reference("expression"), Localized(zh: "分子", en: "The part of a share or a quotient")),
                SchemaKey("denominator", reference("expression"), Localized(zh: "分母", en: "What the part is divided by")),
                SchemaKey("expression", reference("expression"), Localized(
                    zh: "算法，代替分子和分母", en: "How it is computed, in place of numerator and denominator")),
                SchemaKey("breakdown", reference("text"), Localized(
                    zh: "取观测值中的哪一分项", en: "Which part of the total it is of, as observations write it")),
            ] + wordKeys + figureKeys,
            more: [
                ("dependentRequired", ["numerator": .strings(["denominator"]), "denominator": .strings(["numerator"])]),
                ("not", ["required": .strings(["expression", "numerator"])]),
            ])
    }
}
