import CEL
import Diagnostics
import Quantities

/// Faults that show when rules are held against the vocabulary and each other, each worded here and nowhere else.
extension Diagnostic {
    static func neverNull(_ field: String, at location: Location) -> Self {
        Self(
            code: "never-null", severity: .warning, at: location,
            message: Localized(
                zh: "字段“\(field)”从不为 null：空白单元格是未填报，这个比较没有意义",
                en: "'\(field)' never is null: a blank cell of it is missing, so the comparison says nothing"),
            help: Localized(
                zh: "问是否填报，写 measured(\(field))；空白表示“没有”时，在词汇表的字段中写 blank: none",
                en: "ask measured(\(field)) whether it is there; where a blank says that there is none, write blank: none in the vocabulary"))
    }

    /// - Parameter field: The field as the expression names it.
    static func comparesNone(_ field: String, at location: Location) -> Self {
        Self(
            code: "compares-none", severity: .warning, at: location,
            message: Localized(
                zh: "“\(field)”可以为“无”（blank: none），而“无”不能比较大小：遇到这样的记录，规则会出错",
                en: "'\(field)' may have none (blank: none), and none has no order: on such a record the rule fails with an error"),
            help: Localized(
                zh: "写 \(field) != null && …（“无”即不符合）或 \(field) == null || …（“无”也符合），或者加上 where；空白其实是未填报时，在词汇表中去掉 blank: none",
                en: "write \(field) != null && … (none does not meet it), or \(field) == null || … (none does), or say so under where; "
                    + "where a blank means not reported, remove blank: none from the vocabulary"))
    }

    static func noPeriodToJudge(table: String, at location: Location) -> Self {
        Self(
            code: "no-period-to-judge", at: location,
            message: Localized(
                zh: "表“\(table)”按期间报送，规则却没有说明考核哪个期间，规则集也没有到期日",
                en: "the records of '\(table)' are of periods, but neither the rule nor its ruleset says which are judged"),
            help: Localized(
                zh: "写上 period，例如 period: 2025 或 period: {each: 2021..2025}；或写上 due",
                en: "add a period, such as period: 2025 or period: {each: 2021..2025}, or a due date"))
    }

    static func noPeriodToObserve(_ indicator: String, at location: Location) -> Self {
        Self(
            code: "no-period-to-judge", at: location,
            message: Localized(
                zh: "指标“\(indicator)”按期间观测，规则却没有说明考核哪个期间，规则集也没有到期日",
                en: "the indicator '\(indicator)' is observed period by period, but neither the rule nor its ruleset says which is judged"),
            help: Localized(
                zh: "写上 period，例如 period: 2025 或 period: {each: 2021..2025}；或写上 due",
                en: "add a period, such as period: 2025 or period: {each: 2021..2025}, or a due date"))
    }

    static func coverageOfGroups(_ kind: String, at location: Location) -> Self {
        Self(
            code: "coverage-of-groups", at: location,
            message: Localized(
                zh: "目标“\(kind)”本身就是对一组记录的判断，不能再加 coverage",
                en: "the target '\(kind)' judges groups of records already, and takes no coverage"),
            help: Localized(zh: "去掉 coverage", en: "leave the coverage out"))
    }

    static func notACoverageLimit(_ kind: String, at location: Location) -> Self {
        Self(
            code: "coverage-limit", at: location,
            message: Localized(zh: "“\(kind)”不能用作 coverage 的限值", en: "'\(kind)' is no limit for a coverage"),
            help: Localized(zh: "写成 at_least: 80% 或 at_least: 16 家", en: "write at_least: 80% or at_least: 16"))
    }

    static func definitionOfOtherType(
        _ field: String, _ type: CEL.`Type`, wanted: CEL.`Type`, at location: Location
    ) -> Self {
        let (found, wanted) = (TypeName.of(type), TypeName.of(wanted))
        return Self(
            code: "definition-type", at: location,
            message: Localized(
                zh: "“\(field)”应为\(wanted.zh)，这里的表达式得到的却是\(found.zh)",
                en: "'\(field)' is \(wanted.en), but this expression gives \(found.en)"))
    }

    static func notAPeriodExpression(_ type: CEL.`Type`, at location: Location) -> Self {
        let found = TypeName.of(type)
        return Self(
            code: "period-type", at: location,
            message: Localized(
                zh: "表的 period 应得到期间，这里得到的却是\(found.zh)", en: "a table's period has to be a period, but this gives \(found.en)"),
            help: Localized(zh: "例如 year_of(called_at)", en: "write for instance year_of(called_at)"))
    }

    static func definitionOfItself(_ field: String, at location: Location) -> Self {
        Self(
            code: "definition-of-itself", at: location,
            message: Localized(zh: "“\(field)”的定义又用到了它自己", en: "the definition of '\(field)' leads back to itself"))
    }

    static func definitionTooDeep(_ field: String, limit: Int, at location: Location) -> Self {
        Self(
            code: "definition-too-deep", at: location,
            message: Localized(
                zh: "“\(field)”由一连串字段逐个推出，超过了 \(limit) 层",
                en: "'\(field)' is made from a chain of more than \(limit) fields"))
    }

