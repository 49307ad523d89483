import Diagnostics
import JSON

extension RuleFileSchema {
    var fieldDefinitions: [(String, JSONValue)] {
        [
            ("fieldOrExpression", fieldOrExpression),
            ("field", field.schema(in: language)),
        ]
    }

    var typeNames: [String] { FieldType.named.keys.sorted() }

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
}

private extension RuleFileSchema {
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
                    only("unit", with: typesNamed { $0 == .integer || $0 == .decimal }), only("range", with: typesNamed(where: \.isNumeric)),
                    only("bare", with: typesNamed { $0 == .percent }),
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

    /// A key that suits fields of some types only.
    func only(_ key: String, with types: JSONValue) -> JSONValue {
        ["if": ["required": .strings([key])], "then": ["properties": ["type": types]]]
    }

    func typesNamed(where holds: (FieldType) -> Bool) -> JSONValue {
        ["enum": .strings(typeNames.filter { name in FieldType.named[name].map(holds) ?? false })]
    }
}
