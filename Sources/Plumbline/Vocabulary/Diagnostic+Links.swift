import Diagnostics

/// The faults of references, lists, groups, periods and indicators, each worded here and nowhere else.
extension Diagnostic {
    static func typeForField(_ type: FieldType, _ field: String, at location: Location) -> Self {
        Self(
            code: "type-alone", at: location,
            message: Localized(
                zh: "“\(type.name)”是类型，单独写会被当作计算字段的表达式",
                en: "'\(type.name)' is a type, and alone it would be the expression of a computed field"),
            help: Localized(zh: "写成 \(field): {type: \(type.name)}", en: "write \(field): {type: \(type.name)}"))
    }

    static func keyOfReference(_ key: String, at location: Location) -> Self {
        Self(
            code: "key-of-reference", at: location,
            message: Localized(zh: "引用其他表的字段不能有 \(key)", en: "a field that refers to a table cannot have '\(key)'"),
            help: key == "type"
                ? Localized(zh: "删去 type：单元格里是被引用表的主键", en: "leave type out: its cells hold the key of that table")
                : Localized(zh: "删去 \(key)", en: "leave \(key) out"))
    }

    static func keyOfComputed(_ key: String, at location: Location) -> Self {
        Self(
            code: "key-of-computed", at: location,
            message: Localized(zh: "计算字段不能有 \(key)", en: "a computed field cannot have '\(key)'"),
            help: Localized(zh: "删去 \(key)，或删去 expression", en: "leave \(key) out, or leave expression out"))
    }

    static func listWithoutReference(_ key: String, at location: Location) -> Self {
        Self(
            code: "list-without-reference", at: location,
            message: Localized(
                zh: "\(key) 只用于引用其他表的字段", en: "'\(key)' belongs to fields that refer to a table"),
            help: Localized(zh: "加上 references: 表名", en: "add references: with that table's name"))
    }

    static func atLeastOneOfNoList(at location: Location) -> Self {
        Self(
            code: "at-least-one-of-no-list", at: location,
            message: Localized(
                zh: "at_least_one 说的是列表不会为空，但这个字段没有 list", en: "'at_least_one' says that a list is never empty, but the field has no list"),
            help: Localized(zh: "加上 list:，写明列表的名称", en: "add list: with the list's name"))
    }

    static func cannotBeKey(_ field: Field, at location: Location) -> Self {
        let why = field.isMany
            ? Localized(zh: "一格可有多个值", en: "can have several values") : Localized(zh: "是计算出来的", en: "is computed")
        return Self(
            code: "cannot-be-key", at: location,
            message: Localized(
                zh: "字段“\(field.name)”\(why.zh)，不能用来区分记录", en: "the field '\(field.name)' \(why.en), and cannot tell records apart"),
            help: Localized(zh: "用数据文件中每条记录各有一值的字段", en: "use fields of the data files that have one value a record"))
    }

    static func cannotBeLabel(_ field: Field, at location: Location) -> Self {
        let why = field.isMany
            ? Localized(zh: "一格可有多个值", en: "can have several values") : Localized(zh: "引用另一个表", en: "refers to another table")
        return Self(
            code: "cannot-be-label", at: location,
            message: Localized(
                zh: "字段“\(field.name)”\(why.zh)，不能用来称呼记录", en: "the field '\(field.name)' \(why.en), and cannot be what records are called"),
            help: Localized(zh: "用一个名称字段", en: "use a field that holds a name"))
    }

    static func notAPeriodField(_ field: Field, at location: Location) -> Self {
        Self(
            code: "not-a-period-field", at: location,
            message: field.isMany
                ? Localized(zh: "字段“\(field.name)”一格可有多个期间", en: "the field '\(field.name)' can have several periods")
                : Localized(
                    zh: "字段“\(field.name)”的类型是 \(field.type.name)，不是期间", en: "the field '\(field.name)' is of type \(field.type.name), and is no period"),
            help: field.type == .date || field.type == .datetime
                ? Localized(zh: "写 period: year_of(\(field.name))", en: "write period: year_of(\(field.name))")
                : Localized(zh: "把它的类型写成 period", en: "let its type be period"))
    }

    static func periodOfTable(_ period: CalendarPeriod, at location: Location) -> Self {
        Self(
            code: "not-a-period-field", at: location,
            message: Localized(
                zh: "这里应写出哪个字段是期间，“\(period)”却是一个期间", en: "what is wanted is the field that holds the period, but '\(period)' is a period"),
            help: Localized(zh: "例如 period: year", en: "for example period: year"))
    }

