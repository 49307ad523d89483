extension Overload {
    /// The same overload with arguments that are looked at first: where `answer` gives something for one of them,
    /// that is the result, and the function is not called. For hosts whose values a library does not know.
    public func answering(_ answer: @escaping @Sendable (Value) -> Value?) -> Overload {
        Overload(
            id: id, parameters: parameters, result: result, isMember: isMember, isStrict: isStrict, cost: cost,
            runtimeParameters: runtimeParameters, preparationCost: preparationCost, prepare: preparing(answer),
            implementation: implementation.answering(answer))
    }

    private func preparing(
        _ answer: @escaping @Sendable (Value) -> Value?
    ) -> (@Sendable (_ constants: [Value?]) -> Implementation?)? {
        guard let prepare else { return nil }
        return { constants in prepare(constants)?.answering(answer) }
    }
}

private extension Overload.Implementation {
    func answering(_ answer: @escaping @Sendable (Value) -> Value?) -> Self {
        switch self {
        case .unary(let function): .unary { answer($0) ?? function($0) }
        case .binary(let function): .binary { answer($0) ?? answer($1) ?? function($0, $1) }
        case .general(let function):
            .general { arguments in arguments.lazy.compactMap(answer).first ?? function(arguments) }
        }
    }
}
