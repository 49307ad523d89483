/// An expression made ready to be evaluated where only a part of what it refers to is known.
public struct PartialProgram: Sendable {
    private let program: Program
    private let expression: CheckedExpression

    init(_ program: Program, _ expression: CheckedExpression) {
        self.program = program
        self.expression = expression
    }

    /// The expression's value as far as it is known, and what is left to be evaluated once the rest is.
    ///
    /// - Parameters:
    ///   - activation: The values that are known.
    ///   - unknowns: Variables and parts of variables whose value is not known, whatever the activation holds
    ///   in their place. A value that has an unknown part counts as unknown where it is needed as a whole.
    public func evaluate(_ activation: some Activation, unknowns: [AttributePattern]) -> PartialResult {
        let recorder = Recorder(nodeCount: expression.nodeCount, unknowns: unknowns)
        let value = program.evaluate(activation, recorder: recorder)
        let residual = ResidualBuilder(values: recorder.values)
        return PartialResult(value: value, residual: residual.residual(of: expression.root))
    }
}

/// What an evaluation with unknowns came to.
public struct PartialResult: Sendable {
    /// The value; `.unknown` with the attributes that it waits for, where they decide.
    public let value: Value
    /// What is left of the expression: parts that are known have become literals, and operands of `&&`, `||` and
    /// `?:` that decide nothing any more are gone. A literal, where the value is known.
    ///
    /// With values for the unknown parts it gives what the whole expression would have given. Its names are full
    /// ones; check it again before it is evaluated.
    public let residual: Expression
}

/// Takes out of a tree what an evaluation found out.
private struct ResidualBuilder {
    let values: [Value?]

    func residual(of node: Expression) -> Expression {
        if let value = value(of: node), value.isLiteral { return node.replaced(by: .constant(value)) }
        switch node.node {
        case .call(Operator.and, nil, let sides) where sides.count == 2: return junction(node, sides, neutral: true)
        case .call(Operator.or, nil, let sides) where sides.count == 2: return junction(node, sides, neutral: false)
        case .call(Operator.conditional, nil, let branches) where branches.count == 3:
            guard case .bool(let condition)? = value(of: branches[0]) else { return node.mapChildren(residual) }
            return residual(of: branches[condition ? 1 : 2])
        case .comprehension(let loop): return residual(of: loop, node)
        default: return node.macroCall == nil ? node.mapChildren(residual) : node
        }
    }

    private func value(of node: Expression) -> Value? { values.indices.contains(node.id) ? values[node.id] : nil }

    /// `&&` or `||`: a side that came to the neutral value says nothing any more.
    private func junction(_ node: Expression, _ sides: [Expression], neutral: Bool) -> Expression {
        for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
            if case .bool(neutral)? = value(of: side) { return residual(of: other) }
        }
        return node.mapChildren(residual)
    }

    /// What a loop goes over may be known where its body is not. The body is left as it is: it comes to something else
    /// for each element.
    private func residual(of loop: Expression.Comprehension, _ node: Expression) -> Expression {
        var pruned = loop
        pruned.range = residual(of: loop.range)
        let rebuilt = node.replaced(by: .comprehension(pruned))
        guard case .call(let function, let target?, let arguments)? = node.macroCall, target.range == loop.range.range else {
            return node.macroCall == nil ? rebuilt : node
        }
        return rebuilt.written(as: .call(function: function, target: pruned.range, arguments: arguments))
    }
}

private extension Expression {
    func replaced(by node: Node) -> Expression { Expression(id: id, range: range, focus: focus, node: node) }
}

private extension Value {
    /// Whether a literal, or a call with literals, gives the value.
    var isLiteral: Bool {
        switch self {
        case .unknown, .error, .object: false
        case .list(let elements): elements.allSatisfy(\.isLiteral)
        case .map(let map): map.allSatisfy { $0.value.isLiteral }
        default: true
        }
    }
}
