import CEL
import Diagnostics
import OrderedCollections

/// Judges the records of one held table by all of its rules: first record by record, then group by group.
struct TableJudge {
    private let dataset: Dataset
    private let table: HeldTable
    private let rules: [Int]
    private let withholdsSensitive: Bool
    /// Whether a record that a rule names has to be there.
    private let wantsNamed: Bool
    /// The only record to judge; nil where all are.
    private let chosen: Int?
    private var names: [Int: NamedRecords] = [:]

    init(
        _ dataset: Dataset, _ table: HeldTable, withholdsSensitive: Bool = true, wantsNamed: Bool = true,
        chosen: Int? = nil
    ) {
        self.dataset = dataset
        self.wantsNamed = wantsNamed
        self.table = table
        self.withholdsSensitive = withholdsSensitive
        self.chosen = chosen
        rules = dataset.plan.rules(for: table.table.name)
        for rule in rules { names[rule] = NamedRecords(dataset.plan.rules[rule].rule) }
    }

    /// Judges all records, in the order of record, rule and period; then the groups, rule by rule.
    mutating func judge(into sink: inout some FindingSink) {
        let single = rules.filter { !dataset.plan.rules[$0].isOfGroups }
        for subject in subjects where chosen.map(subject.records.contains) ?? true {
            for rule in single { judge(subject, by: rule, into: &sink) }
        }
        guard chosen == nil else { return }
        for rule in rules where dataset.plan.rules[rule].isOfGroups {
            noteNames(of: rule)
            GroupJudge(self, rule: rule, dataset.plan.rules[rule], names[rule] ?? NamedRecords(dataset.plan.rules[rule].rule)).judge(into: &sink)
        }
        if wantsNamed { for rule in rules { judgeNames(of: rule, into: &sink) } }
    }
}

// MARK: - Subjects

extension TableJudge {
    /// What a finding is about: a record, or an entity with a row a period.
    struct Subject {
        var records: [Int]
        /// The entity; nil for a record of a table whose key has no period.
        var entity: HeldTable.Entity?
    }

    var subjects: [Subject] {
        guard table.table.keyNamesPeriod else { return (0..<table.count).map { Subject(records: [$0]) } }
        return table.entities.map { Subject(records: $0.records, entity: $0) }
    }

    /// The periods that a rule judges of a subject; `nil` alone where it judges records as they stand.
    func periods(_ rule: RulePlan, _ subject: Subject) -> [CalendarPeriod?] {
        if let choice = rule.schedule.choice {
            // A record that is of one period is judged in that one.
            guard table.table.period != nil, subject.entity == nil, let record = subject.records.first else { return choice.periods }
            return [table.periods[record]]
        }
        guard table.table.period != nil, let date = rule.schedule.date else { return [nil] }
        let due = CalendarPeriod(containing: date, kind: table.periodKind)
        guard subject.entity != nil else { return [subject.records.first.flatMap { table.periods[$0] }] }
        guard dataset.asOf <= date else { return [due] }
        // Before it is due, the last figures there are say what it would be today.
        let reached = subject.records.compactMap { table.periods[$0] }.filter { $0 == due || $0.isBefore(due) ?? false }
        return [reached.max { $0.isBefore($1) ?? false } ?? due]
    }

    /// Whether a record's period is one that the rule judges.
    func judges(_ rule: RulePlan, _ period: CalendarPeriod?) -> Bool {
        guard let period else { return true }
        if let choice = rule.schedule.choice { return choice.periods.contains(period) }
        guard let date = rule.schedule.date, table.table.period != nil else { return true }
        return period.contains(date)
    }

    /// The views of a subject in a period: a row, several that came twice, or none.
    func views(of subject: Subject, in period: CalendarPeriod?, _ rule: RulePlan) -> [RecordView] {
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: rule.schedule.due(in: period)?.date,
            isBounded: rule.missing == .bounds)
        guard let entity = subject.entity else {
            return subject.records.map { RecordView(.held(dataset, table, $0), circumstances) }
        }
        let rows = period.map { period in subject.records.filter { table.periods[$0] == period } } ?? subject.records
        guard rows.isEmpty else { return rows.map { RecordView(.held(dataset, table, $0), circumstances) } }
        let reason: Reason = entity.records.isEmpty ? .noRecord : .noSuchPeriod
        return [RecordView(.absent(dataset, table, entity, reason), circumstances)]
    }
}

// MARK: - One record at a time

