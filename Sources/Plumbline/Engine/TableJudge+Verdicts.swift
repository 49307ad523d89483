/// What records come to, whoever asks.
extension TableJudge {
    /// What group judges need of the table judge.
    var context: (dataset: Dataset, table: HeldTable, withholdsSensitive: Bool, wantsNamed: Bool) {
        (dataset, table, withholdsSensitive, wantsNamed)
    }

    /// A record's own verdict. Of which period it is has to be known where the rule judges some.
    func verdict(_ task: RuleTask, _ view: RecordView) -> Verdict {
        let verdict = registered(task.judge.verdict(on: view, task.names), view)
        if isKnownNowhere(task, view), !verdict.isOfScope, verdict.reason.outcome != .notApplicable {
            // Of whom nothing came at all, no period is asked for.
            var absence = Reason.noSuchPeriod
            if case .absent(_, _, _, let reason) = view.source { absence = reason }
            return verdict.reason < absence ? verdict : Verdict(absence)
        }
        guard isOfUnknownPeriod(view), verdict.reason.outcome != .notApplicable, verdict.reason.outcome != .error else { return verdict }
        return Verdict(.scopeUnknown, isOfScope: true)
    }

    /// A verdict on a record of a register: one that is not in it in the period judged is not judged then. Whoever is on a
    /// roster and sent nothing has to answer all the same.
    private func registered(_ verdict: Verdict, _ view: RecordView) -> Verdict {
        guard table.days != nil, case .held(_, _, let record) = view.source, verdict.reason != .excepted else { return verdict }
        switch dataset.membership(of: record, of: table, in: view.moment) {
        case .isIn: return verdict
        case .isOut: return Verdict(.otherPeriod, isOfScope: true)
        case .unknown:
            let isOpen = verdict.reason.outcome != .notApplicable && verdict.reason.outcome != .error && !table.isUnsent(record)
            return isOpen ? Verdict(.scopeUnknown, isOfScope: true) : verdict
        }
    }

    /// Whether a record is of one period by itself, and nobody can say of which.
    func isOfUnknownPeriod(_ view: RecordView) -> Bool {
        guard table.table.period != nil, !table.table.keyNamesPeriod, case .held(_, _, let record) = view.source else { return false }
        return table.periods[record] == nil
    }

    /// Whether a record is asked for its latest period, and is known in none.
    private func isKnownNowhere(_ task: RuleTask, _ view: RecordView) -> Bool {
        guard task.rule.schedule.manner == .latestSince, view.circumstances.period == nil else { return false }
        return table.table.period == nil || table.table.keyNamesPeriod
    }
}
