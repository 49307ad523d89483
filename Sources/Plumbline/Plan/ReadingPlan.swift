public import Diagnostics

/// Another reading of a rule's clause, compiled.
public struct ReadingPlan: Sendable {
    public let name: Localized
    /// The rule as it is under this reading.
    public let plan: RulePlan
}

extension RulePlan {
    /// The rule, and what it is under each of its other readings.
    var withReadings: [RulePlan] { [self] + readings.map(\.plan) }
}
