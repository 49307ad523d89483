public import CEL
public import Quantities

/// Spells the arithmetic of targets as CEL. What is constant is worked out at once.
extension Expression {
    /// A constant of the rule language's own numbers.
    public static func number(_ number: Number) -> Expression { .constant(.number(number), range: 0..<0) }

    /// The constant `true`.
    public static let yes = Expression.constant(.bool(true), range: 0..<0)
    /// The constant `false`.
    public static let no = Expression.constant(.bool(false), range: 0..<0)

    /// A call of an operator or a function, by its CEL name.
    public static func operation(_ name: String, _ operands: Expression...) -> Expression {
        .call(name, operands, range: operands.first?.range ?? 0..<0)
    }

    public static func + (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.add, lhs, rhs) }
    public static func - (lhs: Expression, rhs: Expression) -> Expression {
        if let left = lhs.number, let right = rhs.number { return .number(left - right) }
        return operation(Operator.subtract, lhs, rhs)
    }
    public static func * (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.multiply, lhs, rhs) }
    public static func / (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.divide, lhs, rhs) }
    public static func >= (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.greaterOrEqual, lhs, rhs) }
    public static func <= (lhs: Expression, rhs: Expression) -> Expression {
        if let left = lhs.number, let right = rhs.number { return left <= right ? .yes : .no }
        return operation(Operator.lessOrEqual, lhs, rhs)
    }
    public static func > (lhs: Expression, rhs: Expression) -> Expression { operation(Operator.greater, lhs, rhs) }
    public static func < (lhs: Expression, rhs: Expression) -> Expression {
        if let left = lhs.number, let right = rhs.number { return left < right ? .yes : .no }
        return operation(Operator.less, lhs, rhs)
    }

    public static func && (lhs: Expression, rhs: Expression) -> Expression {
        switch (lhs.truth, rhs.truth) {
        case (false, _), (_, false): .no
        case (true, _): rhs
        case (_, true): lhs
        default: operation(Operator.and, lhs, rhs)
        }
    }

    public static func || (lhs: Expression, rhs: Expression) -> Expression {
        switch (lhs.truth, rhs.truth) {
        case (true, _), (_, true): .yes
        case (false, _): rhs
        case (_, false): lhs
        default: operation(Operator.or, lhs, rhs)
        }
    }

    public static prefix func ! (operand: Expression) -> Expression {
        operand.truth.map { $0 ? .no : .yes } ?? operation(Operator.not, operand)
    }

    /// The least whole number that is not below it.
    public var ceiling: Expression { .operation("ceil", self) }
    /// The greatest whole number that is not above it.
    public var floor: Expression { .operation("floor", self) }
    /// It without its sign.
    public var magnitude: Expression { number.map { .number($0.magnitude) } ?? .operation("abs", self) }

    /// The number that a constant is; nil for everything else.
    public var number: Number? {
        if case .constant(let value) = node { value.number } else { nil }
    }

    /// What a condition always is; nil where that depends on the record.
    public var truth: Bool? {
        if case .constant(.bool(let truth)) = node { truth } else { nil }
    }

    /// The value where a condition holds, CEL's `null` elsewhere.
    public func nullable(if condition: Expression) -> Expression {
        .conditional(condition, .operation("dyn", self), .operation("dyn", .constant(.null, range: 0..<0)))
    }
}
