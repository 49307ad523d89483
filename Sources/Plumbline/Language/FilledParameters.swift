import CEL

/// What an entry of a list filled in for the parameters of a template, as parts of expressions.
struct FilledParameters: Sendable {
    /// The names and paths that stand for indicators, fields and other parameters, by the parameter's full name.
    var paths: [String: Expression] = [:]
    /// What readers are shown in place of each parameter, by its full name.
    var shown: [String: Expression] = [:]

    /// The expression with the names and paths in place of the parameters; each has the place of what it stands for.
    func filling(_ expression: Expression) -> Expression { paths.isEmpty ? expression : Self.filling(expression, paths) }

    /// The expression as readers are shown it: with everything that was filled in, also in calls of macros.
    func showing(_ expression: Expression) -> Expression { shown.isEmpty ? expression : Self.showing(expression, shown) }

    /// - Complexity: O(*n*) in the parts.
    private static func filling(_ expression: Expression, _ parts: [String: Expression]) -> Expression {
        standIn(for: expression, of: parts) { filling($0, parts) } ?? expression.mapChildren { filling($0, parts) }
    }

    /// - Complexity: O(*n*) in the parts, as they are written and as macros made them.
    private static func showing(_ expression: Expression, _ parts: [String: Expression]) -> Expression {
        standIn(for: expression, of: parts) { showing($0, parts) } ?? expression.mapChildrenAndCalls { showing($0, parts) }
    }

    /// What was filled in for a parameter; nil for what is none. A path may begin at another record than the one that is judged:
    /// `previous.params.x`.
    private static func standIn(
        for expression: Expression, of parts: [String: Expression], on record: (Expression) -> Expression
    ) -> Expression? {
        if let name = expression.parameterName, let part = parts[name] { return part.standing(at: expression.range) }
        guard let (owner, name) = expression.parameterOfRecord, let part = parts[name], part.isPath else { return nil }
        return part.standing(at: expression.range, on: record(owner))
    }
}

private extension Expression {
    /// `params.x` for just that; nil for everything else.
    var parameterName: String? {
        guard case .select(let operand, let field, false) = node, case .identifier("params") = operand.node else { return nil }
        return "params.\(field)"
    }

    /// The record and the parameter of `record.params.x`; nil for everything else.
    var parameterOfRecord: (record: Expression, name: String)? {
        guard case .select(let operand, let field, false) = node, case .select(let record, "params", false) = operand.node else { return nil }
        return (record, "params.\(field)")
    }

    /// Whether the expression is a name, or a path of names.
    var isPath: Bool {
        switch node {
        case .identifier: true
        case .select(let operand, _, false): operand.isPath
        default: false
        }
    }

    /// A path that begins at a record.
    func standing(at range: Range<Int>, on record: Expression) -> Expression {
        switch node {
        case .identifier(let name): .select(record, field: name, range: range, focus: range)
        case .select(let operand, let field, _): .select(operand.standing(at: range, on: record), field: field, range: range, focus: range)
        default: self
        }
    }

    /// The same part at another place of a text, which faults then point at.
    func standing(at range: Range<Int>) -> Expression {
        switch node {
        case .constant(let value): .constant(value, range: range)
        case .identifier(let name): .identifier(name, range: range)
        case .select(let operand, let field, _): .select(operand.standing(at: range), field: field, range: range, focus: range)
        case .call(let function, _, let arguments): .call(function, arguments.map { $0.standing(at: range) }, range: range)
        case .list(let elements): .list(elements.map { $0.standing(at: range) }, range: range)
        default: self
        }
    }
}
