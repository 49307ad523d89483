import CEL
import Diagnostics

/// The faults that a target can have, each worded here and nowhere else.
extension Diagnostic {
    static func noCases(at location: Location) -> Self {
        Self(
            code: "no-cases", at: location,
            message: Localized(zh: "限值列表是空的，任何记录都没有限值", en: "the list of limits is empty, so that no record has one"),
            help: Localized(
                zh: "写成 [{when: 条件, limit: 限值}, …]", en: "write [{when: condition, limit: …}, …]"))
    }

    static func tooManyCases(_ count: Int, most: Int, at location: Location) -> Self {
        Self(
            code: "too-many-cases", at: location,
            message: Localized(
                zh: "限值分了 \(count) 种情形，最多 \(most) 种", en: "the limit has \(count) cases, and \(most) are the most there can be"),
            help: Localized(
                zh: "把各情形的限值放进数据表，用 {value: …} 引用", en: "keep the limits in a table and refer to them with {value: …}"))
    }

    static func notACase(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-case", at: location,
            message: Localized(
                zh: "分情形的限值每项写 {when: 条件, limit: 限值}，这里却是\(found.zh)",
                en: "each item of a list of limits is {when: condition, limit: …}, but this is \(found.en)"),
            help: Localized(
                zh: "其余情形写 {when: true, limit: …}", en: "for all other records write {when: true, limit: …}"))
    }

    static func caseWithoutList(at location: Location) -> Self {
        Self(
            code: "case-without-list", at: location,
            message: Localized(zh: "分情形的限值要写成列表", en: "a limit under a condition stands in a list"),
            help: Localized(zh: "写成 [{when: …, limit: …}]", en: "write [{when: …, limit: …}]"))
    }

    static func caseNeverReached(after condition: String, at location: Location) -> Self {
        let isAlways = condition == "true"
        return Self(
            code: "case-never-reached", at: location,
            message: isAlways
                ? Localized(zh: "前面的情形总是成立，轮不到这一项", en: "a case before this one always holds, so that it is never come to")
                : Localized(
                    zh: "前面已有同样的条件“\(condition)”，轮不到这一项",
                    en: "a case before this one has the same condition, '\(condition)', so that it is never come to"),
            help: isAlways
                ? Localized(zh: "把 when: true 移到最后", en: "move 'when: true' to the end")
                : Localized(zh: "删去这一项，或改写条件", en: "leave this one out, or write another condition"))
    }

    static func caseNeverHolds(at location: Location) -> Self {
        Self(
            code: "case-never-holds", at: location,
            message: Localized(zh: "这一情形永远不成立", en: "this case never holds"),
            help: Localized(zh: "删去这一项，或改写条件", en: "leave it out, or write another condition"))
    }

    static func computedLimitNotOfType(_ type: CEL.`Type`, observed: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "limit-type", at: location,
            message: Localized(
                zh: "限值算出来是\(TypeName.of(type).zh)，而所观察的是\(TypeName.of(observed).zh)",
                en: "the limit comes out as \(TypeName.of(type).en), but what is observed is \(TypeName.of(observed).en)"))
    }

    static func targetNeeds(_ kind: String, _ wanted: Localized, not type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "target-on-type", at: location,
            message: Localized(
                zh: "目标“\(kind)”不能用于\(TypeName.of(type).zh)", en: "the target '\(kind)' does not suit \(TypeName.of(type).en)"),
            help: Localized(zh: "它需要\(wanted.zh)", en: "it needs \(wanted.en)"))
    }

    static func valueNotNeeded(_ kind: String, at location: Location) -> Self {
        Self(
            code: "value-not-needed", at: location,
            message: Localized(
                zh: "目标“\(kind)”不针对某个数值，不能写 observe", en: "the target '\(kind)' is not about a value, and takes no observe"),
            help: Localized(zh: "删去 observe", en: "leave observe out"))
    }

    static func emptyPattern(at location: Location) -> Self {
        Self(
            code: "empty-pattern", at: location,
            message: Localized(zh: "正则表达式是空的，任何文本都符合", en: "the pattern is empty, and every text matches it"),
            help: Localized(zh: #"例如 '^[A-Z]{2}\d+$'"#, en: #"for example '^[A-Z]{2}\d+$'"#))
    }
}

extension Localized {
    /// What a target's mapping is, in messages of its keys.
    static func target(_ kind: String) -> Localized { Localized(zh: "目标“\(kind)”", en: "the target '\(kind)'") }
}

/// Faults of `about`.
extension Diagnostic {
    static func aboutWithoutTolerance(_ value: String, at location: Location) -> Self {
        Self(
            code: "about-without-tolerance", at: location,
            message: Localized(
                zh: "“左右”允许相差多少没有写明", en: "nothing says how far from the value still counts as about"),
            help: Localized(
                zh: "写 about: {value: \(value), tolerance: …}，或在规则集头部写 tolerances: {about: 5%}",
                en: "write about: {value: \(value), tolerance: …}, or tolerances: {about: 5%} in the ruleset's header"))
    }

    static func toleranceOfOtherKind(_ text: String, observed: Localized, example: String?, at location: Location) -> Self {
        Self(
            code: "tolerance-unit", at: location,
            message: Localized(
                zh: "允许的偏差“\(text)”与\(observed.zh)不能相加减", en: "the tolerance '\(text)' cannot be added to \(observed.en)"),
            help: example.map {
                Localized(zh: "例如 \($0)；相对的偏差写百分比，例如 5%", en: "for example \($0); write one relative to the value in percent, such as 5%")
            })
    }

    static func badTolerance(_ text: String, at location: Location) -> Self {
        Self(
            code: "bad-tolerance", at: location,
            message: Localized(zh: "允许的偏差应大于零，这里却是“\(text)”", en: "a tolerance is more than nothing, but this is '\(text)'"),
            help: Localized(zh: "两个方向用 side 写：both、below 或 above", en: "for one direction write side: below or above"))
    }
}

/// Faults of `change` and `growth`.
extension Diagnostic {
    static func notAComparison(_ kind: String, _ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-comparison", at: location,
            message: Localized(
                zh: "“\(kind)”要写明限值和相比的期间，这里却是\(found.zh)",
                en: "'\(kind)' takes a limit and the period to compare with, but this is \(found.en)"),
            help: Localized(
                zh: "例如 \(kind): {at_least: …, against: previous}", en: "for example \(kind): {at_least: …, against: previous}"))
    }

    static func boundMissing(_ kind: String, among bounds: [String], at location: Location) -> Self {
        Self(
            code: "bound-missing", at: location,
            message: Localized(
                zh: "目标“\(kind)”缺少限值", en: "the target '\(kind)' has no limit"),
            help: Localized(
                zh: "写明其一：\(bounds.joined(separator: "、"))", en: "write one of: \(bounds.joined(separator: ", "))"))
    }

    static func twoBounds(_ first: String, _ second: String, at location: Location) -> Self {
        Self(
            code: "two-bounds", at: location,
            message: Localized(zh: "“\(first)”和“\(second)”只能写一个", en: "there is both '\(first)' and '\(second)', where only one can stand"),
            help: Localized(zh: "两个限值写成两条规则", en: "write two rules for two limits"))
    }

    static func noPeriods(table: String, kind: String, at location: Location) -> Self {
        Self(
            code: "no-periods", at: location,
            message: Localized(
                zh: "表“\(table)”没有期间，“\(kind)”无从与上期相比",
                en: "the table '\(table)' has no periods, so that '\(kind)' has nothing to compare with"),
            help: Localized(zh: "在词汇表中给该表写上 period:", en: "give the table a period: in the vocabulary"))
    }

    static func comparesAlready(_ name: String, kind: String, at location: Location) -> Self {
        Self(
            code: "compares-already", at: location,
            message: Localized(
                zh: "所观察的已经用了“\(name)”，不能再用“\(kind)”与另一期间相比",
                en: "what is observed uses '\(name)' itself, so that '\(kind)' cannot take it in another period"),
            help: Localized(
                zh: "只观察本期的值，或改用 at_least 等目标", en: "observe this period's value alone, or use a target such as at_least"))
    }

    static func changeInPercent(_ text: String, points: String, at location: Location) -> Self {
        Self(
            code: "change-in-percent", at: location,
            message: Localized(
                zh: "占比的变化以百分点计，“\(text)”可能被当成相对变化", en: "a share changes by percentage points; '\(text)' may be read as a relative change"),
            help: Localized(
                zh: "写 \(points)；若确指相对变化，用 growth", en: "write \(points); for a relative change use growth"))
    }

    static func growthInPoints(_ text: String, percent: String, at location: Location) -> Self {
        Self(
            code: "growth-in-points", at: location,
            message: Localized(
                zh: "增长以百分数计，“\(text)”是百分点", en: "growth is in percent, and '\(text)' is in percentage points"),
            help: Localized(
                zh: "写 \(percent)；若确指百分点，用 change", en: "write \(percent); where points are meant, use change"))
    }
}

