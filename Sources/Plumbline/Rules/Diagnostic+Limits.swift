import CEL
import Diagnostics
import Quantities
import YAML

/// The faults of targets and of their limits, each worded here and nowhere else.
extension Diagnostic {
    static func oneTarget(at location: Location) -> Self {
        Self(
            code: "one-target", at: location,
            message: Localized(zh: "target 下只能有一种目标", en: "target takes exactly one kind of limit"),
            help: Localized(zh: "上下限都有时写 between: [低, 高]", en: "for a floor and a ceiling write between: [low, high]"))
    }

    static func unknownTarget(_ name: String, among kinds: [String], at location: Location) -> Self {
        let nearest = NearestName.to(name, among: kinds)
        return Self(
            code: "unknown-target", at: location,
            message: Localized(zh: "没有目标“\(name)”", en: "there is no target '\(name)'"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(zh: "可用的目标：\(kinds.joined(separator: "、"))", en: "the targets are \(kinds.joined(separator: ", "))"),
            mend: Mend(respelling: name, among: kinds, at: location))
    }

    static func notATarget(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-target", at: location,
            message: Localized(
                zh: "目标由种类和限值组成，这里却是\(found.zh)", en: "a target is a kind and its limit, but this is \(found.en)"),
            help: Localized(zh: "例如 target: {at_least: 85%}", en: "write it as in target: {at_least: 85%}"))
    }

