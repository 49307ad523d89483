import Diagnostics
import JSON

extension RuleFileSchema {
    var vocabularyDefinitions: [(String, JSONValue)] {
        [
            ("vocabulary", vocabulary.schema(in: language)), ("enumeration", enumeration.schema(in: language)),
            ("member", member), ("table", table.schema(in: language)), ("field", field.schema(in: language)),
        ]
    }
}

private extension RuleFileSchema {
    var typeNames: [String] { FieldType.named.keys.sorted() }

    func typeNames(where holds: (FieldType) -> Bool) -> JSONValue {
        ["enum": .strings(typeNames.filter { name in FieldType.named[name].map(holds) ?? false })]
    }

    func identifier(butNot names: [String]) -> JSONValue {
        var identifier = reference("identifier")
        identifier.append("not", ["enum": .strings(names)])
        return identifier
    }

    var vocabulary: SchemaObject {
        SchemaObject([
            SchemaKey("vocabulary", reference("text"), isRequired: true, Localized(zh: "词汇表的名称", en: "The vocabulary's name")),
            SchemaKey(
                "enumerations", mapping(to: reference("enumeration"), names: identifier(butNot: typeNames)),
                Localized(zh: "枚举：字段的可选取值", en: "Closed lists of values that fields can have")),
            SchemaKey(
                "tables", mapping(to: reference("table"), names: reference("identifier")),
                Localized(zh: "数据表", en: "The tables")),
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

    var table: SchemaObject {
        SchemaObject([
            SchemaKey("title", reference("localized"), Localized(zh: "名称", en: "The table's title")),
            SchemaKey("aliases", reference("texts"), Localized(zh: "文件的其他名称", en: "What files may be called besides")),
            SchemaKey("key", reference("texts"), isRequired: true, Localized(
                zh: "主键字段；没有主键时写 row", en: "The fields that name a record; row where there are none")),
            SchemaKey("label", reference("text"), Localized(
                zh: "报告中用来称呼记录的字段", en: "The field by which reports call a record")),
            SchemaKey(
                "fields", mapping(to: reference("field"), names: identifier(butNot: Identifier.reserved.sorted())),
                isRequired: true, Localized(zh: "字段", en: "The fields")),
        ])
    }

    var field: SchemaObject {
        SchemaObject(
            [
                SchemaKey("type", ["anyOf": .array([["enum": .strings(typeNames)], reference("identifier")])],
                          isRequired: true, Localized(zh: "类型，或枚举的名称", en: "A type, or the name of an enumeration")),
                SchemaKey("title", reference("localized"), Localized(zh: "名称，也可作列名", en: "The title, which files may use as header")),
                SchemaKey("aliases", reference("texts"), Localized(zh: "文件中的其他列名", en: "What files may call the column besides")),
                SchemaKey("sensitive", ["type": .string("boolean")], Localized(
                    zh: "涉及个人，报告不予列出", en: "Whether reports must withhold it")),
                SchemaKey("unit", reference("text"), Localized(zh: "计量单位", en: "The unit of the cells")),
                SchemaKey("range", reference("text"), Localized(zh: "取值范围，例如 0..100", en: "The range, such as 0..100")),
                SchemaKey("bare", choice(of: Field.BarePercent.self), Localized(
                    zh: "没有百分号的数字怎样理解", en: "How numbers without a % sign are meant")),
                SchemaKey("blank", reference("scalar"), Localized(
                    zh: "空白表示什么：missing、none 或一个值", en: "What a blank cell means: missing, none or a value")),
            ],
            more: [("allOf", .array([
                only("unit", with: typeNames { $0 == .integer || $0 == .decimal }), only("range", with: typeNames(where: \.isNumeric)),
                only("bare", with: typeNames { $0 == .percent }),
            ]))])
    }

    /// A key that suits fields of some types only.
    func only(_ key: String, with types: JSONValue) -> JSONValue {
        ["if": ["required": .strings([key])], "then": ["properties": ["type": types]]]
    }
}
