import CEL
import Quantities

/// Lets a whole number stand beside a field where CEL wants one type: in `yes ? beds : 0` and `max(beds, 0)`
/// the literal is a `number`, as in arithmetic.
enum NumberLiterals {
    /// The expression with such literals as numbers; everything else as it is, ranges included.
    ///
    /// - Complexity: O(*n*) in its parts.
    static func unified(_ expression: Expression) -> Expression {
        guard case .call(let function, nil, let arguments) = expression.node else {
            return expression.mapChildren(unified)
        }
        return .call(
            function, choices(function, arguments.map(unified)), range: expression.range, focus: expression.focus)
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