/// Faults of `parity` and `unique`.
extension Diagnostic {
    static func parityInPercent(_ text: String, at location: Location) -> Self {
        Self(
            code: "parity-in-percent", at: location,
            message: Localized(
                zh: "parity 的限值是另一方数值的百分之几，这里却是“\(text)”",
                en: "the limit of parity is in percent of the other side's figure, but this is '\(text)'"),
            help: Localized(zh: "不低于另一方写 at_least: 100%", en: "for no less than the other side write at_least: 100%"))
    }

    static func badGroupSize(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "bad-group-size", at: location,
            message: Localized(
                zh: "min_group 应是大于零的整数，这里却是\(found.zh)", en: "min_group is a whole number above zero, but this is \(found.en)"))
    }

    static func strataTwice(_ text: String, at location: Location) -> Self {
        Self(
            code: "listed-twice", at: location,
            message: Localized(zh: "“\(text)”写了两次", en: "'\(text)' is listed twice"),
            help: Localized(zh: "删去重复的一个", en: "leave one of them out"))
    }

    static func sameSides(at location: Location) -> Self {
        Self(
            code: "same-sides", at: location,
            message: Localized(
                zh: "test 和 against 条件相同，是在与自己相比", en: "test and against are the same condition, so that a group is compared with itself"),
            help: Localized(zh: "写出另一方的条件，或删去 against 与全体相比", en: "write the other side's condition, or leave against out to compare with everyone"))
    }

    static func strataOfType(_ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "strata-type", at: location,
            message: Localized(
                zh: "不能按\(TypeName.of(type).zh)分组", en: "\(TypeName.of(type).en) is nothing to group records by"),
            help: Localized(zh: "按字段或引用的记录分组，例如 [institution]", en: "group by fields or by a record referred to, such as [institution]"))
    }
}
