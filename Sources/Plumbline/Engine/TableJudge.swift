import CEL
import Diagnostics
import OrderedCollections

/// Judges the records of one held table by all of its rules: first record by record, then group by group.
struct TableJudge {
    private let dataset: Dataset
    private let table: HeldTable
    private var tasks: [RuleTask]
    private let withholdsSensitive: Bool
    /// Whether a record that a rule names has to be there.
    private let wantsNamed: Bool
    /// The only record to judge; nil where all are.
    private let chosen: ChosenRecord?

    init(
        _ dataset: Dataset, _ table: HeldTable, withholdsSensitive: Bool = true, wantsNamed: Bool = true,
        chosen: ChosenRecord? = nil
    ) {
        self.dataset = dataset
        self.wantsNamed = wantsNamed
        self.table = table
        self.withholdsSensitive = withholdsSensitive
        self.chosen = chosen
        tasks = dataset.plan.rules(for: table.table.name).map {
            RuleTask($0, of: dataset, on: table, withholdsSensitive: withholdsSensitive)
        }
        // A case is about what the rule says, and not about who is let pass.
        if !wantsNamed { for place in tasks.indices { tasks[place].waived = WaivedRecords() } }
    }

    /// A judge of one rule by itself, which need not be one of the plan's.
    init(_ rule: RulePlan, _ dataset: Dataset, _ table: HeldTable, withholdsSensitive: Bool, wantsNamed: Bool) {
        (self.dataset, self.table, chosen) = (dataset, table, nil)
        (self.withholdsSensitive, self.wantsNamed) = (withholdsSensitive, wantsNamed)
        tasks = [RuleTask(0, rule, of: dataset, on: table, withholdsSensitive: withholdsSensitive)]
    }

    /// Judges all records, in the order of record, rule and period; then the groups, rule by rule.
    mutating func judge(into sink: inout some FindingSink) {
        for place in tasks.indices where !tasks[place].rule.readings.isEmpty {
            let judge = ReadingJudge(dataset, table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed)
            tasks[place].readings = judge.results(for: tasks[place].rule)
        }
        judgeAlone(into: &sink)
    }

    /// The same without the rules' other readings, against which no finding is held then.
    mutating func judgeAlone(into sink: inout some FindingSink) {
        noteWaived()
        let single = tasks.indices.filter { !tasks[$0].rule.isOfGroups }
        if !single.isEmpty, chosen.map({ $0.table == table.index }) ?? true {
            for subject in subjects where chosen.map({ subject.has($0.record) }) ?? true {
                for task in single { judge(subject, by: task, into: &sink) }
            }
        }
        for place in tasks.indices where tasks[place].rule.isOfGroups && isWanted(tasks[place].rule) {
            noteNames(of: place)
            var judge = GroupJudge(self, tasks[place], chosen: chosen)
            judge.judge(into: &sink)
            tasks[place].waived = judge.waived
        }
        if chosen == nil { for task in tasks { task.waived.problems(rule: task.rule.rule).forEach { sink.report($0) } } }
        if wantsNamed, chosen == nil { for task in tasks { judgeNames(of: task, into: &sink) } }
    }

    /// Notes which of the records that are let pass are there, and which of their names fit several.
    private mutating func noteWaived() {
        for place in tasks.indices where !tasks[place].waived.isEmpty {
            for subject in subjects {
                if let view = views(of: subject, in: nil, tasks[place].rule).first { tasks[place].waived.note(view.reference) }
            }
            for subject in tasks[place].rule.rule.subjects { tasks[place].waived.noteNamed(subject.name) }
        }
    }

    /// A record that a rule names and nobody sent.
    private func reference(toUnfound name: String) -> RecordReference {
        RecordReference(table: table.table.name, key: name, label: nil, address: nil)
    }

    /// Whether a rule's groups can be what is to be judged.
    private func isWanted(_ rule: RulePlan) -> Bool {
        chosen.map { dataset.plan.vocabulary.tables.keys[$0.table] == rule.groupTable } ?? true
    }

