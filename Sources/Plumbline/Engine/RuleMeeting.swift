import CEL

/// Another rule's verdict on a record, as `meets` asks for it.
struct RuleMeeting {
    private let dataset: Dataset

    init(_ dataset: Dataset) { self.dataset = dataset }

    /// - Parameter moment: The period in which the record is seen by whoever asks.
    func value(of rule: String, on record: Int, of table: HeldTable, in moment: Moment) -> Value {
        guard let plan = dataset.plan.meetable[rule], plan.rule.table == table.table.name else { return .noAnswer(.noSuchRecord) }
        let latest = latestPeriod(plan, record, of: table)
        if let latest, latest == nil { return unknown(.noSuchPeriod, rule) }
        let period = latest ?? (table.periods.isEmpty ? self.period(of: plan, record, table, moment) : table.periods[record])
        if !table.periods.isEmpty, latest != nil, table.periods[record] != period { return notApplicable(rule) }
        guard plan.schedule.judges(record, of: table, asOf: dataset.asOf) else { return notApplicable(rule) }
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: plan.schedule.due(in: period)?.date, registerDay: plan.schedule.registerDay(in: period),
            baseline: plan.schedule.baseline, ranges: Ranges(plan.missing))
        let view = RecordView(.held(dataset, table, record), circumstances)
        if case .isOut = dataset.membership(of: record, of: table, in: view.moment) { return notApplicable(rule) }
        let verdict = RecordJudge(rule: plan, withholdsSensitive: true).verdict(on: view, NamedRecords(plan.rule))
        // Of which period it is has to be known where the rule judges some.
        let isOfUnknownPeriod = table.table.period != nil && period == nil
        switch verdict.reason.outcome {
        case .pass where isOfUnknownPeriod, .fail where isOfUnknownPeriod: return unknown(.missing, rule)
        case .pass: return .bool(true)
        case .fail: return .bool(false)
        case .notApplicable: return notApplicable(rule)
        default:
            // Whether the other rule applies is no question of the scope of the one that asks.
            let reason = verdict.reason == .scopeUnknown ? Reason.missing : verdict.reason
            return unknown(reason, rule)
        }
    }

    /// Of a rule that asks for the latest period: the one of the record, nil within where it is known in none.
    private func latestPeriod(_ plan: RulePlan, _ record: Int, of table: HeldTable) -> CalendarPeriod?? {
        guard let latest = LatestPeriod(dataset, table, plan) else { return nil }
        guard table.table.period != nil else { return .some(latest.period(of: [record])) }
        guard table.table.keyNamesPeriod else { return .some(table.periods[record]) }
        return .some(latest.period(of: table.entities[Int(table.entityOfRecord[record])].records))
    }

    /// The period in which a rule sees a record of a table without periods.
    private func period(of rule: RulePlan, _ record: Int, _ table: HeldTable, _ moment: Moment) -> CalendarPeriod? {
        if let choice = rule.schedule.choice { return choice.periods.last }
        guard rule.schedule.dependsOnTime else { return nil }
        return rule.schedule.duePeriod(of: table, record: record, dataset) ?? moment.period
    }

    private func unknown(_ reason: Reason, _ rule: String) -> Value {
        .unknown(UnknownSet(UnknownCause(code: reason.rawValue, subject: rule)))
    }

    private func notApplicable(_ rule: String) -> Value {
        .unknown(UnknownSet(UnknownCause(code: MeasuredGroup.notApplicable, subject: rule)))
    }
}