    static func referenceToManyFields(_ table: Table, at location: Location) -> Self {
        let keys = table.keyFields.joined(separator: ", ")
        let why = table.keyFields.isEmpty
            ? Localized(zh: "没有主键", en: "has no key")
            : Localized(zh: "的主键由多个字段组成（\(keys)）", en: "has a key of several fields (\(keys))")
        return Self(
            code: "reference-to-many-fields", at: location,
            message: Localized(
                zh: "不能引用表“\(table.name)”：它\(why.zh)", en: "nothing can refer to the table '\(table.name)', which \(why.en)"),
            help: Localized(zh: "只能引用主键为单个字段的表", en: "refer to a table whose key is one field"))
    }

    static func nameTaken(_ name: String, on table: String, first: Location, at location: Location) -> Self {
        Self(
            code: "name-taken", at: location,
            message: Localized(
                zh: "表“\(table)”的记录上已有名称“\(name)”，见 \(first)", en: "records of '\(table)' have something called '\(name)' already, at \(first)"),
            help: Localized(zh: "字段、列表和指标不能同名，请改用其他名称", en: "fields, lists and indicators need names of their own; choose another"))
    }

    static func badGrouping(at location: Location) -> Self {
        Self(
            code: "bad-grouping", at: location,
            message: Localized(zh: "分组依据应是一个或几个不同的字段", en: "groups are by one field, or by several different ones"),
            help: Localized(zh: "例如 by: [district]", en: "for example by: [district]"))
    }

    static func groupOfGroups(_ table: String, at location: Location) -> Self {
        Self(
            code: "group-of-groups", at: location,
            message: Localized(zh: "“\(table)”本身就是分组表，不能再分组", en: "'\(table)' is a table of groups itself, and cannot be grouped"),
            help: Localized(zh: "直接对原来的表分组", en: "group the table that it was made from"))
    }

    static func expectedGroup(_ count: Int, by fields: [String], at location: Location) -> Self {
        let form = fields.joined(separator: ", ")
        return Self(
            code: "expected-group", at: location,
            message: Localized(
                zh: "按 \(fields.count) 个字段分组，这里却有 \(count) 个值", en: "the groups are by \(fields.count) field\(fields.count == 1 ? "" : "s"), but here \(count == 1 ? "is 1 value" : "are \(count) values")"),
            help: fields.count == 1
                ? Localized(zh: "每组写一个值", en: "write one value a group")
                : Localized(zh: "每组写成 [\(form)]", en: "write each group as [\(form)]"))
    }

    static func notAValueOf(_ field: Field, _ text: String, at location: Location) -> Self {
        Self(
            code: "not-a-value", at: location,
            message: Localized(
                zh: "“\(text)”不是字段“\(field.name)”的值，其类型是 \(field.type.name)",
                en: "'\(text)' is no value of the field '\(field.name)', which is of type \(field.type.name)"))
    }

    static func labelNotInGroup(_ label: String, by fields: [String], at location: Location) -> Self {
        Self(
            code: "unknown-field", at: location,
            message: Localized(zh: "分组表没有字段“\(label)”", en: "the table of groups has no field '\(label)'"),
            help: Localized(
                zh: "它只有分组所依据的字段：\(fields.joined(separator: "、"))", en: "it has the fields of 'by' only: \(fields.joined(separator: ", "))"))
    }

    static func twoFormulas(at location: Location) -> Self {
        Self(
            code: "two-formulas", at: location,
            message: Localized(
                zh: "指标在 numerator、denominator 之外又有 expression", en: "the indicator has expression beside numerator or denominator"),
            help: Localized(zh: "只留一种算法", en: "keep one of the two ways to compute it"))
    }

    static func halfARatio(hasNumerator: Bool, at location: Location) -> Self {
        let (there, missing) = hasNumerator ? ("numerator", "denominator") : ("denominator", "numerator")
        return Self(
            code: "half-a-ratio", at: location,
            message: Localized(zh: "有 \(there)，却没有 \(missing)", en: "there is \(there), but no \(missing)"),
            help: Localized(zh: "加上 \(missing)，或改写为 expression", en: "add \(missing), or write expression in its place"))
    }

    static func indicatorOfNothing(_ name: String, of table: String, at location: Location) -> Self {
        Self(
            code: "indicator-of-nothing", at: location,
            message: Localized(
                zh: "分组表“\(table)”没有数据文件，指标“\(name)”无处可读", en: "no file holds the table of groups '\(table)', so that the indicator '\(name)' has nothing to be read from"),
            help: Localized(zh: "写出 numerator 和 denominator，或 expression", en: "give it numerator and denominator, or expression"))
    }
}