    /// - Parameters:
    ///   - text: The value as it is written; nil for what is no single value.
    ///   - unit: What the parameter is measured in.
    static func parameterOfOtherType(_ name: String, type: String, text: String?, unit: Unit? = nil, at location: Location) -> Self {
        let fault = Self(
            code: "parameter-type", at: location,
            message: Localized(
                zh: "参数“\(name)”的值不是“\(type)”类型", en: "the value of the parameter '\(name)' is not of the type '\(type)'"),
            help: unit.map { Localized(zh: "写成以“\($0.symbol)”计的数，或改 unit", en: "write it in '\($0.symbol)', or change its unit") }
                ?? exampleOfType(type))
        guard type == "date", let text else { return fault }
        let message = fault.message
        var told = fault.ofDay(text)
        if told.mend != nil { told.message = message }
        return told
    }

    /// How a value of a parameter's type is written.
    private static func exampleOfType(_ type: String) -> Localized? {
        switch type {
        case "integer": Localized(zh: "写整数，例如 20；有小数时把 type 改为 decimal", en: "write a whole number, such as 20, or make its type decimal")
        case "decimal": Localized(zh: "写数字，例如 1.5", en: "write a number, such as 1.5")
        case "percent": Localized(zh: "写百分数，例如 60%", en: "write a percentage, such as 60%")
        case "quantity": Localized(zh: "写数字和单位，例如 20 张", en: "write a number and its unit, such as 20 张")
        case "date": Localized(zh: "写成 2025-12-31 的形式", en: "write it as 2025-12-31")
        case "period": Localized(zh: "写成 2024、2019Q4 或 2024-05", en: "write 2024, 2019Q4 or 2024-05")
        case let list where list.hasPrefix("list("): Localized(zh: "写成列表：[…, …]", en: "write a list: […, …]")
        default: nil
        }
    }

    static func unknownParameterType(_ type: String, among types: [String], at location: Location) -> Self {
        let nearest = NearestName.to(type, among: types)
        return Self(
            code: "unknown-parameter-type", at: location,
            message: Localized(zh: "没有名为“\(type)”的参数类型", en: "there is no type '\(type)' for parameters"),
            help: nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") }
                ?? Localized(
                    zh: "可用的类型：\(types.joined(separator: "、"))，以及 list(…)",
                    en: "the types are \(types.joined(separator: ", ")), and list(…)"))
    }

    static func unusedParameter(_ name: String, at location: Location) -> Self {
        Self(
            code: "unused-parameter", severity: .warning, at: location,
            message: Localized(zh: "没有规则用到参数“\(name)”", en: "no rule uses the parameter '\(name)'"),
            help: Localized(zh: "在规则里写 params.\(name)，或去掉它", en: "write params.\(name) in a rule, or leave it out"))
    }

    static func unknownRule(_ name: String, among names: [String], at location: Location) -> Self {
        Self(
            code: "unknown-rule", at: location,
            message: Localized(zh: "没有名为“\(name)”的规则", en: "there is no rule '\(name)'"),
            help: NearestName.to(name, among: names).map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") },
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func asksAboutGroups(_ name: String, at location: Location) -> Self {
        Self(
            code: "asks-about-groups", at: location,
            message: Localized(
                zh: "规则“\(name)”判断的是一组记录，单条记录谈不上是否符合", en: "the rule '\(name)' judges groups of records; no single record meets it"))
    }

    static func asksAboutItself(_ name: String, at location: Location) -> Self {
        Self(
            code: "asks-about-itself", at: location,
            message: Localized(zh: "规则“\(name)”的结论又取决于它自己", en: "the verdict of '\(name)' depends on itself"))
    }

    static func neverApplies(_ rule: String, at location: Location) -> Self {
        Self(
            code: "never-applies", at: location,
            message: Localized(zh: "规则“\(rule)”不可能适用于任何记录", en: "the rule '\(rule)' can apply to no record"),
            help: Localized(zh: "检查范围里的条件是否互相矛盾", en: "look for conditions in its scope that contradict each other"))
    }

    static func listMayNotHaveCome(_ list: String, table: String, at location: Location) -> Self {
        Self(
            code: "list-may-not-have-come", severity: .warning, at: location,
            message: Localized(
                zh: "表“\(table)”可能没有报送：没有“\(list)”的单位会被当作零",
                en: "the table '\(table)' may not have been sent: whoever has no '\(list)' counts as zero"),
            help: Localized(
                zh: "在 submission.yaml 中逐个单位列明报送的表和零报告，并加一个 reason: list_not_submitted 的用例说明未报时的结果；空表只可能是漏报时，在词汇表中写 at_least_one: true",
                en: "have submission.yaml say who sent the table and who has nothing to report, and show what comes of it in a case with reason: list_not_submitted; write at_least_one: true in the vocabulary where an empty list can only mean that nothing came"))
    }
}
