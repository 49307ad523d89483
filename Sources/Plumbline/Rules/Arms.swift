public import Diagnostics
public import YAML

/// Several requirements in one rule, of which one is enough or none may be missed.
public struct Arms: Sendable {
    /// How many of the arms that apply have to pass. The raw values are the keys of rule files.
    public enum Manner: String, CaseIterable, Hashable, Sendable {
        case anyOf = "any_of"
        case allOf = "all_of"
    }

    /// One of the requirements.
    public struct Arm: Sendable {
        /// What people call it; nil where the rule does not say.
        public var name: Localized?
        /// The condition under which the arm applies; nil where it applies wherever the rule does.
        public var scope: YAMLScalar?
        /// What the arm asks for.
        public var requirement: Rule.Requirement
        /// What the plan writes in place of the arm's limit, such as 2—3所.
        public var asWritten: String?
        public var location: Location
    }

    /// Whether one arm is enough or all are needed.
    public var manner: Manner
    /// In the order of the rule.
    public var arms: [Arm]

    /// How many arms a rule may have; with more nobody can check it.
    static let mostArms = 50
}

extension Arms.Arm {
    /// The expressions that decide, but for those in limits.
    var scalars: [YAMLScalar] {
        let asked: YAMLScalar? =
            switch requirement {
            case .target(let observe, _): observe
            case .condition(let condition): condition
            case .bareTarget, .membership, .arms: nil
            }
        return [scope, asked].compactMap(\.self)
    }
}

extension Rule.Requirement {
    /// The target, where the requirement is one.
    var target: Rule.TargetText? {
        switch self {
        case .target(_, let target), .bareTarget(let target): target
        case .condition, .membership, .arms: nil
        }
    }
}

extension Rule {
    /// What one arm asks, as a rule of its own: of the same records, but for those that the arm does not apply to.
    func asking(_ arm: Arms.Arm) -> Rule {
        var rule = self
        (rule.requirement, rule.scope, rule.asWritten) = (arm.requirement, arm.scope, arm.asWritten)
        (rule.coverage, rule.cases, rule.otherReadings) = (nil, [], [])
        (rule.subjects, rule.exceptions) = ([], [])
        rule.location = arm.location
        return rule
    }
}