private extension TableJudge {
    mutating func judge(_ subject: Subject, by index: Int, into sink: inout some FindingSink) {
        let rule = dataset.plan.rules[index]
        let outcomes = periods(rule, subject).flatMap { period in
            views(of: subject, in: period, rule).map { view in
                PeriodOutcome(period: period, verdict: verdict(rule, index, view, period), subject: view)
            }
        }
        outcomes.first.map { names[index]?.note($0.subject.reference) }
        let due = DueJudge(schedule: rule.schedule, asOf: dataset.asOf)
        guard rule.schedule.isOneVerdict, !outcomes.isEmpty, subject.entity != nil || table.table.period == nil else {
            for outcome in outcomes {
                tell(due.told(outcome.verdict.reason, in: outcome.period), [outcome], index, into: &sink)
            }
            return
        }
        tell(due.told(outcomes.map { ($0.period, $0.verdict.reason) }), outcomes, index, into: &sink)
    }

    func verdict(_ rule: RulePlan, _ index: Int, _ view: RecordView, _ period: CalendarPeriod?) -> Verdict {
        if table.table.period != nil, !table.table.keyNamesPeriod, !judges(rule, period) { return Verdict(.otherPeriod, isOfScope: true) }
        return verdict(rule, view, names[index] ?? NamedRecords(rule.rule))
    }

    func tell(
        _ told: DueJudge.Told, _ outcomes: [PeriodOutcome<RecordView>], _ index: Int, into sink: inout some FindingSink
    ) {
        let rule = dataset.plan.rules[index]
        let judge = RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive)
        let deciding = outcomes[told.deciding]
        sink.count(rule: index, reason: told.reason)
        if let problem = judge.contradiction(deciding.subject, deciding.verdict) { sink.report(problem) }
        guard sink.wants(told.reason) else { return }
        var finding = Finding(
            rule: index, record: deciding.subject.reference, reason: told.reason,
            measurement: judge.measurement(deciding.subject, deciding.verdict.reason),
            evidence: judge.evidence(deciding.subject, deciding.verdict),
            fault: judge.fault(deciding.subject, deciding.verdict))
        finding.due = told.due
        finding.reasonToday = told.today
        finding.group = judge.group(deciding.subject, deciding.verdict)
        if rule.schedule.isOneVerdict {
            finding.record.period = nil
            finding.periods = outcomes.compactMap { outcome in
                outcome.period.map {
                    PeriodVerdict(
                        period: $0, reason: outcome.verdict.reason,
                        measurement: judge.measurement(outcome.subject, outcome.verdict.reason))
                }
            }
        }
        sink.receive(finding)
    }

    /// A record that a rule names has to be there, once.
    func judgeNames(of index: Int, into sink: inout some FindingSink) {
        let rule = dataset.plan.rules[index].rule
        guard let names = names[index] else { return }
        // Of rules over groups they are members.
        for subject in rule.subjects where !dataset.plan.rules[index].isOfGroups {
            guard let verdict = names.fault(of: subject.name) else { continue }
            sink.count(rule: index, reason: verdict.reason)
            guard sink.wants(verdict.reason) else { continue }
            let reference = RecordReference(table: rule.table, key: subject.name, label: nil, address: nil)
            sink.receive(Finding(rule: index, record: reference, reason: verdict.reason, fault: verdict.fault))
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
    func verdict(_ rule: RulePlan, _ view: RecordView, _ names: NamedRecords) -> Verdict {
        let verdict = RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive).verdict(on: view, names)
        guard isOfUnknownPeriod(view), verdict.reason.outcome != .notApplicable, verdict.reason.outcome != .error else { return verdict }
        return Verdict(.scopeUnknown, isOfScope: true)
    }

    private func isOfUnknownPeriod(_ view: RecordView) -> Bool {
        guard table.table.period != nil, !table.table.keyNamesPeriod, case .held(_, _, let record) = view.source else { return false }
        return table.periods[record] == nil
    }

    /// Notes which of the records that a rule over groups names are there.
    private mutating func noteNames(of rule: Int) {
        for subject in subjects {
            let record = views(of: subject, in: nil, dataset.plan.rules[rule]).first
            record.map { names[rule]?.note($0.reference) }
        }
    }
}

extension HeldTable {
    /// The kind of period that the table's records are of: the shortest that occurs, years where none does.
    var periodKind: CalendarPeriod.Kind {
        periods.lazy.compactMap { $0?.kind }.max { $0.rawValue < $1.rawValue } ?? .year
    }
}
