public import Diagnostics

/// Several requirements in one rule, compiled.
public struct ArmsPlan: Sendable {
    /// One of them: a rule of its own, whose scope says where the arm applies.
    public struct Arm: Sendable {
        /// What people call it; nil where the rule does not say.
        public let name: Localized?
        /// The arm as a rule.
        public let plan: RulePlan
    }

    /// Whether one arm is enough or all are needed.
    public let manner: Arms.Manner
    /// In the order of the rule.
    public let arms: [Arm]
}

extension RulePlan {
    /// What a figure was held against: the limit of the arm that it is of, else the rule's own; nil for a condition.
    public func limit(of measurement: Measurement) -> Limit? { holder(of: measurement).limit }

    /// What a member's figure was held against.
    public func memberLimit(of measurement: Measurement) -> Limit? {
        let holder = holder(of: measurement)
        return holder.memberLimit ?? holder.limit
    }

    /// What the closings of a figure count; nil where they count nothing.
    public func counted(in measurement: Measurement) -> CountedThings? { holder(of: measurement).counted }

    /// The plan of the arm that a figure is of; the rule's own where it has no arms.
    private func holder(of measurement: Measurement) -> RulePlan {
        guard let arms, let place = measurement.arm, arms.arms.indices.contains(place) else { return self }
        return arms.arms[place].plan
    }
}
