import CEL
import Quantities

/// What a rule's baseline comes to on a record.
extension RecordJudge {
    /// What the record started from; nil where the rule has no baseline, and where it would tell what is sensitive.
    func baseline(_ record: RecordView) -> BaselineFigure? {
        if let stated = rule.statedBaseline { return stated }
        guard let baseline = rule.baseline, let program = baseline.found else { return nil }
        let found = isWithheld(record) ? nil : record.value(of: program).number
        return BaselineFigure(period: baseline.period, value: found, unit: baseline.unit, isStated: false)
    }

    /// Where the rule states the baseline's figure and the data have another; what the rule says decides.
    func baselineProblem(_ record: RecordView, _ verdict: Verdict) -> DataProblem? {
        guard verdict.reason.outcome != .notApplicable, verdict.reason != .scopeUnknown, let baseline = rule.baseline,
              let stated = baseline.stated, let found = baseline.found.flatMap({ record.value(of: $0).number }), !isWithheld(record)
        else { return nil }
        let scale = (stated.unit ?? baseline.unit)?.scale.reciprocal ?? .one
        guard (found * scale).rounded(fractionDigits: stated.fractionDigits) != stated.value * scale else { return nil }
        return .baselineDiffers(
            rule: rule.rule.fullName, record.reference, row: address(of: record, in: baseline.period), period: baseline.period,
            stated: stated.value, found: found, unit: stated.unit ?? baseline.unit)
    }

    /// Where the record's row of another period stands.
    private func address(of record: RecordView, in period: CalendarPeriod) -> RecordAddress? {
        guard case .object(let object) = record.object(in: period), let row = object as? RecordObject else { return nil }
        return row.table?.reference(to: row.record).address
    }
}
