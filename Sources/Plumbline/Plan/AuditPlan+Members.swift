import OrderedCollections

/// Plans for asking what the members of a group come to by themselves.
extension AuditPlan {
    /// The plan of one rule by itself, which judges each record that its coverage counts.
    ///
    /// - Returns: nil where the rule has no coverage, or where being in its scope is all that it asks of a record.
    /// - Complexity: The rule is compiled once more.
    public func judgingMembers(of index: Int) -> AuditPlan? {
        var rule = rules[index].rule
        guard rule.coverage != nil, let ruleset = book.rulesets.first(where: { $0.name == rule.ruleset }) else { return nil }
        (rule.coverage, rule.cases) = (nil, [])
        // Under a reading, too, what a record comes to by itself is asked.
        for place in rule.otherReadings.indices { rule.otherReadings[place].rule.coverage = nil }
        rule.otherReadings.removeAll { if case .membership = $0.rule.requirement { true } else { false } }
        var planner = planner(of: ruleset).withoutAdvice
        return planner.plan(rule).map { replacingRules(with: $0) }
    }
}
