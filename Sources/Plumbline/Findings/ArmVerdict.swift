public import Diagnostics

/// What one arm of a rule came to; its name and its limit are the plan's.
public struct ArmVerdict: Hashable, Sendable {
    /// Why the arm came out as it did.
    public var reason: Reason
    /// The arm's own figures.
    public var measurement: Measurement
    /// The cells that the arm rests on; those of its condition where that decided.
    public var evidence: [Evidence]
    /// For `rule_error` and `cost_limit`: what went wrong.
    public var fault: Localized?

    public init(
        reason: Reason, measurement: Measurement = Measurement(), evidence: [Evidence] = [], fault: Localized? = nil
    ) {
        self.reason = reason
        self.measurement = measurement
        self.evidence = evidence
        self.fault = fault
    }
}
