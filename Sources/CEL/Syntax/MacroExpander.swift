/// What a macro has to hand while it is expanded.
public struct MacroExpander {
    /// The code points of the whole call.
    public let range: Range<Int>
    /// The code points of the macro's name.
    public let focus: Range<Int>

    /// A name for the accumulator of a loop, which no text can write.
    public var accumulator: String { "@result" }

    /// The name in an argument that has to be a plain name, such as `x` in `all(x, x > 0)`.
    /// - Throws: ``ExpressionFault`` at the argument where it is anything else.
    public func variable(_ argument: Expression) throws(ExpressionFault) -> String {
        guard case .identifier(let name) = argument.node, !name.hasPrefix(".") else {
            throw .loopVariableExpected(at: argument.range)
        }
        return name
    }

    /// The elements of `list` for which `condition` holds, each mapped by `transform`; a nil one
    /// keeps every element or leaves it as it is.
    public func collecting(
        _ list: Expression, as variable: String, where condition: Expression? = nil, into transform: Expression? = nil
    ) -> Expression {
        let accumulated = Expression.identifier(accumulator, range: range)
        let element = transform ?? .identifier(variable, range: range)
        let appended = Expression.call(InternalFunction.append, [accumulated, element], range: range, focus: element.focus)
        let step = condition.map { Expression.conditional($0, appended, accumulated, range: range) } ?? appended
        return .comprehension(
            .init(
                variable: variable, range: list, accumulator: accumulator, initial: .list([], range: range),
                condition: .constant(.bool(true), range: range), step: step, result: accumulated),
            range: range)
    }
}
