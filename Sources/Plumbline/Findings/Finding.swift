public import Diagnostics

/// What one rule says of one record, with what it rests on.
public struct Finding: Sendable {
    /// The rule's place in the plan's `rules`.
    public var rule: Int
    public var record: RecordReference
    /// Why the record came out as it did.
    public var reason: Reason
    /// Its figures; none where nothing was decided.
    public var measurement: Measurement
    /// The cells that the verdict rests on, in the order in which the rule names them.
    public var evidence: [Evidence]
    /// Until when the requirement has to be met; nil where nothing is said of a day.
    public var due: Due?
    /// Before the due date: the reason that the record would have today.
    public var reasonToday: Reason?
    /// Before the due date: whether the requirement is on its way, where that can be said at all.
    public var track: Track?
    /// What the rule starts from; nil where it does not say.
    public var baseline: BaselineFigure?
    /// Whether the figures are yet to be published, so that nothing is late.
    public var isAwaited = false
    /// For a waived record: why and until when it is let pass.
    public var waiver: Waiver?
    /// For a waived record: the reason that it would have without the waiver.
    public var reasonWithoutWaiver: Reason?
    /// For a verdict over periods: what each came to, in order.
    public var periods: [PeriodVerdict] = []
    /// For a group: how its members were accounted for, and those that matter by name.
    public var group: GroupEvidence?
    /// For a rule with arms: what each of them came to, in the order of the rule.
    public var arms: [ArmVerdict] = []
    /// What it would be under the rule's other readings, in their order.
    public var readings: [ReadingVerdict] = []
    /// For `rule_error` and `cost_limit`: what went wrong.
    public var fault: Localized?

    /// What becomes of the reason: as long as a period is awaited, nothing is due.
    public var outcome: Outcome { isAwaited ? .notDue : reason.outcome }

    public init(
        rule: Int, record: RecordReference, reason: Reason, measurement: Measurement = Measurement(),
        evidence: [Evidence] = [], fault: Localized? = nil
    ) {
        self.rule = rule
        self.record = record
        self.reason = reason
        self.measurement = measurement
        self.evidence = evidence
        self.fault = fault
    }
}

extension Finding {
    /// Lets the record pass for the time being; what it comes to without that stays with it.
    mutating func waive(_ waiver: Waiver, insteadOf reason: Reason) {
        (self.waiver, reasonWithoutWaiver) = (waiver, reason)
    }
}
