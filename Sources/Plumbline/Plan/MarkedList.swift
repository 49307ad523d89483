import CEL

/// The list that a rule counts or looks over, and what its condition comes to on each of the records: so that a
/// finding can name those that matter.
struct MarkedList: Sendable {
    /// The records, in order.
    let records: FieldProgram
    /// For each of them whether the condition holds, an unknown one held.
    let marks: FieldProgram

    /// - Returns: nil where the expression counts no list of records, or only within another's loop.
    init?(of expression: Expression, _ expressions: RuleExpressions) {
        guard let loop = Self.loop(in: expression), let records = Self.program(loop.range, expressions),
              let marks = Self.program(.comprehension(loop), expressions)
        else { return nil }
        self.records = records
        self.marks = marks
    }

    /// The first loop of `count`, `share` or `all` that is not within another, as one over all elements.
    private static func loop(in expression: Expression) -> Expression.Comprehension? {
        switch expression.node {
        case .call("count@list", nil, let arguments), .call("share@list", nil, let arguments):
            guard case .comprehension(let loop)? = arguments.first?.node else { return nil }
            return loop
        case .comprehension(var loop):
            guard case .call("all@list", nil, _) = loop.result.node else { return nil }
            loop.condition = .constant(.bool(true))
            loop.result = .identifier(loop.accumulator)
            return loop
        case .call: return expression.children.lazy.compactMap(loop).first
        default: return nil
        }
    }

    private static func program(_ expression: Expression, _ expressions: RuleExpressions) -> FieldProgram? {
        (try? expressions.environment.check(expression)).map(expressions.program)
    }
}
