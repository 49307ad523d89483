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
}
