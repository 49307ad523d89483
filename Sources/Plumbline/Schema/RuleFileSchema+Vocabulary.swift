import Diagnostics
import JSON

extension RuleFileSchema {
    var vocabularyDefinitions: [(String, JSONValue)] {
        [
            ("vocabulary", vocabulary.schema(in: language)), ("enumeration", enumeration.schema(in: language)),
            ("member", member), ("tableOrGroup", tableOrGroup), ("table", table.schema(in: language)),
            ("group", group.schema(in: language)), ("benchmarks", benchmarks.schema(in: language)), ("check", check.schema(in: language)),
            ("validity", validity.schema(in: language)), ("hierarchy", hierarchy.schema(in: language)),
            ("observations", observations.schema(in: language)),
            ("fieldOrExpression", fieldOrExpression), ("field", field.schema(in: language)),
            ("indicator", indicator.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    var typeNames: [String] { FieldType.named.keys.sorted() }

    func typeNames(where holds: (FieldType) -> Bool) -> JSONValue {
        ["enum": .strings(typeNames.filter { name in FieldType.named[name].map(holds) ?? false })]
    }

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

    /// A field, or the expression by which it is computed; a type alone is neither.
    var fieldOrExpression: JSONValue {
        [
            "if": ["type": .string("object")], "then": reference("field"),
            "else": ["allOf": .array([reference("expression"), ["not": ["enum": .strings(typeNames)]]])],
        ]
    }

    var field: SchemaObject {
        SchemaObject(
            [
                SchemaKey("type", ["anyOf": .array([["enum": .strings(typeNames)], reference("identifier")])],
                          Localized(zh: "类型，或枚举的名称", en: "A type, or the name of an enumeration")),
                SchemaKey("references", reference("identifier"), Localized(
                    zh: "所引用的表，单元格里是它的主键，代替 type", en: "The table that it refers to, whose keys the cells hold; in place of type")),
                SchemaKey("expression", reference("expression"), Localized(
                    zh: "计算字段的表达式", en: "How the field is computed")),
                SchemaKey("list", identifier(butNot: Identifier.reserved.sorted()), Localized(
                    zh: "在被引用的记录上，引用它的记录合称什么", en: "What the records that refer to a record are called on it")),
                SchemaKey("at_least_one", ["type": .string("boolean")], Localized(
                    zh: "列表为空只能是未报送", en: "Whether an empty list can only mean that it was not sent")),
                SchemaKey("many", ["type": .string("boolean")], Localized(
                    zh: "一格可有多个值", en: "Whether a cell can hold several values")),
            ] + wordKeys + figureKeys + [
                SchemaKey("blank", reference("scalar"), Localized(
                    zh: "空白表示什么：missing、none 或一个值", en: "What a blank cell means: missing, none or a value")),
                SchemaKey("reached_on", mapping(to: reference("text")), Localized(
                    zh: "有序枚举的各步骤分别由哪个日期字段记录",
                    en: "Of an ordered enumeration: the date field that says when each step was reached")),
            ],
            more: [
                ("anyOf", .array(fieldForms)),
                ("dependentRequired", ["at_least_one": .strings(["list"])]),
                ("allOf", .array([
                    only("unit", with: typeNames { $0 == .integer || $0 == .decimal }), only("range", with: typeNames(where: \.isNumeric)),
                    only("bare", with: typeNames { $0 == .percent }),
                ])),
            ])
    }

    /// A column of files, a reference, a computed field, each without the keys of the others.
    var fieldForms: [JSONValue] {
        [
            form("type", without: ["references", "expression", "list", "at_least_one"]),
            form("references", without: ["type", "expression", "many", "unit", "range", "bare", "reached_on"], blank: ["missing", "none"]),
            form("expression", without: ["references", "list", "at_least_one", "many", "blank", "reached_on"]),
        ]
    }

    func form(_ key: String, without others: [String], blank: [String]? = nil) -> JSONValue {
        var properties = others.map { ($0, JSONValue.bool(false)) }
        if let blank { properties.append(("blank", ["enum": .strings(blank)])) }
        return ["required": .strings([key]), "properties": .object(properties)]
    }

    /// How files and reports call a field.
    var wordKeys: [SchemaKey] {
        [
            SchemaKey("title", reference("localized"), Localized(zh: "名称，也可作列名", en: "The title, which files may use as header")),
            SchemaKey("aliases", reference("texts"), Localized(zh: "文件中的其他列名", en: "What files may call the column besides")),
            SchemaKey("sensitive", ["type": .string("boolean")], Localized(
                zh: "涉及个人，报告不予列出", en: "Whether reports must withhold it")),
        ]
    }

    var figureKeys: [SchemaKey] {
        [
            SchemaKey("unit", reference("text"), Localized(zh: "计量单位", en: "The unit of the cells")),
            SchemaKey("range", reference("text"), Localized(zh: "取值范围，例如 0..100", en: "The range, such as 0..100")),
            SchemaKey("bare", choice(of: Field.BarePercent.self), Localized(
                zh: "没有百分号的数字怎样理解", en: "How numbers without a % sign are meant")),
        ]
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

    /// A key that suits fields of some types only.
    func only(_ key: String, with types: JSONValue) -> JSONValue {
        ["if": ["required": .strings([key])], "then": ["properties": ["type": types]]]
    }
}
