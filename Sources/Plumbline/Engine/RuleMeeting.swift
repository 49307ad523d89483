import CEL

/// Another rule's verdict on a record, as `meets` asks for it.
struct RuleMeeting {
    private let dataset: Dataset

    /// The cause by which aggregates leave a record out to which the rule does not apply.
    static let notApplicable = "not_applicable"

    init(_ dataset: Dataset) { self.dataset = dataset }

    func value(of rule: String, on record: Int, of table: HeldTable) -> Value {
        guard let plan = dataset.plan.meetable[rule], plan.rule.table == table.table.name else { return .noAnswer(.noSuchRecord) }
        let period = table.periods.isEmpty ? plan.schedule.choice?.periods.last : table.periods[record]
        if let judged = plan.schedule.choice?.periods, let period, !judged.contains(period) { return notApplicable(rule) }
        let circumstances = Circumstances(
            asOf: dataset.asOf, period: period, due: plan.schedule.due(in: period)?.date, isBounded: plan.missing == .bounds)
        let view = RecordView(.held(dataset, table, record), circumstances)
        let names = NamedRecords(plan.rule)
        let verdict = (names.isEmpty ? nil : names.verdict(on: view.reference)) ?? Verdict(of: plan, on: view)
        switch verdict.reason.outcome {
        case .pass: return .bool(true)
        case .fail: return .bool(false)
        case .notApplicable: return notApplicable(rule)
        default:
            // Whether the other rule applies is no question of the scope of the one that asks.
            let reason = verdict.reason == .scopeUnknown ? Reason.missing : verdict.reason
            return .unknown(UnknownSet(UnknownCause(code: reason.rawValue, subject: rule)))
        }
    }

    private func notApplicable(_ rule: String) -> Value {
        .unknown(UnknownSet(UnknownCause(code: Self.notApplicable, subject: rule)))
    }
}
