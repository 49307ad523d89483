public import Diagnostics

/// The names of the kinds of mistakes, in the order of reports.
public enum MutationKind: String, CaseIterable, Hashable, Sendable {
    case comparison = "operator"
    case threshold
    case period
    case filter
    case exception
    case coverage
    case enumeration
    case unit
    case missing
    case sides
    case aggregate
    case list
    case choice

    /// The kind in words.
    public var title: Localized {
        switch self {
        case .comparison: Localized(zh: "运算符", en: "operator")
        case .threshold: Localized(zh: "限值", en: "threshold")
        case .period: Localized(zh: "期间", en: "period")
        case .filter: Localized(zh: "条件", en: "filter")
        case .exception: Localized(zh: "点名与例外", en: "named records")
        case .coverage: Localized(zh: "覆盖", en: "coverage")
        case .enumeration: Localized(zh: "等级", en: "grade")
        case .unit: Localized(zh: "单位", en: "unit")
        case .missing: Localized(zh: "缺失处理", en: "missing")
        case .sides: Localized(zh: "比较双方", en: "sides")
        case .aggregate: Localized(zh: "统计方式", en: "aggregate")
        case .list: Localized(zh: "列举项", en: "list")
        case .choice: Localized(zh: "选项", en: "choice")
        }
    }
}
