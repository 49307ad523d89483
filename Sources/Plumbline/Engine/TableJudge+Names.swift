import Diagnostics

/// Records that a rule names.
extension TableJudge {
    /// A record that a rule names has to be there, once.
    func judgeNames(of task: RuleTask, into sink: inout some FindingSink) {
        let (rule, names) = (task.rule.rule, task.names)
        // Of rules over groups they are members.
        for subject in rule.subjects where !task.rule.isOfGroups {
            guard let verdict = names.fault(of: subject.name) else { continue }
            let outcomes = outcomes(ofUnfound: subject.name, verdict, task.rule)
            if verdict.reason == .noRecord {
                tell(outcomes, asOne: task.rule.schedule.isOneVerdict, task, into: &sink)
            } else if let outcome = outcomes.first {
                let told = DueJudge.Told(reason: verdict.reason, due: nil, deciding: 0)
                tell(told, outcome.subject, verdict, periods: [], task, into: &sink)
            }
        }
        for exception in rule.exceptions where names.isAbsent(exception.name) {
            sink.report(.unknownException(exception.name, rule: rule.fullName, table: rule.table, file: exception.location.file))
        }
    }

    /// What a record comes to that nobody sent, in each period that the rule judges, as one on a roster would.
    private func outcomes(ofUnfound name: String, _ verdict: Verdict, _ rule: RulePlan) -> [PeriodOutcome<RecordView>] {
        let subject = Subject.entity(HeldTable.Entity(key: [name], records: []))
        // What would be of one period by itself is of none that anybody knows.
        let isOfAny = table.table.period == nil || table.table.keyNamesPeriod
        return (isOfAny ? periods(rule, subject) : [nil]).flatMap { period in
            views(of: subject, in: period, rule).map { PeriodOutcome(period: period, verdict: verdict, subject: $0) }
        }
    }
}
