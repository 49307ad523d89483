/// A loop with two variables that a macro writes out: a list's index and element, or a map's key and value.
struct PairLoop {
    /// The name of the index or the key.
    let key: String
    private let value: String
    private let source: Expression
    private let context: MacroExpander

    /// - Parameters:
    ///   - source: The list or the map.
    ///   - arguments: The macro's arguments; the first two name the variables.
    /// - Throws: An ``ExpressionFault`` where they are no plain names, the same name twice, or the accumulator's.
    init(
        over source: Expression, _ arguments: [Expression], _ context: MacroExpander
    ) throws(ExpressionFault) {
        key = try context.variable(arguments[0])
        value = try context.variable(arguments[1])
        self.source = source
        self.context = context
        guard key != value else { throw .repeatedLoopVariable(value, at: arguments[1].range) }
        for (name, argument) in zip([key, value], arguments) where name == context.accumulator {
            throw .loopVariableExpected(at: argument.range)
        }
    }

    var range: Range<Int> { context.range }

    /// What was folded so far.
    var folded: Expression { .identifier(context.accumulator, range: range) }

    /// Goes over everything that `condition` lets it, from `initial` to what was folded.
    func folding(from initial: Expression, while condition: Expression, step: Expression) -> Expression {
        .comprehension(
            .init(
                variable: key, secondVariable: value, range: source, accumulator: context.accumulator,
                initial: initial, condition: condition, step: step, result: folded),
            range: range)
    }

    /// Calls `function` with what was folded so far and `parts`, wherever `condition` holds; a nil one always does.
    func gathering(
        into initial: Expression, with function: String, _ parts: [Expression], where condition: Expression?
    ) -> Expression {
        let gathered = Expression.call(function, [folded] + parts, range: range, focus: parts.last?.focus)
        let step = condition.map { Expression.conditional($0, gathered, folded, range: range) } ?? gathered
        return folding(from: initial, while: .constant(.bool(true), range: range), step: step)
    }
}
