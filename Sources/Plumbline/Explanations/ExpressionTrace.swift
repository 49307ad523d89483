import CEL
import OrderedCollections
import Quantities
import YAML

/// Evaluates every part of an expression on a record, each as a program of its own.
struct ExpressionTrace {
    let record: RecordView
    private let plan: AuditPlan
    private let environment: Environment

    init(record: RecordView, rule: RulePlan, plan: AuditPlan) {
        self.record = record
        self.plan = plan
        environment = RuleEnvironment.of(
            record.table, vocabulary: plan.vocabulary, setting: rule.setting, language: plan.language)
    }

    /// No step where the expression does not check, which a rule in a plan always does.
    func expression(_ scalar: YAMLScalar, as role: RuleExplanation.Expression.Role) -> RuleExplanation.Expression {
        guard let checked = try? environment.checkedRule(scalar.text) else { return .init(role: role, steps: []) }
        let steps = checked.parts.map { part in
            RuleExplanation.Step(
                text: CellText.trimmed(scalar.written(part.expression)), depth: part.depth,
                value: value(of: part, in: checked, scalar))
        }
        return .init(role: role, steps: steps)
    }
}

private extension ExpressionTrace {
    func value(
        of part: ExpressionPart, in checked: CheckedExpression, _ scalar: YAMLScalar
    ) -> RuleExplanation.Value {
        let program = FieldProgram(
            part.expression, of: checked, in: environment, table: record.table, vocabulary: plan.vocabulary)
        let value = record.value(of: program)
        switch value {
        case .unknown(let set):
            return .unknown(set.causes.compactMap { cause in Reason(rawValue: cause.code).map { ($0, cause.subject) } })
        // The wording of an error quotes what it is about.
        case .error where record.looksAtSensitive(program): return .withheld
        case .error(let error): return .error(error.message)
        // What was made from one person's cell tells that cell.
        case _ where record.tellsSensitive(program): return .withheld
        case .bool(let flag): return .boolean(flag)
        case .list(let elements): return .list(elements.count)
        default: break
        }
        let unit = unit(of: part.expression, in: checked, scalar)
        switch Measurement.Observed(value) {
        case .number(let number): return .number(number, unit)
        case .range(let low, let high): return .range(low: low, high: high, unit)
        case .text(let text): return .text(text)
        }
    }

    /// The unit of the fields or the quantity that a number was made from; nil for what division and
    /// multiplication made.
    func unit(of expression: CEL.Expression, in checked: CheckedExpression, _ scalar: YAMLScalar) -> Unit? {
        var checker = MeasureChecker(
            table: record.table, vocabulary: plan.vocabulary, checked: checked, scalar: scalar, environment: environment)
        return checker.measure(expression).unit
    }
}
