extension MacroExpander {
    /// The name in an argument that has to be a plain name for a value, such as `x` in `cel.bind(x, 1 + 2, x * x)`.
    ///
    /// - Parameter example: How the macro is written, for the fault's help.
    /// - Throws: ``ExpressionFault`` at the argument where it is anything else.
    public func boundName(_ argument: Expression, example: String) throws(ExpressionFault) -> String {
        guard case .identifier(let name) = argument.node, !name.hasPrefix(".") else {
            throw .boundNameExpected(example: example, at: argument.range)
        }
        return name
    }

    /// `body` with a name for a value that is evaluated at most once, however often the body mentions it.
    ///
    /// A value that the body does not ask for does no harm: an error or an unknown in it is the body's only
    /// where the body uses it. The value itself is outside of the name's reach, so that a name may hide another
    /// of its kind and still be made from it.
    ///
    /// It is written as a loop over nothing, whose accumulator is the name: so nothing that reads trees needs to
    /// know of names for values.
    public func binding(_ name: String, to value: Expression, in body: Expression) -> Expression {
        .comprehension(
            .init(
                variable: "@unused", range: .list([], range: range), accumulator: name, initial: value,
                condition: .constant(.bool(false), range: range), step: .identifier(name, range: range),
                result: body),
            range: range)
    }
}
