import CEL
import Diagnostics

/// Finds regular expressions that no text can be held against, before any text is.
enum PatternCheck {
    /// The faults of the patterns that an expression states itself, each with its place.
    static func faults(of expression: Expression, in environment: Environment) -> [ExpressionFault] {
        let own = pattern(of: expression).flatMap { fault(of: $0, in: environment) }
        return (own.map { [$0] } ?? []) + expression.children.flatMap { faults(of: $0, in: environment) }
    }

    private static func pattern(of expression: Expression) -> Expression? {
        guard case .call("matches", let target, let arguments) = expression.node else { return nil }
        let pattern = target == nil ? arguments.dropFirst().first : arguments.first
        guard case .constant(.string)? = pattern?.node else { return nil }
        return pattern
    }

    /// The pattern is tried on an empty text, as the engine will try it on every record.
    private static func fault(of pattern: Expression, in environment: Environment) -> ExpressionFault? {
        let trial = Expression.member("matches", of: .constant(.string("")), [pattern], range: pattern.range)
        guard let checked = try? environment.check(trial), case .error(let error) = environment.program(checked).evaluate()
        else { return nil }
        return ExpressionFault(code: "bad-pattern", message: error.message, range: pattern.range)
    }
}
