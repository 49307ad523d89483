public import Diagnostics

/// What one rule says of one record, with what it rests on.
public struct Finding: Sendable {
    /// The rule's place in the plan's `rules`.
    public var rule: Int
    public var record: RecordReference
    public var reason: Reason
    public var measurement: Measurement
    /// The cells that the verdict rests on, in the order in which the rule names them.
    public var evidence: [Evidence]
    /// For `rule_error` and `cost_limit`: what went wrong.
    public var fault: Localized?

    public var outcome: Outcome { reason.outcome }

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