    /// Notes which of the records that a rule over groups names are there.
    private mutating func noteNames(of place: Int) {
        guard !tasks[place].names.isEmpty else { return }
        for subject in subjects {
            if let view = views(of: subject, in: nil, tasks[place].rule).first { tasks[place].names.note(view.reference) }
        }
    }
}

// MARK: - Subjects

extension TableJudge {
    /// What a finding is about: a record, or an entity with a row a period.
    enum Subject {
        case record(Int)
        case entity(HeldTable.Entity)

        var records: [Int] {
            switch self {
            case .record(let record): [record]
            case .entity(let entity): entity.records
            }
        }

        /// The entity; nil for a record of a table whose key has no period.
        var entity: HeldTable.Entity? {
            if case .entity(let entity) = self { entity } else { nil }
        }

        func has(_ record: Int) -> Bool {
            switch self {
            case .record(let own): own == record
            case .entity(let entity): entity.records.contains(record)
            }
        }
    }

    /// In order; made one by one, for there may be millions.
    var subjects: some Sequence<Subject> {
        let isEntity = table.table.keyNamesPeriod
        let table = table
        return (0..<(isEntity ? table.entities.count : table.count)).lazy.map { place -> Subject in
            isEntity ? .entity(table.entities[place]) : .record(place)
        }
    }

    /// The periods that a rule judges of a subject; `nil` alone where it judges records as they stand.
    func periods(_ rule: RulePlan, _ subject: Subject) -> [CalendarPeriod?] {
        if let choice = rule.schedule.choice {
            // A record that is of one period is judged in that one.
            if table.table.period != nil, case .record(let record) = subject { return [table.periods[record]] }
            return LatestPeriod(dataset, table, rule).map { [$0.period(of: subject.records)] } ?? choice.periods
        }
        guard table.table.period != nil else {
            return [rule.schedule.duePeriod(of: table, record: subject.records.first, dataset)]
        }
        if case .record(let record) = subject, rule.schedule.date != nil { return [table.periods[record]] }
        return [rule.schedule.duePeriod(of: table, subject.records.lazy.map { table.periods[$0] }, asOf: dataset.asOf)]
    }

    /// The views of a subject in a period: a row, several that came twice, or none.
    func views(of subject: Subject, in judged: CalendarPeriod?, _ rule: RulePlan) -> [RecordView] {
        let period = judged ?? latestPeriod(of: subject, rule)
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: rule.schedule.due(in: period)?.date, registerDay: rule.schedule.registerDay(in: period),
            baseline: rule.schedule.baseline, isBounded: rule.missing == .bounds)
        guard let entity = subject.entity else {
            return subject.records.map { RecordView(.held(dataset, table, $0), circumstances) }
        }
        let isNowhere = period == nil && rule.schedule.manner == .latestSince
        let rows = period.map { period in subject.records.filter { table.periods[$0] == period } } ?? (isNowhere ? [] : subject.records)
        guard rows.isEmpty else { return rows.map { RecordView(.held(dataset, table, $0), circumstances) } }
        let reason: Reason = entity.records.isEmpty ? .noRecord : .noSuchPeriod
        return [RecordView(.absent(dataset, table, entity, reason), circumstances)]
    }
}

private extension TableJudge {
    /// The period in which a rule judges a subject that asks for the latest one; nil for all other rules, and where the
    /// subject is known in none.
    func latestPeriod(of subject: Subject, _ rule: RulePlan) -> CalendarPeriod? {
        guard let latest = LatestPeriod(dataset, table, rule) else { return nil }
        if table.table.period != nil, case .record(let record) = subject { return table.periods[record] }
        return latest.period(of: subject.records)
    }

    /// Whether a record is asked for its latest period, and is known in none.
    func isKnownNowhere(_ task: RuleTask, _ view: RecordView) -> Bool {
        guard task.rule.schedule.manner == .latestSince, view.circumstances.period == nil else { return false }
        return table.table.period == nil || table.table.keyNamesPeriod
    }
}

