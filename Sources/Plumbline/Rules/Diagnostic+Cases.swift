import Diagnostics
import OrderedCollections
import Quantities

/// The faults of what cases give, each worded here and nowhere else.
extension Diagnostic {
    static func caseNotOfPeriod(_ name: String, table: String, at location: Location) -> Self {
        Self(
            code: "case-not-of-period", at: location,
            message: Localized(
                zh: "表“\(table)”没有期间，“\(name)”在各期间都一样", en: "the table '\(table)' has no periods, and '\(name)' is the same in all of them"),
            help: Localized(
                zh: "写在 given 中；periods 中只写观测的指标和有起止日期的名册",
                en: "put it under given; under periods write what is observed, and registers with dates"))
    }

    static func caseRosterWithoutKey(_ table: Table, at location: Location) -> Self {
        let key = table.keyFields.isEmpty ? "id" : table.keyFields.joined(separator: ", ")
        return Self(
            code: "case-roster", at: location,
            message: Localized(
                zh: "名册（roster）中的一项应是表“\(table.name)”的一条记录，写明主键 \(key)",
                en: "each item of a case's roster is one record of '\(table.name)', with its key \(key)"),
            help: Localized(
                zh: "例如 roster: [甲, 乙]，或 roster: [{\(table.keyFields.first ?? "id"): 甲}]",
                en: "for example roster: [甲, 乙], or roster: [{\(table.keyFields.first ?? "id"): 甲}]"))
    }

    static func caseValueNotScalar(_ field: String, at location: Location) -> Self {
        Self(
            code: "case-value", at: location,
            message: Localized(zh: "字段“\(field)”在用例中应为单个值", en: "the field '\(field)' takes one value in a case"),
            help: Localized(zh: "写成一个值，例如 \(field): 12", en: "write one value, as in \(field): 12"))
    }

    /// A record of a case that is no mapping.
    static func caseNotRecord(_ found: Localized?, at location: Location) -> Self {
        let found = found ?? Localized(zh: "单个值", en: "a single value")
        return Self(
            code: "case-record", at: location,
            message: Localized(
                zh: "一条记录应写成字段和值，这里却是\(found.zh)", en: "a record is its fields with their values, but this is \(found.en)"),
            help: Localized(zh: "例如 {year: 2025, beds: 12}", en: "for example {year: 2025, beds: 12}"))
    }

    /// A history of a record that is of no period.
    static func casePeriodsWithoutPeriod(table: String, at location: Location) -> Self {
        Self(
            code: "case-periods", at: location,
            message: Localized(
                zh: "表“\(table)”没有期间字段，用例不能按期间给出数据",
                en: "the table '\(table)' has no field that is a period, so a case cannot give its record by 'periods'"),
            help: Localized(zh: "改用 given 或 records", en: "use 'given' or 'records' instead"))
    }

    static func caseListNotList(_ list: String, at location: Location) -> Self {
        Self(
            code: "case-list", at: location,
            message: Localized(zh: "“\(list)”是列表，在用例中要写成列表", en: "'\(list)' is a list, and takes a list in a case"),
            help: Localized(
                zh: "写成 \(list): [{…}, {…}]；没有记录写 []，未报送则不写", en: "write \(list): [{…}, {…}], [] where there are none, and nothing where it was not sent"))
    }

    static func caseReferenceIsList(_ field: String, to table: String, at location: Location) -> Self {
        Self(
            code: "case-reference", at: location,
            message: Localized(
                zh: "“\(field)”引用表“\(table)”的一条记录，这里却是列表", en: "'\(field)' refers to one record of '\(table)', but this is a list"),
            help: Localized(zh: "写成 \(field): {…}", en: "write \(field): {…}"))
    }

    static func caseManyIsRecord(_ field: String, at location: Location) -> Self {
        Self(
            code: "case-value", at: location,
            message: Localized(zh: "字段“\(field)”可有多个值，但不是记录", en: "the field '\(field)' can have several values, but no records"),
            help: Localized(zh: "写成 \(field): [甲, 乙]", en: "write \(field): [A, B]"))
    }

    static func listInList(at location: Location) -> Self {
        Self(
            code: "list-in-list", at: location,
            message: Localized(zh: "列表的一项应是记录或值，这里却又是列表", en: "an item of a list is a record or a value, but this is a list again"),
            help: Localized(zh: "去掉一层方括号", en: "leave one pair of brackets out"))
    }

