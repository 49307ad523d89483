import Plumbline

/// Decides whether a run that came to its end is clean.
struct Gate: Sendable {
    /// The softest binding whose findings count.
    let failOn: Binding
    /// Whether findings are left to the reports, and the exit code says only whether the run worked.
    let exitZero: Bool
    /// Whether data problems count like findings at the gate.
    let failOnData: Bool
    /// Whether a rule of any binding that could not be decided on a record, or had no table, counts as well.
    let requireMeasured: Bool

    /// A rule that erred on a record has shown nothing, and counts like one that was not met. A run that decided
    /// nothing is not clean either, whatever is done about findings: silence would look like success.
    func status(of totals: RunTotals, plan: AuditPlan) -> ExitStatus {
        guard totals.decidedAnything else { return .findings }
        let hasProblems = totals.dataProblems.count + totals.dataProblemsLeftOut > 0
        let isClean = !(failOnData && hasProblems)
            && !zip(plan.rules, totals.summaries).contains { plan, summary in
                (plan.rule.binding >= failOn && isUnmet(summary)) || (requireMeasured && isUnmeasured(summary))
            }
        return isClean || exitZero ? .clean : .findings
    }

    private func isUnmet(_ summary: RuleSummary) -> Bool { summary.count(.fail) + summary.count(.error) > 0 }

    private func isUnmeasured(_ summary: RuleSummary) -> Bool {
        summary.count(.notMeasured) > 0 || summary.status == .tableMissing
    }
}
