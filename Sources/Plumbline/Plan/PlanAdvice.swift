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
        for ruleset in plan.book.rulesets where ruleset.profile != nil {
            for warning in OpenParameters(of: ruleset).warnings { faults.append(warning) }
        }
        for rule in plan.rules {
            if let fault = dueAfterPlan(rule.rule) { faults.append(fault) }
            guard let table = plan.vocabulary.tables[rule.rule.table] else { continue }
            faults.append(SnapshotCheck(plan: rule, table: table, vocabulary: plan.vocabulary).faults)
        }
        return faults
    }

    /// How many parameters wait for a value, in rulesets of which no profile was asked for.
    public var openParameterCount: Int {
        plan.book.rulesets.filter { $0.profile == nil }.reduce(0) { $0 + OpenParameters(of: $1).all.count }
    }
}

private extension PlanAdvice {
    /// A rule's own date behind the plan's last day, unless the register says that the clause states it.
    func dueAfterPlan(_ rule: Rule) -> Diagnostic? {
        guard let due = rule.due, let ruleset = plan.book.rulesets.first(where: { $0.name == rule.ruleset }),
              let end = ruleset.plan?.to, due.date > end
        else { return nil }
        let clauses = (rule.source?.clauses ?? []).compactMap { ruleset.register?.clauses[$0]?.due }
        if clauses.contains(where: { $0.isStated && $0.date == due.date }) { return nil }
        return .dueAfterPlan(due.date, end: end, at: due.location)
    }
}
