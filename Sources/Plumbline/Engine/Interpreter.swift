import CEL
import Diagnostics
import OrderedCollections

/// The reference engine: one record and one rule at a time.
struct Interpreter: Engine {
    /// Whether figures and messages that would tell a sensitive cell are left out of findings.
    var withholdsSensitive = true
    /// Whether a record that a rule names has to be there, which is not what a case is about.
    var wantsNamed = true
    /// Whether findings say what they would be under the rules' other readings.
    var comparesReadings = true

    func evaluate(_ batch: RecordBatch, with plan: AuditPlan, asOf: CalendarDate, into sink: inout some FindingSink) {
        let rules = plan.rules(for: batch.table.name)
        let records = StreamedBatch(batch)
        for row in 0..<batch.rowCount {
            for rule in rules {
                sink.timed(rule) { judge(records, row, by: rule, of: plan, asOf: asOf, into: &$0) }
            }
        }
    }

    func evaluate(_ table: HeldTable, by crew: Crew, only chosen: ChosenRecord?, into sink: inout some FindingSink) {
        var judge = TableJudge(crew, table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed, chosen: chosen)
        if comparesReadings { judge.judge(into: &sink) } else { judge.judgeAlone(into: &sink) }
    }
}

private extension Interpreter {
    func judge(
        _ batch: StreamedBatch, _ row: Int, by index: Int, of plan: AuditPlan, asOf: CalendarDate,
        into sink: inout some FindingSink
    ) {
        let rule = plan.rules[index]
        let due = rule.schedule.due(in: nil)
        let record = RecordView(.streamed(batch, row: row), Circumstances(asOf: asOf, due: due?.date, ranges: Ranges(rule.missing)))
        let judge = RecordJudge(rule: rule, withholdsSensitive: withholdsSensitive)
        let verdict = Verdict(of: rule, on: record)
        let told = DueJudge(schedule: rule.schedule, asOf: asOf).told(verdict.reason, in: nil)
        sink.count(rule: index, reason: told.reason)
        for problem in judge.contradictions(record, verdict) { sink.report(problem) }
        guard sink.wants(told.reason) else { return }
        let evidence = judge.evidence(record, verdict)
        var finding = Finding(
            rule: index, record: record.reference, reason: told.reason,
            measurement: judge.measurement(record, verdict.reason).written(in: evidence), evidence: evidence,
            fault: judge.fault(record, verdict))
        finding.due = told.due
        finding.reasonToday = told.today
        finding.arms = judge.arms(record, verdict)
        sink.receive(finding)
    }
}
