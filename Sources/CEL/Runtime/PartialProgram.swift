/// An expression made ready to be evaluated where only a part of what it refers to is known.
public struct PartialProgram: Sendable {
    private let program: Program
    private let expression: CheckedExpression
    private let hasDyn: Bool

    /// - Parameter hasDyn: Whether expressions can write `dyn(…)`.
    init(_ program: Program, _ expression: CheckedExpression, hasDyn: Bool) {
        self.program = program
        self.expression = expression
        self.hasDyn = hasDyn
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
        var builder = ResidualBuilder(expression, recorder.values, hasDyn: hasDyn)
        return PartialResult(value: value, residual: builder.residual())
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
    let expression: CheckedExpression
    let values: [Value?]
    /// Whether `dyn(…)` can be written.
    let hasDyn: Bool
    /// How many parts all literals together may have, so that a long list that is asked for often does not make the
    /// residual far longer than the expression.
    private var budget = 1_000_000

    init(_ expression: CheckedExpression, _ values: [Value?], hasDyn: Bool) {
        self.expression = expression
        self.values = values
        self.hasDyn = hasDyn
    }

    mutating func residual() -> Expression {
        if let value = value(of: expression.root), value.isLiteral {
            return expression.root.replaced(by: .constant(value))
        }
        return residual(of: expression.root)
    }

    @inline(never)
    private mutating func residual(of node: Expression) -> Expression {
        if case .constant = node.node { return node }
        if let value = value(of: node), let literal = literal(value, for: node) { return literal }
        switch node.node {
        case .call(Operator.and, nil, let sides) where sides.count == 2: return junction(node, sides, neutral: true)
        case .call(Operator.or, nil, let sides) where sides.count == 2: return junction(node, sides, neutral: false)
        case .call(Operator.conditional, nil, let branches) where branches.count == 3: return choice(node, branches)
        case .comprehension: return loopResidual(of: node)
        default: return node.macroCall == nil ? withResiduals(node) : node
        }
    }

    @inline(never)
    private mutating func withResiduals(_ node: Expression) -> Expression { node.mapChildren { residual(of: $0) } }

    /// `?:`: the branch that a condition chose.
    @inline(never)
    private mutating func choice(_ node: Expression, _ branches: [Expression]) -> Expression {
        guard case .bool(let condition)? = value(of: branches[0]) else { return withResiduals(node) }
        let branch = branches[condition ? 1 : 2]
        return typed(residual(of: branch), as: expression.type(of: node), insteadOf: expression.type(of: branch))
    }

    private func value(of node: Expression) -> Value? { values.indices.contains(node.id) ? values[node.id] : nil }

    /// The value in place of a node; nil where it has no literal, or one that is too long.
    @inline(never)
    private mutating func literal(_ value: Value, for node: Expression) -> Expression? {
        let size = value.extent(upTo: budget).size
        guard size < budget, value.isLiteral else { return nil }
        budget -= size
        return typed(node.replaced(by: .constant(value)), as: expression.type(of: node), insteadOf: value.type)
    }

    /// What stands in place of a node of which anything may come has to count as anything too: what does not fit
    /// around it was no fault of the whole, and is none of the residual.
    private func typed(_ node: Expression, as type: Type, insteadOf own: Type) -> Expression {
        guard hasDyn, type == .dyn, own != .dyn else { return node }
        return .call("dyn", [node], range: node.range)
    }

    /// `&&` or `||`: a side that came to the neutral value says nothing any more, but that the other is a condition.
    @inline(never)
    private mutating func junction(_ node: Expression, _ sides: [Expression], neutral: Bool) -> Expression {
        for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] where expression.type(of: other) == .bool {
            if case .bool(neutral)? = value(of: side) { return residual(of: other) }
        }
        return withResiduals(node)
    }

    /// What a loop goes over may be known where its body is not. The body is left as it is: it comes to something else
    /// for each element.
    @inline(never)
    private mutating func loopResidual(of node: Expression) -> Expression {
        guard case .comprehension(let loop) = node.node else { return node }
        var pruned = loop
        guard let call = node.macroCall else {
            pruned.range = residual(of: loop.range)
            return node.replaced(by: .comprehension(pruned))
        }
        guard case .call(let function, let target?, let arguments) = call, target.range == loop.range.range else {
            return node
        }
        pruned.range = residual(of: loop.range)
        return node.replaced(by: .comprehension(pruned))
            .written(as: .call(function: function, target: pruned.range, arguments: arguments))
    }
}

private extension Expression {
    func replaced(by node: Node) -> Expression { Expression(id: id, range: range, focus: focus, node: node) }
}

private extension Value {
    /// Whether a literal, or a call with literals, gives the value.
    var isLiteral: Bool {
        !holds { part in
            switch part {
            case .unknown, .error, .object: true
            default: false
            }
        }
    }
}
