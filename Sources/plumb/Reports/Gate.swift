import Plumbline

/// Decides whether a run that came to its end is clean.
struct Gate: Sendable {
    /// The softest binding whose findings count.
    let failOn: Binding
    /// Whether findings are left to the reports, and the exit code says only whether the run worked.
    let exitZero: Bool
    /// Whether data problems count like findings at the gate.
    let failOnData: Bool
    /// Whether a rule at or above `failOn` that could not be decided on a record, or had no table, counts as well.
    let requireMeasured: Bool

    /// A rule that erred on a record has shown nothing, and counts like one that was not met. A run that decided
    /// nothing is not clean either, whatever is done about findings: silence would look like success.
    func status(of totals: RunTotals, plan: AuditPlan) -> ExitStatus {
        guard totals.decidedAnything else { return .findings }
        let hasProblems = totals.dataProblems.count + totals.dataProblemsLeftOut > 0
        let isClean = !(failOnData && hasProblems)
            && !zip(plan.rules, totals.summaries).contains { plan, summary in
                plan.rule.binding >= failOn && stops(summary)
            }
        return isClean || exitZero ? .clean : .findings
    }

    private func stops(_ summary: RuleSummary) -> Bool {
        if summary.count(.fail) + summary.count(.error) > 0 { return true }
        return requireMeasured && (summary.count(.notMeasured) > 0 || summary.status == .tableMissing)
    }
}
