import Diagnostics

/// The faults of hierarchies and observations, each worded here and nowhere else.
extension Diagnostic {
    static func parentOfOtherTable(_ field: Field, table: String, at location: Location) -> Self {
        Self(
            code: "parent-of-other-table", at: location,
            message: Localized(
                zh: "字段“\(field.name)”不引用表“\(table)”，不能作为上级",
                en: "the field '\(field.name)' does not refer to '\(table)', and cannot be what a record lies within"),
            help: Localized(
                zh: "写成 \(field.name): {references: \(table)}", en: "write \(field.name): {references: \(table)}"))
    }

    static func unfitColumn(_ field: Field, wanted: Localized, at location: Location) -> Self {
        let found = field.isMany
            ? Localized(zh: "一格可有多个值", en: "can have several values")
            : field.definition != nil
                ? Localized(zh: "是计算出来的", en: "is computed")
                : Localized(zh: "的类型是 \(field.type.name)", en: "is of type \(field.type.name)")
        return Self(
            code: "unfit-field", at: location,
            message: Localized(
                zh: "这里应是\(wanted.zh)，而字段“\(field.name)”\(found.zh)",
                en: "this should be \(wanted.en), but the field '\(field.name)' \(found.en)"))
    }

    static func levelsOutOfOrder(at location: Location) -> Self {
        Self(
            code: "levels-out-of-order", at: location,
            message: Localized(zh: "层级的次序与枚举的次序不一致", en: "the levels do not follow the order of their enumeration"),
            help: Localized(zh: "由高到低排列层级", en: "write the levels from the highest to the lowest"))
    }

    static func observationsWithoutPeriod(_ table: String, at location: Location) -> Self {
        Self(
            code: "observations-without-period", at: location,
            message: Localized(
                zh: "表“\(table)”没有期间，看不出观测值属于哪一期", en: "the table '\(table)' has no period, so that nothing says of which period its values are"),
            help: Localized(zh: "写上 period: 和存放期间的字段", en: "give it period: with the field that holds it"))
    }

    static func observedTwice(_ table: String, first: String, at location: Location) -> Self {
        Self(
            code: "observed-twice", at: location,
            message: Localized(
                zh: "表“\(table)”的观测值已在表“\(first)”中", en: "the table '\(first)' holds the observations of '\(table)' already"),
            help: Localized(zh: "一个表的观测值放在一个长表中", en: "let one long table hold them"))
    }

    static func breakdownOfNothing(_ indicator: String, of table: String, at location: Location) -> Self {
        Self(
            code: "breakdown-of-nothing", at: location,
            message: Localized(
                zh: "指标“\(indicator)”写了 breakdown，但没有长表为表“\(table)”提供分项观测值",
                en: "the indicator '\(indicator)' has a breakdown, but no long table with one observes '\(table)'"),
            help: Localized(
                zh: "在观测表的 observations 中写 breakdown:，或删去这里的 breakdown", en: "write breakdown: under that table's observations, or leave it out here"))
    }

    static func sharedIndicatorName(_ name: String, of field: String, and other: String, at location: Location) -> Self {
        Self(
            code: "shared-indicator-name", at: location,
            message: Localized(
                zh: "观测值中的“\(name)”既可指指标“\(other)”，也可指“\(field)”", en: "in observations '\(name)' could be the indicator '\(other)' as well as '\(field)'"),
            help: Localized(zh: "给其中一个换名称，或用 breakdown 区分", en: "give one of them another name, or tell them apart by breakdown"))
    }
}
