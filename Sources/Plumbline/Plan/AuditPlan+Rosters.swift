import Diagnostics
import YAML

extension RulePlan {
    /// The table whose records the groups of a coverage are; nil where they are values, or all records are one group.
    var groupedByTable: String? { coverage?.perTable }
}

extension AuditPlan {
    /// The table whose records a rule's groups are, where nobody lists those records: then a group is only met through a
    /// record of its own, and one without any is passed over.
    public func tableWithoutRoster(ofRule place: Int) -> String? {
        guard let table = rules[place].groupedByTable, !book.hasRoster(of: table) else { return nil }
        return table
    }
}

extension RuleBook {
    /// Whether any of the rulesets brings a list of those in a table that have to answer.
    func hasRoster(of table: String) -> Bool {
        rulesets.contains { $0.data.contains { $0.isRoster && $0.table == table } }
    }

    /// A warning for each rule whose groups nobody lists.
    func groupsWithoutRoster(_ rules: [RulePlan]) -> [Diagnostic] {
        rules.compactMap { plan in
            guard let table = plan.groupedByTable, !hasRoster(of: table), let per = plan.rule.coverage?.per else { return nil }
            return .groupsWithoutRoster(per.text, table: table, at: per.location)
        }
    }
}
