public import Diagnostics

/// Why a finding has its outcome: a code from the closed list of the rule language.
///
/// Where several causes meet, the one listed first here is the reason.
public enum Reason: String, CaseIterable, Hashable, Sendable {
    case outOfScope = "out_of_scope"
    case ruleError = "rule_error"
    case costLimit = "cost_limit"
    case scopeUnknown = "scope_unknown"
    case missing
    case unreadable
    case zeroDenominator = "zero_denominator"
    case emptyGroup = "empty_group"
    case beyondLimit = "beyond_limit"
    case conditionFalse = "condition_false"
    case withinLimit = "within_limit"
    case conditionTrue = "condition_true"

    /// The outcome that the reason explains.
    public var outcome: Outcome {
        switch self {
        case .outOfScope: .notApplicable
        case .ruleError, .costLimit: .error
        case .scopeUnknown, .missing, .unreadable, .zeroDenominator, .emptyGroup: .notMeasured
        case .beyondLimit, .conditionFalse: .fail
        case .withinLimit, .conditionTrue: .pass
        }
    }

    /// The reason in words, as a report prints it after the outcome.
    public var text: Localized {
        switch self {
        case .outOfScope: Localized(zh: "不属于该规则的适用范围", en: "outside the rule's scope")
        case .ruleError: Localized(zh: "规则在该记录上出错", en: "the rule fails on this record")
        case .costLimit: Localized(zh: "计算量超出上限", en: "the rule is too dear to evaluate")
        case .scopeUnknown: Localized(zh: "是否适用无法判断", en: "cannot tell whether the rule applies")
        case .missing: Localized(zh: "数据未填报", en: "not reported")
        case .unreadable: Localized(zh: "数据无法读取", en: "cannot be read")
        case .zeroDenominator: Localized(zh: "分母为零", en: "the denominator is zero")
        case .emptyGroup: Localized(zh: "没有可统计的对象", en: "nothing to take the figure over")
        case .beyondLimit: Localized(zh: "未达到限值", en: "beyond the limit")
        case .conditionFalse: Localized(zh: "条件不成立", en: "the condition does not hold")
        case .withinLimit: Localized(zh: "符合限值", en: "within the limit")
        case .conditionTrue: Localized(zh: "条件成立", en: "the condition holds")
        }
    }
}

extension Reason: Comparable {
    public static func < (lhs: Reason, rhs: Reason) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
