import CEL
import Quantities

/// Spells the arithmetic of the built-in targets as CEL.
extension Expression {
    static func number(_ number: Number) -> Expression { .constant(.number(number), range: 0..<0) }

    static func operation(_ name: String, _ operands: Expression...) -> Expression {
        .call(name, operands, range: operands.first?.range ?? 0..<0)
    }

    static func + (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.add, lhs, rhs) }
    static func - (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.subtract, lhs, rhs) }
    static func * (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.multiply, lhs, rhs) }
    static func / (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.divide, lhs, rhs) }
    static func >= (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.greaterOrEqual, lhs, rhs) }
    static func <= (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.lessOrEqual, lhs, rhs) }
    static func > (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.greater, lhs, rhs) }
    static func < (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.less, lhs, rhs) }
    static func && (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.and, lhs, rhs) }

    var ceiling: Expression { .operation("ceil", self) }
    var floor: Expression { .operation("floor", self) }

    /// The value where a condition holds, CEL's `null` elsewhere.
    func nullable(if condition: Expression) -> Expression {
        .conditional(condition, .operation("dyn", self), .operation("dyn", .constant(.null, range: 0..<0)))
    }
}