    static func targetOnType(_ kind: String, _ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "target-on-type", at: location,
            message: Localized(
                zh: "目标“\(kind)”不能用于\(TypeName.of(type).zh)", en: "the target '\(kind)' does not suit \(TypeName.of(type).en)"),
            help: Localized(zh: "它需要数字、日期、期间或有序枚举", en: "it needs a number, a date, a period or an ordered enumeration"))
    }

    static func notALimit(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-limit", at: location,
            message: Localized(zh: "限值应为一个数量，这里却是\(found.zh)", en: "a limit is one quantity, but this is \(found.en)"),
            help: Localized(zh: "例如 85%、20 张、1000 万元", en: "for example 85%, 20 张, 1000 万元"))
    }

    static func limitNotOfType(_ text: String, _ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "limit-type", at: location,
            message: Localized(
                zh: "限值“\(text)”与所观察的\(TypeName.of(type).zh)不符", en: "the limit '\(text)' does not suit the observed value, which is \(TypeName.of(type).en)"))
    }

    static func splitNumber(_ text: String, plain: String, at location: Location) -> Self {
        Self(
            code: "bad-quantity", at: location,
            message: Localized(zh: "“\(text)”中的逗号把数字分成了两半", en: "the comma in '\(text)' breaks the number in two"),
            help: Localized(zh: "写成 \(plain)", en: "write \(plain)"))
    }

    static func betweenNeedsTwo(at location: Location) -> Self {
        Self(
            code: "between-needs-two", at: location,
            message: Localized(zh: "between 需要低、高两个限值", en: "between needs two limits, the lower first"),
            help: Localized(zh: "写 between: [60%, 80%]", en: "write between: [60%, 80%]"))
    }

    static func betweenReversed(_ low: String, _ high: String, at location: Location) -> Self {
        Self(
            code: "between-reversed", at: location,
            message: Localized(zh: "between 的低限“\(low)”高于高限“\(high)”", en: "between begins with '\(low)', which is above its end '\(high)'"),
            help: Localized(zh: "写 between: [\(high), \(low)]", en: "write between: [\(high), \(low)]"))
    }

    static func emptyList(at location: Location) -> Self {
        Self(
            code: "empty-list", at: location,
            message: Localized(zh: "列表为空，没有任何值能够符合", en: "the list is empty, so that no value could be in it"),
            help: Localized(zh: "写出允许的取值", en: "write the values that are allowed"))
    }

    static func unitMismatch(_ limit: Localized, observed: Localized, at location: Location, help: Localized?) -> Self {
        Self(
            code: "unit-mismatch", at: location,
            message: Localized(
                zh: "单位不一致：\(limit.zh)与\(observed.zh)不是同一种量",
                en: "the units differ: \(limit.en) and \(observed.en) are not of one kind"),
            help: help)
    }

    /// A number without a unit as the limit of what has one.
    static func bareNumber(_ text: String, beside unit: Unit, at location: Location) -> Self {
        withoutUnit(text, unit, beside(unit), at: location) { $0 }
    }

    /// A number without a unit in an expression, beside what has one.
    static func bareNumber(inExpression text: String, beside unit: Unit, at location: Location) -> Self {
        withoutUnit(text, unit, beside(unit), at: location) { "q('\($0)')" }
    }

    /// A number without a unit that a case expects of a rule that has one.
    static func bareFigure(_ text: String, unit: Unit, at location: Location) -> Self {
        let rule = Localized(zh: "而规则以“\(unit.symbol)”计", en: "but the rule is in '\(unit.symbol)'")
        return withoutUnit(text, unit, rule, at: location) { $0 }
    }

    private static func beside(_ unit: Unit) -> Localized {
        Localized(zh: "而旁边的值以“\(unit.symbol)”计", en: "but the value beside it is in '\(unit.symbol)'")
    }

    /// - Parameter write: How a quantity is written at the place.
    private static func withoutUnit(
        _ text: String, _ unit: Unit, _ why: Localized, at location: Location, write: (String) -> String
    ) -> Self {
        let isClose = unit.isRatioSign || unit.isShareDifference
        let plain = write("\(text)\(isClose ? "" : " ")\(unit.symbol)")
        // 0.85 beside percentages is 85% rather than 0.85%, as putting the sign behind it would say.
        let number = Decimal(text).map { Number($0) } ?? 1
        let fraction = isClose && unit.scale == Unit.percent.scale && number < 1 && -1 < number
            ? write("\((number * 100).description)\(unit.symbol)") : nil
        return Self(
            code: "bare-number", at: location,
            message: Localized(zh: "“\(text)”没有单位，\(why.zh)", en: "'\(text)' has no unit, \(why.en)"),
            help: fraction.map { Localized(zh: "写成 \($0)；若确指不到百分之一，写成 \(plain)", en: "write \($0), or \(plain) where less than one per cent is meant") }
                ?? Localized(zh: "写成 \(plain)", en: "write \(plain)"))
    }

    static func percentMissing(_ text: String, at location: Location) -> Self { percentMissing(text, at: location) { $0 } }

    static func percentMissing(inExpression text: String, at location: Location) -> Self {
        percentMissing(text, at: location) { "q('\($0)')" }
    }

    /// - Parameter write: How a quantity is written at the place.
    private static func percentMissing(_ text: String, at location: Location, write: (String) -> String) -> Self {
        let times = Decimal(text).map { (Number($0) * 100).description } ?? text
        let (share, whole) = (write("\(text)%"), write("\(times)%"))
        return Self(
            code: "percent-missing", at: location,
            message: Localized(
                zh: "所观察的是比值，“\(text)”就是 \(text) 倍", en: "what is observed is a ratio, of which '\(text)' is \(text) times"),
            help: Localized(zh: "写成 \(share)；若确指 \(text) 倍，写成 \(whole)", en: "write \(share), or \(whole) where \(text) times is meant"))
    }

    /// Percentage points as the limit of a share, which they do not measure.
    static func pointsOfShare(_ text: String, percent: String, at location: Location) -> Self {
        Self(
            code: "points-of-share", at: location,
            message: Localized(
                zh: "“\(text)”是两个占比之差（百分点），而所观察的是占比本身",
                en: "'\(text)' is a difference between shares (percentage points), but what is observed is a share"),
            help: Localized(
                zh: "写成 \(percent)；要求变化多少时用 change，与别处比较时用 peers",
                en: "write \(percent); for how far a share has moved use change, for how far it is from others use peers"))
    }

    /// A number in 万 or 亿 that does not say of what.
    static func magnitudeWithoutUnit(_ text: String, write: String, at location: Location) -> Self {
        Self(
            code: "bare-number", at: location,
            message: Localized(zh: "“\(text)”没有说以什么计", en: "'\(text)' does not say of what"),
            help: Localized(zh: "写成 \(write)", en: "write \(write)"))
    }

    static func hundredfoldShare(at location: Location) -> Self {
        Self(
            code: "hundredfold-share", at: location,
            message: Localized(
                zh: "占比乘以 100 后再与百分数比较，会大 100 倍", en: "a share times 100 held against a percentage is a hundred times too large"),
            help: Localized(zh: "去掉 * 100：85% 就是 0.85", en: "leave '* 100' out: 85% is 0.85"))
    }

    static func observesNone(_ field: String, at location: Location) -> Self {
        Self(
            code: "observes-none", at: location,
            message: Localized(
                zh: "字段“\(field)”可以为“无”（blank: none），“无”不能与限值比较",
                en: "the field '\(field)' may have none (blank: none), and none does not compare with a limit"),
            help: Localized(zh: "加上 where: \(field) != null", en: "add where: \(field) != null"))
    }
}
