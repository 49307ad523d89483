import CEL
import Diagnostics

/// What a rule decides of one record, before anything is said about it.
struct Verdict {
    let reason: Reason
    /// Whether the scope decided, or failed to.
    private(set) var isOfScope = false
    /// For an error: what went wrong.
    let fault: Localized?

    /// Scope first, then whether there is a limit, then the requirement; a blank cell never excuses a record.
    ///
    /// - Parameter isMember: Whether the rule counts how many records pass: then it is the count that takes what was not
    ///   reported as it should.
    init(of rule: RulePlan, on record: RecordView, isMember: Bool = false) {
        switch rule.scope.map(record.decision) ?? .bool(true) {
        case .bool(true): self.init(inScopeOf: rule, record, isMember: isMember || rule.isOfGroups)
        case .bool(false): self.init(.outOfScope, isOfScope: true)
        case .error(let error): self.init(error, isOfScope: true)
        case .unknown(let causes): self.init(Self.reasonOfScope(causes), isOfScope: true)
        default: self.init(.scopeUnknown, isOfScope: true)
        }
    }

    /// A verdict that no expression made.
    init(_ reason: Reason, isOfScope: Bool = false, fault: Localized? = nil) {
        self.reason = reason
        self.isOfScope = isOfScope
        self.fault = fault
    }

    /// What a condition came to.
    init(_ value: Value, ifTrue: Reason, ifFalse: Reason) {
        switch value {
        case .bool(true): self.init(ifTrue)
        case .bool(false): self.init(ifFalse)
        case .unknown(let causes): self.init(Self.reason(of: causes))
        case .error(let error): self.init(error)
        default: self.init(.ruleError)
        }
    }

    /// What a record comes to that is in the rule's scope, or would be.
    init(inScopeOf rule: RulePlan, _ record: RecordView, isMember: Bool) {
        if let arms = rule.arms {
            self = ArmsVerdict(of: arms, rule, on: record, isMember: isMember).verdict
            return
        }
        let verdict = Verdict(judgedBy: rule, on: record)
        guard !isMember, verdict.isHeldAgainst(rule.missing) else {
            self = verdict
            return
        }
        let isCondition = rule.observed == nil
        switch WorstCase(of: rule, on: record) {
        case .none: self.init(isCondition ? .conditionTrue : .withinLimit)
        case .unanswered(let reason): self.init(reason)
        case .ends, .found, .unknown: self.init(isCondition ? .conditionFalse : .beyondLimit)
        }
    }

    /// What a record in the rule's scope comes to as far as it is known.
    init(judgedBy rule: RulePlan, on record: RecordView) {
        if let arms = rule.arms {
            self = ArmsVerdict(of: arms, rule, on: record, isMember: true).verdict
            return
        }
        switch rule.applies.map(record.decision) ?? .bool(true) {
        case .bool(true): break
        case let value: self.init(value, ifTrue: .noLimit, ifFalse: .noLimit); return
        }
        guard let program = rule.verdict else { self.init(.conditionTrue); return }
        let isCondition = rule.observed == nil
        let missed: Reason = isCondition ? .conditionFalse : .beyondLimit
        let isLate = rule.lateness.map { record.value(of: $0.isReached).isTrue } ?? false
        self.init(record.decision(of: program), ifTrue: isCondition ? .conditionTrue : .withinLimit, ifFalse: isLate ? .late : missed)
        guard rule.missing.isBounded, reason.isDecided, let peers = rule.peers, record.circumstances.peersJoining == 0 else { return }
        if record.isOpen(program, among: peers) { self.init(.missingDecides) }
    }

    /// Whether the verdict is left open by nothing but what was not reported, and a policy counts that against the record.
    func isHeldAgainst(_ policy: MissingPolicy) -> Bool { policy == .against && !isOfScope && reason.isUnreported }

    /// The verdict where what was not reported counts as not met: what such cells leave open, and nothing else, fails.
    func settled(by policy: MissingPolicy, as missed: Reason) -> Verdict {
        isHeldAgainst(policy) ? Verdict(missed) : self
    }

    private init(_ error: EvaluationError, isOfScope: Bool = false) {
        self.init(error.code == "cost-limit" ? .costLimit : .ruleError, isOfScope: isOfScope, fault: error.message)
    }

    /// Why a scope is not known: what a profile or a publisher has to supply comes before what the record lacks.
    private static func reasonOfScope(_ causes: UnknownSet) -> Reason { min(reason(of: causes), .scopeUnknown) }

    /// The first of the causes, in the order of the reasons. Where missing cells could decide either way, that they
    /// are missing is said with it.
    static func reason(of causes: UnknownSet) -> Reason {
        let reasons = Set(causes.causes.compactMap { Reason(rawValue: $0.code) })
        let told = reasons.contains(.missingDecides) ? reasons.subtracting([.missing, .unreadable]) : reasons
        return told.min() ?? .missing
    }
}

private extension Value {
    var isTrue: Bool { if case .bool(true) = self { true } else { false } }
}
