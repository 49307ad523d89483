/// One record at a time.
extension TableJudge {
    mutating func judge(_ subject: Subject, by place: Int, into sink: inout some FindingSink) {
        if tasks[place].isPlain, case .record(let record) = subject {
            let view = RecordView(.held(dataset, table, record), tasks[place].circumstances)
            let verdict = tasks[place].judge.verdict(on: view, tasks[place].names)
            if !tasks[place].names.isEmpty { tasks[place].names.note(view.names) }
            let told = tasks[place].due.told(verdict.reason, in: nil)
            return tell(told, view, verdict, periods: [], tasks[place], into: &sink)
        }
        judgePeriods(of: subject, by: place, into: &sink)
    }

    mutating func judgePeriods(of subject: Subject, by place: Int, into sink: inout some FindingSink) {
        let task = tasks[place]
        let outcomes = periods(task.rule, subject).flatMap { period in
            views(of: subject, in: period, task.rule).map { view in
                PeriodOutcome(period: period, verdict: verdict(task, view, period), subject: view)
            }
        }
        if let first = outcomes.first, !task.names.isEmpty { tasks[place].names.note(first.subject.names) }
        reportBaseline(outcomes, task, into: &sink)
        let isOne = task.rule.schedule.isOneVerdict && (subject.entity != nil || table.table.period == nil)
        tell(outcomes, asOne: isOne, task, into: &sink)
    }

    /// Tells what each period came to, or what all of them came to together.
    func tell(
        _ outcomes: [PeriodOutcome<RecordView>], asOne isOne: Bool, _ task: RuleTask, into sink: inout some FindingSink
    ) {
        guard isOne, !outcomes.isEmpty else {
            for outcome in outcomes {
                let told = task.due.told(outcome.verdict.reason, in: outcome.period)
                tell(told, outcome.subject, outcome.verdict, periods: [], task, into: &sink)
            }
            return
        }
        let told = task.due.told(outcomes.map { ($0.period, $0.verdict.reason) })
        let deciding = outcomes[told.deciding]
        tell(told, deciding.subject, deciding.verdict, periods: outcomes, task, into: &sink)
    }

    /// Of a subject that the rule judges its baseline is held against the data once, however many periods it has.
    func reportBaseline(_ outcomes: [PeriodOutcome<RecordView>], _ task: RuleTask, into sink: inout some FindingSink) {
        guard sink.wantsProblems, task.rule.baseline?.stated != nil else { return }
        if let problem = outcomes.lazy.compactMap({ task.judge.baselineProblem($0.subject, $0.verdict) }).first { sink.report(problem) }
    }

    func verdict(_ task: RuleTask, _ view: RecordView, _ period: CalendarPeriod?) -> Verdict {
        if table.table.period != nil, !table.table.keyNamesPeriod, !task.rule.schedule.judges(period) {
            return Verdict(.otherPeriod, isOfScope: true)
        }
        return verdict(task, view)
    }

    /// - Parameter periods: What each period came to, for a verdict over several; empty for all others.
    func tell(
        _ told: DueJudge.Told, _ view: RecordView, _ verdict: Verdict, periods: [PeriodOutcome<RecordView>],
        _ task: RuleTask, into sink: inout some FindingSink
    ) {
        let (reason, waiver) = task.waived.told(told.reason, of: view.reference)
        let counted = waiver == nil ? told.counted : reason
        sink.count(rule: task.index, reason: counted)
        if sink.wantsProblems { for problem in task.judge.contradictions(view, verdict) { sink.report(problem) } }
        guard sink.wants(counted) else { return }
        var finding = Finding(rule: task.index, record: view.reference, reason: reason, fault: task.judge.fault(view, verdict))
        finding.due = told.due
        finding.reasonToday = told.today
        finding.isAwaited = told.isAwaited && waiver == nil
        let details = sink.details(of: reason.outcome)
        if details.contains(.evidence) { addEvidence(to: &finding, view, verdict, periods, task) }
        if details.contains(.figures) { addFigures(to: &finding, told, view, verdict, periods, task) }
        if let waiver { finding.waive(waiver, insteadOf: told.reason) }
        if !periods.isEmpty { finding.record.period = nil }
        finding.readings = task.readings(of: finding)
        sink.receive(finding)
    }

    /// Says how far off the record is, what would mend it, and whether it is on its way.
    private func addFigures(
        to finding: inout Finding, _ told: DueJudge.Told, _ view: RecordView, _ verdict: Verdict, _ periods: [PeriodOutcome<RecordView>],
        _ task: RuleTask
    ) {
        finding.measurement = task.judge.measurement(view, verdict.reason).written(in: finding.evidence)
        finding.track = track(told, view, verdict, periods, task)
    }

    /// Says what the verdict rests on.
    private func addEvidence(
        to finding: inout Finding, _ view: RecordView, _ verdict: Verdict, _ periods: [PeriodOutcome<RecordView>], _ task: RuleTask
    ) {
        finding.evidence = task.judge.evidence(view, verdict)
        if finding.outcome != .notApplicable { finding.baseline = task.judge.baseline(view) }
        finding.group = task.judge.group(view, verdict)
        finding.arms = task.judge.arms(view, verdict)
        finding.periods = periods.compactMap { outcome in
            outcome.period.map {
                PeriodVerdict(
                    period: $0, reason: outcome.verdict.reason,
                    measurement: task.judge.measurement(outcome.subject, outcome.verdict.reason))
            }
        }
    }

    /// Whether what is not due yet is on its way.
    func track(
        _ told: DueJudge.Told, _ view: RecordView, _ verdict: Verdict, _ periods: [PeriodOutcome<RecordView>], _ task: RuleTask
    ) -> Track? {
        guard told.counted == .beforeDue else { return nil }
        let judge = TrackJudge(rule: task.rule, asOf: dataset.asOf)
        if !periods.isEmpty { return judge.track(over: periods.map(\.verdict.reason)) }
        return judge.track(view, told.today, due: told.due, isWithheld: task.judge.isWithheld(view))
    }
}
