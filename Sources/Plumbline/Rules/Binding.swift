public import Diagnostics

/// How strictly a plan puts a clause, from the softest to the hardest. Gates are written on it.
public enum Binding: String, CaseIterable, Hashable, Sendable, Comparable {
    /// 力争
    case strive
    /// 原则上
    case principle
    /// 预期性
    case expected
    /// Plain: the clause simply says so.
    case required
    /// 约束性
    case obligatory

    public static func < (lhs: Binding, rhs: Binding) -> Bool { lhs.rank < rhs.rank }

    /// The word that plans use for it.
    public var title: Localized {
        switch self {
        case .strive: Localized(zh: "力争", en: "strive")
        case .principle: Localized(zh: "原则上", en: "in principle")
        case .expected: Localized(zh: "预期性", en: "expected")
        case .required: Localized(zh: "要求", en: "required")
        case .obligatory: Localized(zh: "约束性", en: "obligatory")
        }
    }

    /// The severity that a tool shows where the rule does not say one.
    public var severity: Severity {
        switch self {
        case .obligatory, .required: .error
        case .expected: .warning
        case .principle, .strive: .note
        }
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
