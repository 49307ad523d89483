public import Diagnostics

/// A place at which a rule changes its mind, and of which its cases should show both sides.
public enum Boundary: Hashable, Sendable {
    case atLimit
    case justBelow
    case justAbove
    /// The upper end of a range, and a step beyond.
    case atUpperLimit
    case aboveUpperLimit
    /// One of the values that a rule lists, or none of them.
    case listed(String)
    case unlisted
    case conditionHolds
    /// All of a condition holds but for one of its terms.
    case withoutTerm(String)
    case missing
    case listNotSent
    case emptyList
    case zeroDenominator
    case absentPeriod
    case outOfScope
    case nobodyTested
    case sameTwice
    /// One of a rule's arms is met, by its place and name.
    case onlyArm(Int, Localized)
    case everyArm
    case noArm
    /// A step is reached the day after its due date, or nobody knows when.
    case dayLate
    case undated
    /// One of two lists has one less than the other, or one more.
    case oneMissing
    case oneExtra
    case noFigure
    /// The table came without a single record.
    case noRecords
    /// Somebody who has to answer has nothing.
    case emptyGroup

    /// The name of the case that shows it.
    public var title: Localized {
        switch self {
        case .atLimit: Localized(zh: "恰好达到限值", en: "at the limit")
        case .justBelow: Localized(zh: "略低于限值", en: "just below the limit")
        case .justAbove: Localized(zh: "略高于限值", en: "just above the limit")
        case .atUpperLimit: Localized(zh: "恰好达到上限", en: "at the upper limit")
        case .aboveUpperLimit: Localized(zh: "略高于上限", en: "just above the upper limit")
        case .listed(let value): Localized(zh: "取值为 \(value)", en: "with \(value)")
        case .unlisted: Localized(zh: "不在所列取值之内", en: "none of the values listed")
        case .conditionHolds: Localized(zh: "恰好符合条件", en: "the condition just holds")
        case .withoutTerm(let term): Localized(zh: "仅不满足 \(term)", en: "all holds but \(term)")
        case .missing: Localized(zh: "未填报", en: "not reported")
        case .listNotSent: Localized(zh: "明细表没有报送", en: "the list did not come")
        case .emptyList: Localized(zh: "明细表为空", en: "an empty list")
        case .zeroDenominator: Localized(zh: "分母为零", en: "nothing below the line")
        case .absentPeriod: Localized(zh: "该期间没有数据", en: "no data for the period")
        case .outOfScope: Localized(zh: "不属于适用范围", en: "outside the scope")
        case .nobodyTested: Localized(zh: "没有被比较的一方", en: "nobody to be compared")
        case .sameTwice: Localized(zh: "两条记录相同", en: "two records alike")
        case .onlyArm(_, let name): Localized(zh: "只满足“\(name.zh)”", en: "only '\(name.en)' is met")
        case .everyArm: Localized(zh: "各项均满足", en: "every arm is met")
        case .noArm: Localized(zh: "各项均不满足", en: "no arm is met")
        case .dayLate: Localized(zh: "迟一天达到", en: "reached a day late")
        case .undated: Localized(zh: "达到而未填日期", en: "reached without a date")
        case .oneMissing: Localized(zh: "少一项", en: "one is missing")
        case .oneExtra: Localized(zh: "多一项", en: "one is extra")
        case .noFigure: Localized(zh: "没有公布的数据", en: "no published figure")
        case .noRecords: Localized(zh: "一条记录也没有", en: "no record at all")
        case .emptyGroup: Localized(zh: "名册中的一组一条记录也没有", en: "a group of the roster without a record")
        }
    }

    /// Whether the case is of no use where it decides nothing.
    var isDecided: Bool {
        switch self {
        case .atLimit, .justBelow, .justAbove, .atUpperLimit, .aboveUpperLimit, .listed, .unlisted, .conditionHolds, .withoutTerm,
             .sameTwice, .onlyArm, .everyArm, .noArm, .dayLate, .oneMissing, .oneExtra: true
        default: false
        }
    }
}