// MARK: - One record at a time

private extension TableJudge {
    mutating func judge(_ subject: Subject, by place: Int, into sink: inout some FindingSink) {
        if tasks[place].isPlain, case .record(let record) = subject {
            let view = RecordView(.held(dataset, table, record), tasks[place].circumstances)
            let verdict = tasks[place].judge.verdict(on: view, tasks[place].names)
            if !tasks[place].names.isEmpty { tasks[place].names.note(view.reference) }
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
        if let first = outcomes.first, !task.names.isEmpty { tasks[place].names.note(first.subject.reference) }
        guard task.rule.schedule.isOneVerdict, !outcomes.isEmpty, subject.entity != nil || table.table.period == nil else {
            reportBaseline(outcomes, task, into: &sink)
            for outcome in outcomes {
                let told = task.due.told(outcome.verdict.reason, in: outcome.period)
                tell(told, outcome.subject, outcome.verdict, periods: [], task, into: &sink)
            }
            return
        }
        reportBaseline(outcomes, task, into: &sink)
        let told = task.due.told(outcomes.map { ($0.period, $0.verdict.reason) })
        let deciding = outcomes[told.deciding]
        tell(told, deciding.subject, deciding.verdict, periods: outcomes, task, into: &sink)
    }

    /// Of a subject that the rule judges its baseline is held against the data once, however many periods it has.
    func reportBaseline(_ outcomes: [PeriodOutcome<RecordView>], _ task: RuleTask, into sink: inout some FindingSink) {
        guard task.rule.baseline?.stated != nil else { return }
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
        for problem in task.judge.contradictions(view, verdict) { sink.report(problem) }
        guard sink.wants(counted) else { return }
        var finding = Finding(
            rule: task.index, record: view.reference, reason: reason,
            measurement: task.judge.measurement(view, verdict.reason), evidence: task.judge.evidence(view, verdict),
            fault: task.judge.fault(view, verdict))
        finding.due = told.due
        finding.reasonToday = told.today
        finding.isAwaited = told.isAwaited && waiver == nil
        if finding.outcome != .notApplicable { finding.baseline = task.judge.baseline(view) }
        finding.track = track(told, view, verdict, periods, task)
        if let waiver { finding.waive(waiver, insteadOf: told.reason) }
        finding.group = task.judge.group(view, verdict)
        finding.arms = task.judge.arms(view, verdict)
        if !periods.isEmpty {
            finding.record.period = nil
            finding.periods = periods.compactMap { outcome in
                outcome.period.map {
                    PeriodVerdict(
                        period: $0, reason: outcome.verdict.reason,
                        measurement: task.judge.measurement(outcome.subject, outcome.verdict.reason))
                }
            }
        }
        finding.readings = task.readings(of: finding)
        sink.receive(finding)
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

    /// A record that a rule names has to be there, once.
    func judgeNames(of task: RuleTask, into sink: inout some FindingSink) {
        let (index, rule, names) = (task.index, task.rule.rule, task.names)
        // Of rules over groups they are members.
        for subject in rule.subjects where !task.rule.isOfGroups {
            guard let verdict = names.fault(of: subject.name) else { continue }
            let record = reference(toUnfound: subject.name)
            let (reason, waiver) = task.waived.told(verdict.reason, of: record)
            sink.count(rule: index, reason: reason)
            guard sink.wants(reason) else { continue }
            var finding = Finding(rule: index, record: record, reason: reason, fault: verdict.fault)
            if let waiver { finding.waive(waiver, insteadOf: verdict.reason) }
            finding.readings = task.readings(of: finding)
            sink.receive(finding)
        }
        for exception in rule.exceptions where names.isAbsent(exception.name) {
            sink.report(.unknownException(exception.name, rule: rule.fullName, table: rule.table, file: exception.location.file))
        }
    }
}

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
}
