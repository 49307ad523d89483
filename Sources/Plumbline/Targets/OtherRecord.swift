import CEL
import OrderedCollections

/// Rewrites an expression over a record into the same over another record that a variable holds.
struct OtherRecord {
    private let variable: String
    /// The names that are the record's own: its fields and its lists.
    private let names: Set<String>
    /// The other record's period, for expressions that ask for the period judged.
    private let period: Expression?

    /// - Parameter period: The other record's period; nil where expressions keep the one that is judged.
    init(named variable: String, of table: Table, in environment: Environment, period: Expression? = nil) {
        self.variable = variable
        self.period = period
        names = Set(environment.types.fields(of: table.name) ?? Array(table.fields.keys))
    }

    /// The expression over the other record. Loop variables hide fields of their names, as ever.
    ///
    /// - Complexity: O(*n*) in the expression's nodes.
    func value(of expression: Expression) -> Expression { value(of: expression, hiding: []) }

    /// A name that leads to another period already, and where; nil where there is none.
    static func mention(in expression: Expression) -> (name: String, range: Range<Int>)? {
        switch expression.node {
        case .identifier(let name) where ["previous", "year_ago", "baseline"].contains(name): return (name, expression.range)
        case .call("at", _?, _): return ("at", expression.focus)
        default: return expression.children.lazy.compactMap { mention(in: $0) }.first
        }
    }
}

private extension OtherRecord {
    func value(of expression: Expression, hiding hidden: Set<String>) -> Expression {
        let (range, focus) = (expression.range, expression.focus)
        switch expression.node {
        case .identifier(let name):
            guard !hidden.contains(name) else { return expression }
            guard names.contains(name) else {
                return name == RuleEnvironment.Name.period ? period ?? expression : expression
            }
            return .select(.identifier(variable, range: range), field: name, range: range, focus: focus)
        case .comprehension(let loop): return .comprehension(self.loop(loop, hiding: hidden), range: range)
        default: return expression.mapChildren { value(of: $0, hiding: hidden) }
        }
    }

    /// The element's name is known in condition and step, the accumulator's in the result too.
    func loop(_ loop: Expression.Comprehension, hiding hidden: Set<String>) -> Expression.Comprehension {
        let inResult = hidden.union([loop.accumulator])
        let inStep = hidden.union(loop.names)
        var loop = loop
        loop.range = value(of: loop.range, hiding: hidden)
        loop.initial = value(of: loop.initial, hiding: hidden)
        loop.condition = value(of: loop.condition, hiding: inStep)
        loop.step = value(of: loop.step, hiding: inStep)
        loop.result = value(of: loop.result, hiding: inResult)
        return loop
    }
}
