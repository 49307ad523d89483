import Diagnostics

/// The faults of what a vocabulary says of dates, each worded here and nowhere else.
extension Diagnostic {
    static func reachedOnType(_ field: Field, at location: Location) -> Self {
        let why = field.isMany
            ? Localized(zh: "一格可有多个值", en: "can have several values")
            : Localized(zh: "的类型是 \(field.type.name)", en: "is of type \(field.type.name)")
        return Self(
            code: "reached-on-type", at: location,
            message: Localized(
                zh: "reached_on 写的是各步骤的日期，而字段“\(field.name)”\(why.zh)",
                en: "'reached_on' names the dates of steps, but the field '\(field.name)' \(why.en)"),
            help: Localized(zh: "只用于有序枚举的字段", en: "it belongs to fields of an ordered enumeration"))
    }

    static func notADateField(_ field: Field, at location: Location) -> Self {
        Self(
            code: "not-a-date-field", at: location,
            message: field.isMany
                ? Localized(zh: "字段“\(field.name)”一格可有多个日期", en: "the field '\(field.name)' can have several dates")
                : field.type == .inferred
                    ? Localized(zh: "字段“\(field.name)”没有写明类型", en: "the field '\(field.name)' does not say its type")
                    : Localized(
                        zh: "字段“\(field.name)”的类型是 \(field.type.name)，不是日期",
                        en: "the field '\(field.name)' is of type \(field.type.name), and is no date"),
            help: field.definition == nil
                ? Localized(zh: "用 date 类型的字段", en: "use a field of type date")
                : Localized(
                    zh: "计算字段须写明 type: date，见 \(field.location)",
                    en: "a computed field has to say type: date, at \(field.location)"))
    }

    static func validWithoutDays(at location: Location) -> Self {
        Self(
            code: "valid-without-days", at: location,
            message: Localized(zh: "valid 没有写出日期字段", en: "'valid' names no field that holds a day"),
            help: Localized(zh: "例如 valid: {from: granted_on, until: lost_on}", en: "for example valid: {from: granted_on, until: lost_on}"))
    }

    static func validForNoDay(_ field: String, at location: Location) -> Self {
        Self(
            code: "valid-for-no-day", at: location,
            message: Localized(
                zh: "from 和 until 都是“\(field)”，记录没有一天有效", en: "'from' and 'until' are both '\(field)', so that no record is valid on any day"),
            help: Localized(zh: "until 应是失效日期的字段", en: "let until be the field of the day on which a record no longer is"))
    }

    static func registerOfPeriods(_ table: String, at location: Location) -> Self {
        Self(
            code: "register-of-periods", at: location,
            message: Localized(
                zh: "表“\(table)”的记录各有期间，不能再有 valid", en: "the records of '\(table)' are each of a period, and cannot have 'valid' besides"),
            help: Localized(
                zh: "逐期报送的表写 period，有起止日期的名册写 valid", en: "write period for a table that comes once a period, valid for a register with dates"))
    }
}
