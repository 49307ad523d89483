import Diagnostics
import Plumbline

/// What a whole run says of one requirement of a plan.
///
/// The raw values are the words of the JSON report; they never change meaning.
enum ClauseStatus: String, CaseIterable {
    /// Everything that was judged passes, and everything was judged.
    case met
    case notMet = "not_met"
    /// Some records pass, some fail.
    case partly
    case notDue = "not_due"
    /// Nothing fails and everything was judged, but only because some records are let pass for the time being.
    case waived
    /// Nothing fails, but something that should have been judged was not: what was not reported never counts as met.
    case cannotTell = "cannot_tell"
    /// Nothing that was submitted is in its scope.
    case notApplicable = "not_applicable"
    case uncheckable
    case forgotten
    /// The run ended before all of it was judged, and what was judged fails nowhere.
    case notJudged = "not_judged"

    /// The status of what some rules ask together.
    init(_ summaries: [RuleSummary]) {
        func count(_ outcome: Outcome) -> Int { summaries.reduce(0) { $0 + $1.count(outcome) } }
        if count(.fail) > 0 {
            self = count(.pass) > 0 ? .partly : .notMet
        } else if summaries.contains(where: \.isUnfinished) {
            self = .notJudged
        } else if count(.notMeasured) + count(.error) > 0 || summaries.contains(where: { $0.status == .tableMissing || $0.status == .disabled }) {
            self = .cannotTell
        } else if count(.notDue) > 0 {
            self = .notDue
        } else if count(.waived) > 0 {
            self = .waived
        } else {
            self = count(.pass) > 0 ? .met : .notApplicable
        }
    }

    var title: Localized {
        switch self {
        case .met: Localized(zh: "达到", en: "met")
        case .notMet: Localized(zh: "未达到", en: "not met")
        case .partly: Localized(zh: "部分达到", en: "partly met")
        case .notDue: Localized(zh: "未到期", en: "not due")
        case .waived: Localized(zh: "有豁免", en: "met by waiver")
        case .cannotTell: Localized(zh: "无法判断", en: "cannot tell")
        case .notApplicable: Localized(zh: "不适用", en: "not applicable")
        case .uncheckable: Localized(zh: "无法核查", en: "uncheckable")
        case .forgotten: Localized(zh: "未写成规则", en: "not encoded")
        case .notJudged: Localized(zh: "未判定", en: "not judged")
        }
    }

    /// The outcome whose mark and colour the status has.
    var outcome: Outcome {
        switch self {
        case .met: .pass
        case .notMet, .partly: .fail
        case .notDue: .notDue
        case .waived: .waived
        case .cannotTell, .forgotten, .notJudged: .notMeasured
        case .notApplicable, .uncheckable: .notApplicable
        }
    }
}
