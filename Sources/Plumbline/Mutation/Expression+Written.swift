import CEL

extension Expression {
    /// The nodes directly below as the text has them: of a macro's call its target and arguments.
    var written: [Expression] {
        guard case .call(_, let target, let arguments)? = macroCall else { return children }
        return (target.map { [$0] } ?? []) + arguments
    }

    /// The function, target and arguments of a call as it is written, a macro's too.
    var writtenCall: (function: String, target: Expression?, arguments: [Expression])? {
        guard case .call(let function, let target, let arguments) = macroCall ?? node else { return nil }
        return (function, target, arguments)
    }
}
