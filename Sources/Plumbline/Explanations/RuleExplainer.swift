import CEL
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
    ///   - record: A batch of the one record, with a column for every field that the rule needs.
    /// - Returns: nil where the batch is empty or of another table.
    public func explain(rule index: Int, on record: RecordBatch) -> RuleExplanation? {
        let rule = plan.rules[index].rule
        var sink = ExplainedFinding(rule: index)
        guard record.rowCount > 0, record.table.name == rule.table else { return nil }
        Interpreter().evaluate(record, with: plan, asOf: asOf, into: &sink)
        let trace = ExpressionTrace(record: RecordView(batch: record, row: 0, asOf: asOf), plan: plan)
        let requirement: RuleExplanation.Expression? =
            switch rule.requirement {
            case .target(let observe, _): trace.expression(observe, as: .observed)
            case .condition(let condition): trace.expression(condition, as: .condition)
            case .bareTarget, .membership: nil
            }
        let scope = rule.scope.map { trace.expression($0, as: .scope) }
        return sink.finding.map { finding in
            RuleExplanation(rule: index, finding: finding, expressions: [scope, requirement].compactMap(\.self))
        }
    }
}

/// Takes the finding of one rule.
private struct ExplainedFinding: FindingSink {
    let rule: Int
    var finding: Finding?

    mutating func count(rule: Int, reason: Reason) {}

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) {
        if finding.rule == rule, self.finding == nil { self.finding = finding }
    }

    mutating func report(_ problem: DataProblem) {}
}
