import CEL
import Diagnostics

/// What a rule decides of one record, before anything is said about it.
struct Verdict {
    let reason: Reason
    /// Whether the scope decided, or failed to.
    private(set) var isOfScope = false
    /// For an error: what went wrong.
    let fault: Localized?

    /// Scope first, then the requirement; a blank cell never excuses a record.
    init(of rule: RulePlan, on record: RecordView) {
        let isInScope = rule.scope.map(record.value) ?? .bool(true)
        switch isInScope {
        case .bool(true): self.init(record.value(of: rule.verdict), isCondition: rule.observed == nil)
        case .bool(false): self.init(.outOfScope, isOfScope: true)
        case .error(let error): self.init(error, isOfScope: true)
        default: self.init(.scopeUnknown, isOfScope: true)
        }
    }

    private init(_ value: Value, isCondition: Bool) {
        switch value {
        case .bool(true): self.init(isCondition ? .conditionTrue : .withinLimit)
        case .bool(false): self.init(isCondition ? .conditionFalse : .beyondLimit)
        case .unknown(let causes): self.init(causes.causes.compactMap { Reason(rawValue: $0.code) }.min() ?? .missing)
        case .error(let error): self.init(error)
        default: self.init(.ruleError)
        }
    }

    private init(_ error: EvaluationError, isOfScope: Bool = false) {
        reason = error.code == "cost-limit" ? .costLimit : .ruleError
        fault = error.message
        self.isOfScope = isOfScope
    }

    private init(_ reason: Reason, isOfScope: Bool = false) {
        self.reason = reason
        self.isOfScope = isOfScope
        fault = nil
    }
}
