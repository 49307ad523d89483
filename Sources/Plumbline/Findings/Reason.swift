public import Diagnostics

/// Why a finding has its outcome: a code from the closed list of the rule language.
///
/// Where several causes meet, the one listed first here is the reason.
public enum Reason: String, CaseIterable, Hashable, Sendable {
    case excepted
    case waived
    case otherPeriod = "other_period"
    case outOfScope = "out_of_scope"
    case noLimit = "no_limit"
    case noTestedGroup = "no_tested_group"
    case armNotApplicable = "arm_not_applicable"
    case ruleError = "rule_error"
    case costLimit = "cost_limit"
    case parameterUnset = "parameter_unset"
    case noBenchmark = "no_benchmark"
    case scopeUnknown = "scope_unknown"
    case noRecord = "no_record"
    case listNotSubmitted = "list_not_submitted"
    case noSuchRecord = "no_such_record"
    case ambiguousRecord = "ambiguous_record"
    case noSuchPeriod = "no_such_period"
    case notPublished = "not_published"
    case missing
    case unreadable
    case dateMissing = "date_missing"
    case zeroDenominator = "zero_denominator"
    case zeroBase = "zero_base"
    case emptyGroup = "empty_group"
    case groupTooSmall = "group_too_small"
    case tooFewMeasured = "too_few_measured"
    case missingDecides = "missing_decides"
    case beforeDue = "before_due"
    case late
    case beyondLimit = "beyond_limit"
    case conditionFalse = "condition_false"
    case coverageShort = "coverage_short"
    case withinLimit = "within_limit"
    case conditionTrue = "condition_true"
    case coverageMet = "coverage_met"

    /// The outcome that the reason explains.
    public var outcome: Outcome {
        switch self {
        case .excepted, .otherPeriod, .outOfScope, .noLimit, .noTestedGroup, .armNotApplicable: .notApplicable
        case .waived: .waived
        case .ruleError, .costLimit: .error
        case .parameterUnset, .noBenchmark, .scopeUnknown, .noRecord, .listNotSubmitted, .noSuchRecord, .ambiguousRecord,
             .noSuchPeriod, .notPublished, .missing, .unreadable, .dateMissing, .zeroDenominator,
             .zeroBase, .emptyGroup, .groupTooSmall, .tooFewMeasured, .missingDecides: .notMeasured
        case .beforeDue: .notDue
        case .late, .beyondLimit, .conditionFalse, .coverageShort: .fail
        case .withinLimit, .conditionTrue, .coverageMet: .pass
        }
    }

    /// The reason in words, as a report prints it after the outcome.
    public var text: Localized {
        switch self {
        case .excepted: Localized(zh: "规划条文列明的例外", en: "exempted by the plan itself")
        case .waived: Localized(zh: "已获豁免", en: "waived for the time being")
        case .armNotApplicable: Localized(zh: "各项要求均不适用", en: "none of the alternatives applies")
        case .parameterUnset: Localized(zh: "所需的参数尚未设定", en: "a parameter that it needs has no value yet")
        case .noBenchmark: Localized(zh: "没有可比照的公布数据", en: "nobody has supplied the figure to compare with")
        case .notPublished: Localized(zh: "数据尚未公布", en: "the figure is not published yet")
        case .dateMissing: Localized(zh: "已达到，但没有填报日期", en: "reached, and nobody said when")
        case .late: Localized(zh: "达到时已逾期", en: "reached after its date")
        case .otherPeriod: Localized(zh: "不属于该规则考核的期间", en: "not of a period that the rule judges")
        case .noLimit: Localized(zh: "没有适用于该记录的限值", en: "no limit applies to this record")
        case .noTestedGroup: Localized(zh: "没有被比较的一方", en: "nobody to be compared")
        case .noRecord: Localized(zh: "名单内的单位没有报送该表的记录", en: "on the roster, and no row of it came")
        case .listNotSubmitted: Localized(zh: "相关明细表没有报送", en: "a table of details was not submitted")
        case .noSuchRecord: Localized(zh: "所指的记录不存在", en: "the record referred to is not there")
        case .ambiguousRecord: Localized(zh: "所指的记录不止一条", en: "more than one record is meant")
        case .noSuchPeriod: Localized(zh: "该期间没有数据", en: "no data for the period")
        case .zeroBase: Localized(zh: "基数为零或负数", en: "the base is zero or less")
        case .groupTooSmall: Localized(zh: "人数少于规定的下限", en: "a group is smaller than the rule allows")
        case .tooFewMeasured: Localized(zh: "已填报的比例过低", en: "too few are measured")
        case .missingDecides: Localized(zh: "缺失的数据足以改变结论", en: "the missing data could decide either way")
        case .beforeDue: Localized(zh: "尚未到期", en: "not due yet")
        case .coverageShort: Localized(zh: "达标的数量或比例不足", en: "too few meet the requirement")
        case .coverageMet: Localized(zh: "达标的数量或比例符合要求", en: "enough meet the requirement")
        case .outOfScope: Localized(zh: "不属于该规则的适用范围", en: "outside the rule's scope")
        case .ruleError: Localized(zh: "规则在该记录上出错", en: "the rule fails on this record")
        case .costLimit: Localized(zh: "计算量超出上限", en: "the rule is too dear to evaluate")
        case .scopeUnknown: Localized(zh: "不能确定是否适用", en: "cannot tell whether the rule applies")
        case .missing: Localized(zh: "数据未填报", en: "not reported")
        case .unreadable: Localized(zh: "数据无法读取", en: "cannot be read")
        case .zeroDenominator: Localized(zh: "分母为零", en: "the denominator is zero")
        case .emptyGroup: Localized(zh: "没有可统计的对象", en: "nothing to take the figure over")
        case .beyondLimit: Localized(zh: "未达到限值", en: "beyond the limit")
        case .conditionFalse: Localized(zh: "不符合要求", en: "the condition does not hold")
        case .withinLimit: Localized(zh: "符合限值", en: "within the limit")
        case .conditionTrue: Localized(zh: "符合要求", en: "the condition holds")
        }
    }
}

extension Reason: Comparable {
    public static func < (lhs: Reason, rhs: Reason) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
