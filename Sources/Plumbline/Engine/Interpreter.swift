import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// The reference engine: one record and one rule at a time.
struct Interpreter: Engine {
    /// Whether figures and messages that would tell a sensitive cell are left out of findings.
    var withholdsSensitive = true

    func evaluate(_ batch: RecordBatch, with plan: AuditPlan, asOf: CalendarDate, into sink: inout some FindingSink) {
        let rules = plan.rules(for: batch.table.name)
        for row in 0..<batch.rowCount {
            let view = RecordView(batch: batch, row: row, asOf: asOf)
            for rule in rules { judge(view, by: rule, of: plan, into: &sink) }
        }
    }
}

private extension Interpreter {
    func judge(_ record: RecordView, by index: Int, of plan: AuditPlan, into sink: inout some FindingSink) {
        let rule = plan.rules[index]
        let verdict = Verdict(of: rule, on: record)
        sink.count(rule: index, reason: verdict.reason)
        let fields = verdict.isOfScope ? rule.scope?.fields ?? [] : rule.evidenceFields
        let isWithheld = withholdsSensitive && fields.contains(where: record.isSensitive)
        if !isWithheld, let problem = contradiction(rule, record, verdict) { sink.report(problem) }
        guard sink.wants(verdict.reason.outcome) else { return }
        sink.receive(
            Finding(
                rule: index, record: record.reference, reason: verdict.reason,
                measurement: isWithheld ? withheld(rule, verdict.reason) : measurement(rule, record, verdict.reason),
                evidence: fields.map(record.evidence), fault: isWithheld ? nil : verdict.fault))
    }

    func measurement(_ rule: RulePlan, _ record: RecordView, _ reason: Reason) -> Measurement {
        guard isDecided(reason), let observed = rule.observed else { return Measurement() }
        let value = record.value(of: observed)
        return Measurement(
            observed: value.number.map { .number($0) } ?? .text(value.text),
            gap: rule.gap.flatMap { record.value(of: $0).number },
            closings: reason == .beyondLimit ? closings(rule, record) : [])
    }

    /// A figure made from one person's cell tells that cell.
    func withheld(_ rule: RulePlan, _ reason: Reason) -> Measurement {
        Measurement(isMasked: isDecided(reason) && rule.observed != nil)
    }

    func isDecided(_ reason: Reason) -> Bool { reason.outcome == .pass || reason.outcome == .fail }

    func closings(_ rule: RulePlan, _ record: RecordView) -> [Closing] {
        rule.closings.compactMap { closing in
            switch record.value(of: closing.amount) {
            case .null: Closing(kind: closing.kind, amount: .impossible)
            case let value: value.number.map { Closing(kind: closing.kind, amount: .smallest($0)) }
            }
        }
    }

    /// A part that is more than its whole makes a share that no reader should trust.
    func contradiction(_ rule: RulePlan, _ record: RecordView, _ verdict: Verdict) -> DataProblem? {
        guard let share = rule.share, isDecided(verdict.reason),
              let part = record.value(of: share.numerator).number, let whole = record.value(of: share.denominator).number,
              part > whole
        else { return nil }
        return .partExceedsWhole(
            table: record.batch.table.name, at: record.batch.address(ofRow: record.row),
            part: "\(share.texts.part) (\(part))", whole: "\(share.texts.whole) (\(whole))")
    }
}
