import CEL
public import Diagnostics
import OrderedCollections
import YAML

/// Judges a record by a rule and keeps what every part of the rule's expressions came to.
///
/// It is far slower than a run, and asks the reference engine for the verdict.
public struct RuleExplainer: Sendable {
    private let plan: AuditPlan
    private let asOf: CalendarDate

    public init(_ plan: AuditPlan, asOf: CalendarDate) {
        self.plan = plan
        self.asOf = asOf
    }

    /// - Parameters:
    ///   - index: The rule's place in the plan's `rules`.
    ///   - selection: The record, which has to be of the rule's table.
    /// - Returns: nil where there is no such record, or where the rule judges records only together.
    /// - Throws: The fault of a file that cannot be read.
    public func explain(
        rule index: Int, on selection: RecordSelection, of submission: Submission
    ) throws(Diagnostic) -> RuleExplanation? {
        let alone = plan.keeping([index])
        let audit = Audit(plan: alone, asOf: asOf, selection: selection)
        var run = AuditRun(audit: audit, sink: AllFindings())
        do throws(AuditRun<AllFindings>.Fault) {
            try run.run(submission)
        } catch {
            throw error.diagnostic
        }
        guard let view = try view(of: selection, in: submission, run) else { return nil }
        let rule = alone.rules[0]
        let finding = run.sink.findings.first { $0.record.period == view.circumstances.period } ?? run.sink.findings.first
        guard var finding else { return nil }
        finding.rule = index
        return explanation(of: finding, on: view, rule)
    }
}

private extension RuleExplainer {
    func explanation(of finding: Finding, on view: RecordView, _ rule: RulePlan) -> RuleExplanation {
        let trace = ExpressionTrace(record: view, rule: rule, plan: plan)
        let requirement: RuleExplanation.Expression? =
            switch rule.rule.requirement {
            case .target(let observe, _): trace.expression(observe, as: .observed)
            case .condition(let condition): trace.expression(condition, as: .condition)
            case .bareTarget, .membership: nil
            }
        let scope = rule.rule.scope.map { trace.expression($0, as: .scope) }
        return RuleExplanation(
            rule: finding.rule, finding: finding, expressions: [scope, requirement].compactMap(\.self))
    }

    /// The record as the rule sees it, in the period of its own row.
    func view(
        of selection: RecordSelection, in submission: Submission, _ run: AuditRun<AllFindings>
    ) throws(Diagnostic) -> RecordView? {
        let file = submission.files[selection.file]
        if let table = run.dataset?.table(named: file.table) {
            guard let dataset = run.dataset, let record = table.record(at: selection.row, of: file.source.name) else { return nil }
            let rule = run.audit.plan.rules[0]
            let period = table.periods.isEmpty
                ? rule.schedule.choice?.periods.last ?? rule.schedule.duePeriod(of: table, record: record, dataset)
                : table.periods[record]
            return RecordView(
                .held(dataset, table, record),
                Circumstances(
                    asOf: asOf, period: period, due: rule.schedule.due(in: period)?.date,
                    isBounded: rule.missing == .bounds))
        }
        let batch = try RecordFinder(run.audit.plan).record(selection, in: submission)
        return batch.map { RecordView(batch: $0, row: 0, asOf: asOf) }
    }
}

/// Keeps every finding.
private struct AllFindings: FindingCollector {
    var findings: [Finding] = []

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) { findings.append(finding) }
}
