/// The reasons of findings in the order in which the first of several is told, from the table of the rule language.
enum PlainReason: String, CaseIterable, Comparable {
    case excepted, waived, other_period, out_of_scope, no_limit, no_tested_group, arm_not_applicable
    case rule_error, cost_limit
    case parameter_unset, no_benchmark
    case scope_unknown
    case no_record, list_not_submitted
    case no_such_record, ambiguous_record, no_such_period, not_published
    case missing, unreadable, date_missing
    case zero_denominator, zero_base, empty_group, group_too_small, too_few_measured, missing_decides
    case before_due
    case late
    case beyond_limit, condition_false, coverage_short
    case within_limit, condition_true, coverage_met

    static func < (a: Self, b: Self) -> Bool { allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)! }

    var outcome: PlainOutcome {
        switch self {
        case .excepted, .other_period, .out_of_scope, .no_limit, .no_tested_group, .arm_not_applicable: .notApplicable
        case .waived: .waived
        case .rule_error, .cost_limit: .error
        case .before_due: .notDue
        case .late, .beyond_limit, .condition_false, .coverage_short: .fail
        case .within_limit, .condition_true, .coverage_met: .pass
        default: .notMeasured
        }
    }

    /// Whether it says that somebody left a cell blank, or wrote what nobody can read.
    var isOfCell: Bool { self == .missing || self == .unreadable || self == .missing_decides }

    /// Whether nothing came, of a cell, a record or a list.
    var isUnreported: Bool { isOfCell || self == .no_record || self == .list_not_submitted }
}

enum PlainOutcome: String, CaseIterable {
    case pass, fail, notDue, notApplicable, notMeasured, error, waived
}
