public import Plumbline

/// Two versions of a ruleset side by side, and where there are data, what the difference does to them.
public struct ComparisonReport {
    let rules: RulesetComparison
    /// Nil where no data were given.
    let findings: FindingComparison?

    public init(_ rules: RulesetComparison, _ findings: FindingComparison? = nil) {
        self.rules = rules
        self.findings = findings
    }

    /// Whether both versions say the same and, where there are data, come to the same.
    public var isEmpty: Bool { rules.differences.isEmpty && findings?.differences.isEmpty ?? true }

    /// The plan of the rule that a finding's difference is about: the new one where it has one.
    func plan(of id: String, isNew: Bool) -> RulePlan? {
        (isNew ? rules.new : rules.old).rules.first { $0.rule.id == id }
    }
}
