import Diagnostics
import JSON

extension RuleFileSchema {
    var tableDefinitions: [(String, JSONValue)] {
        [
            ("tableOrGroup", tableOrGroup),
            ("table", table.schema(in: language)),
            ("group", group.schema(in: language)),
            ("benchmarks", benchmarks.schema(in: language)),
            ("check", check.schema(in: language)),
            ("validity", validity.schema(in: language)),
            ("hierarchy", hierarchy.schema(in: language)),
            ("observations", observations.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    /// A table that files hold, or one that is made from another.
    var tableOrGroup: JSONValue {
        ["if": ["required": .strings(["group"])], "then": reference("group"), "else": reference("table")]
    }

    var table: SchemaObject {
        let names = Identifier.reserved.subtracting(["period"]).sorted()
        return SchemaObject([
            SchemaKey("title", reference("localized"), Localized(zh: "名称", en: "The table's title")),
            SchemaKey("aliases", reference("texts"), Localized(zh: "文件的其他名称", en: "What files may be called besides")),
            SchemaKey("key", reference("texts"), isRequired: true, Localized(
                zh: "主键字段；没有主键时写 row", en: "The fields that name a record; row where there are none")),
            SchemaKey("label", reference("text"), Localized(
                zh: "报告中用来称呼记录的字段", en: "The field by which reports call a record")),
            SchemaKey("period", reference("expression"), Localized(
                zh: "记录属于哪个期间：字段，或 year_of(日期)", en: "Of which period a record is: a field, or year_of(a date)")),
            SchemaKey("valid", reference("validity"), Localized(
                zh: "名册的起止日期：各期按期末状况看", en: "The days from and until which a record is in the register, which is seen as it stood at a period's end")),
            SchemaKey("hierarchy", reference("hierarchy"), Localized(
                zh: "层级关系：下级记录计入各上级", en: "How records lie within each other: what is below a record counts for it")),
            SchemaKey("observations", reference("observations"), Localized(
                zh: "长表：每行是一个指标在一个期间的观测值", en: "The columns of a long table, each row of which is an indicator's value in a period")),
            SchemaKey("checks", list(of: ["anyOf": .array([reference("expression"), reference("check")])]), Localized(
                zh: "勾稽关系：每条记录都应成立的条件", en: "Conditions that every record has to meet for its data to make sense")),
            SchemaKey("benchmarks", reference("benchmarks"), Localized(
                zh: "公布数据的表：指标和数值各在哪一列", en: "For a table of published figures: which columns hold indicator and value")),
            SchemaKey(
                "fields", mapping(to: reference("fieldOrExpression"), names: identifier(butNot: names)),
                isRequired: true, Localized(zh: "字段", en: "The fields")),
        ])
    }

    var validity: SchemaObject {
        SchemaObject(
            [
                SchemaKey("from", reference("text"), Localized(zh: "起始日期的字段", en: "The field of the first day")),
                SchemaKey("until", reference("text"), Localized(
                    zh: "失效日期的字段，当日起不再有效", en: "The field of the first day on which it no longer is")),
            ],
            more: [("minProperties", .integer(1))])
    }

    var hierarchy: SchemaObject {
        SchemaObject([
            SchemaKey("parent", reference("text"), isRequired: true, Localized(
                zh: "引用上级记录的字段", en: "The reference to the record that a record lies in")),
            SchemaKey("level", reference("text"), isRequired: true, Localized(
                zh: "记录层级的字段", en: "The field that says on which level a record is")),
            SchemaKey(
                "levels", mapping(to: reference("text"), names: identifier(butNot: Identifier.reserved.sorted())), isRequired: true,
                Localized(
                    zh: "由高到低的各层级：字段名和层级的取值",
                    en: "The levels from the highest to the lowest: a name for the field that leads there, and the level's value")),
        ])
    }

    var observations: SchemaObject {
        SchemaObject([
            SchemaKey("indicator", reference("text"), isRequired: true, Localized(
                zh: "指标名称的字段", en: "The field that names the indicator")),
            SchemaKey("value", reference("text"), isRequired: true, Localized(
                zh: "数值的字段，单位同指标", en: "The field of the number, in the indicator's unit")),
            SchemaKey("of", reference("text"), isRequired: true, Localized(
                zh: "引用被观测记录的字段", en: "The reference to the record that is observed")),
            SchemaKey("breakdown", reference("text"), Localized(
                zh: "分项的字段，空白为合计", en: "The field of the part that a row is about; blank for the total")),
            SchemaKey("unit", reference("text"), Localized(
                zh: "单位的字段", en: "The field of a row's unit, where it is not the indicator's")),
        ])
    }

    var check: SchemaObject {
        SchemaObject([
            SchemaKey("check", reference("expression"), isRequired: true, Localized(zh: "条件", en: "The condition")),
            SchemaKey("title", reference("localized"), Localized(zh: "名称", en: "What the check is called")),
        ])
    }

    var benchmarks: SchemaObject {
        SchemaObject([
            SchemaKey("indicator", reference("text"), isRequired: true, Localized(
                zh: "写指标编号、名称或别名的字段", en: "The field that names the indicator, by id, title or alias")),
            SchemaKey("value", reference("text"), isRequired: true, Localized(
                zh: "写数值的字段，单位是指标的单位", en: "The field with the figure, in the indicator's unit")),
        ])
    }

    var group: SchemaObject {
        SchemaObject([
            SchemaKey("title", reference("localized"), Localized(zh: "名称", en: "The table's title")),
            SchemaKey("aliases", reference("texts"), Localized(zh: "其他名称", en: "What the table is called besides")),
            SchemaKey("group", reference("text"), isRequired: true, Localized(
                zh: "被分组的表", en: "The table whose records are grouped")),
            SchemaKey("by", reference("texts"), isRequired: true, Localized(
                zh: "按哪些字段分组", en: "The fields by which they are grouped")),
            SchemaKey("expected", list(of: reference("texts")), Localized(
                zh: "应有的组，没有记录时也要列出", en: "Groups that there should be, also where no record is in them")),
            SchemaKey("list", identifier(butNot: Identifier.reserved.sorted()), Localized(
                zh: "组内记录的列表名，默认为被分组的表名", en: "What a group calls its records; by default the name of their table")),
            SchemaKey("label", reference("text"), Localized(
                zh: "报告中用来称呼组的字段", en: "The field by which reports call a group")),
        ])
    }
}
