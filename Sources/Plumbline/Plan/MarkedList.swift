import CEL

/// The list that a rule counts or looks over, and what its condition comes to on each of the records: so that a
/// finding can name those that matter.
struct MarkedList: Sendable {
    /// The records, in order.
    let records: FieldProgram
    /// For each of them whether the condition holds, an unknown one held.
    let marks: FieldProgram
    /// What the condition comes to where it makes no difference whether the record is in the list; nil where that always
    /// makes one.
    private let indifferent: Bool?

    /// - Returns: nil where the expression counts no list of records, or only within another's loop.
    init?(of expression: Expression, _ expressions: RuleExpressions) {
        guard let (loop, indifferent) = Self.loop(in: expression), let records = Self.program(loop.range, expressions),
              let marks = Self.program(.comprehension(loop), expressions)
        else { return nil }
        self.records = records
        self.marks = marks
        self.indifferent = indifferent
    }

    /// Whether the condition has to hold of all of them.
    var asksOfAll: Bool { indifferent == true }

    /// What the condition comes to, an unknown where that is open, be it because the record may not be in the list.
    func mark(_ mark: Value) -> Value {
        guard let indifferent, mark.undoubted == .bool(indifferent) else { return mark.released }
        return .bool(indifferent)
    }

    /// The first loop of `count`, `share` or `all` that is not within another, as one over all elements.
    private static func loop(in expression: Expression) -> (loop: Expression.Comprehension, indifferent: Bool?)? {
        switch expression.node {
        case .call("count@list", nil, let arguments):
            guard case .comprehension(let loop)? = arguments.first?.node else { return nil }
            return (loop, false)
        case .call("share@list", nil, let arguments):
            guard case .comprehension(let loop)? = arguments.first?.node else { return nil }
            return (loop, nil)
        case .comprehension(var loop):
            guard case .call("all@list", nil, _) = loop.result.node else { return nil }
            loop.condition = .constant(.bool(true))
            loop.result = .identifier(loop.accumulator)
            return (loop, true)
        case .call: return expression.children.lazy.compactMap(loop).first
        default: return nil
        }
    }

    private static func program(_ expression: Expression, _ expressions: RuleExpressions) -> FieldProgram? {
        (try? expressions.environment.check(expression)).map(expressions.program)
    }
}
