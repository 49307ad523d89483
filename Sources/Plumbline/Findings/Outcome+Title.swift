public import Diagnostics

extension Outcome {
    /// The outcome in words, as reports for people print it.
    public var title: Localized {
        switch self {
        case .pass: Localized(zh: "达标", en: "pass")
        case .fail: Localized(zh: "不达标", en: "fail")
        case .notDue: Localized(zh: "未到期", en: "not due")
        case .notApplicable: Localized(zh: "不适用", en: "not applicable")
        case .notMeasured: Localized(zh: "无法判定", en: "not measured")
        case .error: Localized(zh: "规则出错", en: "error")
        case .waived: Localized(zh: "已豁免", en: "waived")
        }
    }
}
