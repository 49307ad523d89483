import CEL
import Quantities

/// Lets a whole number stand beside a field where CEL wants one type: in `yes ? beds : 0` and `max(beds, 0)`
/// the literal is a `number`, as in arithmetic.
enum NumberLiterals {
    /// The expression with such literals as numbers; everything else as it is, ranges included.
    ///
    /// - Complexity: O(*n*) in its parts.
    static func unified(_ expression: Expression) -> Expression {
        let (range, focus) = (expression.range, expression.focus)
        switch expression.node {
        case .constant, .identifier: return expression
        case .select(let operand, let field, let isTest):
            let inner = unified(operand)
            return isTest
                ? .has(inner, field: field, range: range, focus: focus)
                : .select(inner, field: field, range: range, focus: focus)
        case .call(let function, let target?, let arguments):
            return .member(function, of: unified(target), arguments.map(unified), range: range, focus: focus)
        case .call(let function, nil, let arguments):
            return .call(function, choices(function, arguments.map(unified)), range: range, focus: focus)
        case .list(let elements): return .list(elements.map(unified), range: range)
        case .map(let entries):
            return .map(
                entries.map { Expression.MapEntry(key: unified($0.key), value: unified($0.value)) }, range: range)
        case .comprehension(let loop): return .comprehension(unified(loop), range: range)
        }
    }

    private static func unified(_ loop: Expression.Comprehension) -> Expression.Comprehension {
        Expression.Comprehension(
            variable: loop.variable, range: unified(loop.range), accumulator: loop.accumulator,
            initial: unified(loop.initial), condition: unified(loop.condition), step: unified(loop.step),
            result: unified(loop.result))
    }

    /// The operands between which a function chooses.
    private static func choices(_ function: String, _ arguments: [Expression]) -> [Expression] {
        switch function {
        case Operator.conditional: Array(arguments.prefix(1)) + arguments.dropFirst().map(number)
        case "min", "max": arguments.map(number)
        default: arguments
        }
    }

    private static func number(_ expression: Expression) -> Expression {
        guard case .constant(.int(let value)) = expression.node else { return expression }
        return .constant(.number(Number(value)), range: expression.range)
    }
}
