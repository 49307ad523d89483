import OrderedCollections

/// What a judge's findings are about, and in which periods.
extension TableJudge {
    /// In order; made one by one, for there may be millions.
    var subjects: some Sequence<Subject> {
        let table = table
        return (0..<table.subjectCount).lazy.map { table.subject($0) }
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

    /// The views of a subject in a period: a row, several that say different things, or none.
    func views(of subject: Subject, in judged: CalendarPeriod?, _ rule: RulePlan) -> [RecordView] {
        let period = judged ?? latestPeriod(of: subject, rule)
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: rule.schedule.due(in: period)?.date, registerDay: rule.schedule.registerDay(in: period),
            baseline: rule.schedule.baseline, ranges: Ranges(rule.missing))
        guard let entity = subject.entity else {
            return subject.records.map { RecordView(.held(dataset, table, $0), circumstances) }
        }
        let isNowhere = period == nil && rule.schedule.manner == .latestSince
        let own = subject.records.filter { !table.isCopy($0) }
        let rows = period.map { period in own.filter { table.periods[$0] == period } } ?? (isNowhere ? [] : own)
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
}