    static func badRepeat(_ count: Int, at location: Location) -> Self {
        Self(
            code: "bad-repeat", at: location,
            message: Localized(zh: "不能重复 \(count) 次", en: "nothing can be repeated \(count) times"),
            help: Localized(zh: "写 0 到 \(RuleCase.recordLimit)", en: "write a number from 0 to \(RuleCase.recordLimit)"))
    }

    static func caseTooLarge(at location: Location) -> Self {
        Self(
            code: "case-too-large", at: location,
            message: Localized(
                zh: "这个用例的记录超过 \(RuleCase.recordLimit) 条", en: "the case stands for more than \(RuleCase.recordLimit) records"),
            help: Localized(zh: "减少重复的次数", en: "repeat fewer of them"))
    }

    static func casesTooLarge(at location: Location) -> Self {
        Self(
            code: "cases-too-large", at: location,
            message: Localized(
                zh: "本规则集的用例连同各自的 example 过大，从这个用例起不再读取",
                en: "the ruleset's cases, each with its rule's example, are too large; those from here on are not read"),
            help: Localized(zh: "缩短 example，或拆分规则集", en: "make the examples shorter, or make several rulesets"))
    }

    static func unreadableGiven(_ text: String, of field: Field, cause: UnreadableCause, at location: Location) -> Self {
        let why = cause.message(for: field)
        let meant = field.meant(by: text, cause)
        return Self(
            code: "unreadable-given", at: location,
            message: Localized(
                zh: "用例给字段“\(field.name)”的值“\(text)”无法读取：\(why.zh)",
                en: "the case gives '\(field.name)' the value '\(text)', which cannot be read: \(why.en)"),
            help: Localized(
                zh: (meant.map { "写成 \($0)；" } ?? "") + "若用例正是要说明这一点，写上 reason: unreadable",
                en: (meant.map { "write \($0), or " } ?? "") + "where the case is about just that, add reason: unreadable"))
    }

    static func caseObservesNothing(at location: Location) -> Self {
        Self(
            code: "unknown-field", at: location,
            message: Localized(zh: "这里不能写 observed", en: "there is no 'observed' here"),
            help: Localized(
                zh: "observed 写在 periods 的各期中，规则须有 observe；否则写所依据的字段",
                en: "it stands in a period under periods, of a rule that has observe; elsewhere give the fields that it is made of"))
    }

    static func caseFieldByTitle(_ title: String, field: String, at location: Location) -> Self {
        Self(
            code: "field-by-title", at: location,
            message: Localized(
                zh: "“\(title)”是字段的标题或别名，用例里要写字段名", en: "'\(title)' is a title or an alias of a field; cases use its name"),
            help: Localized(zh: "改为 \(field)", en: "write \(field)"), mend: Mend(replacing: title, at: location, with: field))
    }

    /// A text that is the key of a record which the case does not give, into which the rule looks.
    static func caseReferenceLeadsNowhere(_ key: String, to table: Table, field: String, at location: Location) -> Self {
        let shown = table.label ?? table.fields.keys.first { !table.keyFields.contains($0) } ?? table.keyFields[0]
        return Self(
            code: "case-reference", at: location,
            message: Localized(
                zh: "规则要看“\(field)”所引用的“\(table.name)”记录，而用例只给了主键“\(key)”，没有这条记录",
                en: "the rule looks into the record of '\(table.name)' that '\(field)' refers to, but the case gives its key '\(key)' alone"),
            help: Localized(
                zh: "写成 \(field): {\(shown): …}；若用例正是要说明没有这条记录，写上 reason: no_such_record",
                en: "write \(field): {\(shown): …}, or where the case is about a record that is not there, add reason: no_such_record"))
    }
}

private extension Field {
    /// How a value of the field is written that a case gives otherwise; nil where nobody can tell what was meant.
    func meant(by text: String, _ cause: UnreadableCause) -> String? {
        switch cause {
        case .notANumber, .notWhole:
            guard let quantity = try? Quantity.parse(text), let written = quantity.unit else { return nil }
            guard let unit else { return written.scale == 1 && !written.isPerHead ? quantity.value.description : nil }
            guard unit.dimension == written.dimension, let factor = unit.scale.reciprocal else { return nil }
            let number = quantity.value * factor
            return number.isInteger || type != .integer ? number.shortText(fractionDigits: 10) : nil
        case .bareNumberInPercent: return Decimal(text) == nil ? nil : "\(text)%"
        case .notADate:
            if case .otherwise(let day)? = WrittenDay(text) { return day.description }
            if case .pastMonthEnd(let last)? = WrittenDay(text) { return last.description }
            return nil
        default: return nil
        }
    }
}
