import CEL
import Diagnostics

/// What a rule decides of one record, before anything is said about it.
struct Verdict {
    let reason: Reason
    /// For an error: what went wrong.
    let fault: Localized?

    /// Scope first, then the requirement; a blank cell never excuses a record.
    init(of rule: RulePlan, on record: RecordView) {
        let isInScope = rule.scope.map(record.value) ?? .bool(true)
        switch isInScope {
        case .bool(true): self.init(record.value(of: rule.verdict), isCondition: rule.observed == nil)
        case .bool(false): self.init(.outOfScope)
        case .error(let error): self.init(error)
        default: self.init(.scopeUnknown)
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

    private init(_ error: EvaluationError) {
        reason = error.code == "cost-limit" ? .costLimit : .ruleError
        fault = error.message
    }

    private init(_ reason: Reason) {
        self.reason = reason
        fault = nil
    }
}
