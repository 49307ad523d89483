public import Diagnostics
import OrderedCollections

/// What the author of rules is told beside their faults: what a run would pass over without a word, or find missing only
/// when somebody audits with them.
public struct PlanAdvice {
    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// Everything there is to tell, warnings and missing files alike. Files are looked for, none is read.
    public var faults: Diagnostics {
        var faults = plan.book.missingDataFiles
        for fault in plan.book.groupsWithoutRoster(plan.rules) { faults.append(fault) }
        for rule in plan.rules {
            let end = plan.book.rulesets.first { $0.name == rule.rule.ruleset }?.plan?.to
            if let due = rule.rule.due, let end, due.date > end { faults.append(.dueAfterPlan(due.date, end: end, at: due.location)) }
            guard let table = plan.vocabulary.tables[rule.rule.table] else { continue }
            faults.append(SnapshotCheck(plan: rule, table: table, vocabulary: plan.vocabulary).faults)
        }
        return faults
    }
}
