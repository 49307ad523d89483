import CEL
import Quantities

/// Spells the arithmetic of the built-in targets as CEL.
extension Expression {
    static func number(_ number: Number) -> Expression { .constant(.number(number), range: 0..<0) }

    static let yes = Expression.constant(.bool(true), range: 0..<0)
    static let no = Expression.constant(.bool(false), range: 0..<0)

    static func operation(_ name: String, _ operands: Expression...) -> Expression {
        .call(name, operands, range: operands.first?.range ?? 0..<0)
    }

    static func + (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.add, lhs, rhs) }
    static func - (lhs: Expression, rhs: Expression) -> Expression {
        if let left = lhs.number, let right = rhs.number { return .number(left - right) }
        return operation(Operator.subtract, lhs, rhs)
    }
    static func * (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.multiply, lhs, rhs) }
    static func / (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.divide, lhs, rhs) }
    static func >= (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.greaterOrEqual, lhs, rhs) }
    static func <= (lhs: Expression, rhs: Expression) -> Expression {
        if let left = lhs.number, let right = rhs.number { return left <= right ? .yes : .no }
        return operation(Operator.lessOrEqual, lhs, rhs)
    }
    static func > (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.greater, lhs, rhs) }
    static func < (lhs: Expression, rhs: Expression) -> Expression {
        if let left = lhs.number, let right = rhs.number { return left < right ? .yes : .no }
        return operation(Operator.less, lhs, rhs)
    }

    static func && (lhs: Expression, rhs: Expression) -> Expression {
        switch (lhs.truth, rhs.truth) {
        case (false, _), (_, false): .no
        case (true, _): rhs
        case (_, true): lhs
        default: operation(Operator.and, lhs, rhs)
        }
    }

    static func || (lhs: Expression, rhs: Expression) -> Expression {
        switch (lhs.truth, rhs.truth) {
        case (true, _), (_, true): .yes
        case (false, _): rhs
        case (_, false): lhs
        default: operation(Operator.or, lhs, rhs)
        }
    }

    static prefix func ! (operand: Expression) -> Expression {
        operand.truth.map { $0 ? .no : .yes } ?? operation(Operator.not, operand)
    }

    var ceiling: Expression { .operation("ceil", self) }
    var floor: Expression { .operation("floor", self) }
    var magnitude: Expression { number.map { .number($0.magnitude) } ?? .operation("abs", self) }

    /// The number that a constant is; nil for everything else.
    var number: Number? {
        if case .constant(let value) = node { value.number } else { nil }
    }

    /// What a condition always is; nil where that depends on the record.
    var truth: Bool? {
        if case .constant(.bool(let truth)) = node { truth } else { nil }
    }

    /// The value where a condition holds, CEL's `null` elsewhere.
    func nullable(if condition: Expression) -> Expression {
        .conditional(condition, .operation("dyn", self), .operation("dyn", .constant(.null, range: 0..<0)))
    }
}
