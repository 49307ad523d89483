import CEL
import Quantities

/// Puts the figure that a rule states for its baseline in the place of the data's, wherever an expression asks for the
/// observed field in that period: `baseline.rate`, and `previous.rate` in the period after it.
struct BaselineStandIn {
    /// The field that the rule observes.
    let field: String
    let period: CalendarPeriod
    let value: Number

    func applied(to expression: Expression) -> Expression {
        guard case .select(let operand, field, false) = expression.node, case .identifier(let name) = operand.node else {
            return expression.mapChildren { applied(to: $0) }
        }
        switch name {
        case RuleEnvironment.Name.baseline: return figure(for: expression)
        case RuleEnvironment.Name.previous: return standIn(after: PeriodComparisonFunctions.previousPeriod, for: expression)
        case RuleEnvironment.Name.yearAgo: return standIn(after: PeriodComparisonFunctions.yearBefore, for: expression)
        default: return expression
        }
    }

    private func standIn(after step: String, for expression: Expression) -> Expression {
        let other = Expression.call(step, [.identifier(RuleEnvironment.Name.period)])
        let isBaseline = Expression.operation(Operator.equals, other, .constant(.object(PeriodValue(period))))
        return .conditional(isBaseline, figure(for: expression), expression + .number(0))
    }

    /// The figure at the place of what it stands for, by which it is told what it measures.
    private func figure(for expression: Expression) -> Expression { .constant(.number(value), range: expression.range) }
}
