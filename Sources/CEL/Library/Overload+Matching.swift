/// Overloads that search a text for a pattern. A pattern that is a constant is compiled once for the program.
extension Overload {
    /// A function of a text and a pattern.
    static func matching(
        _ id: String, isMember: Bool = false, result: Type,
        _ body: @escaping @Sendable (_ pattern: RegularExpression, _ text: String) throws(EvaluationError) -> Value
    ) -> Overload {
        Overload(
            id: id, parameters: [.string, .string], result: result, isMember: isMember, cost: .product,
            preparationCost: RegularExpression.compilingCost, prepare: { constants in
                guard let pattern = CompiledPattern(constants[1]) else { return nil }
                return .binary { text, _ in pattern.search(text, body) }
            },
            implementation: .binary { text, pattern in
                CompiledPattern(pattern)?.search(text, body) ?? .error(.wrongKind)
            })
    }

    /// A function of a text, a pattern, and more arguments besides.
    static func matching(
        _ id: String, further parameters: [Type], result: Type,
        _ body: @escaping @Sendable (_ pattern: RegularExpression, _ text: String, _ further: ArraySlice<Value>)
            throws(EvaluationError) -> Value
    ) -> Overload {
        @Sendable func search(_ pattern: CompiledPattern, _ arguments: [Value]) -> Value {
            pattern.search(arguments[0]) { expression, text throws(EvaluationError) in
                try body(expression, text, arguments[2...])
            }
        }
        return Overload(
            id: id, parameters: [.string, .string] + parameters, result: result, cost: .product,
            preparationCost: RegularExpression.compilingCost, prepare: { constants in
                guard let pattern = CompiledPattern(constants[1]) else { return nil }
                return .general { arguments in search(pattern, arguments) }
            },
            implementation: .general { arguments in
                CompiledPattern(arguments[1]).map { search($0, arguments) } ?? .error(.wrongKind)
            })
    }
}

/// A pattern as it was compiled, or why it could not be: an error of each call, not of the program.
private struct CompiledPattern: Sendable {
    private let outcome: Result<RegularExpression, EvaluationError>

    /// Nil for anything but a text.
    init?(_ pattern: Value?) {
        guard case .string(let text) = pattern else { return nil }
        do throws(EvaluationError) {
            outcome = .success(try RegularExpression(text))
        } catch {
            outcome = .failure(error)
        }
    }

    func search(
        _ text: Value, _ body: (RegularExpression, String) throws(EvaluationError) -> Value
    ) -> Value {
        guard case .string(let text) = text else { return .error(.wrongKind) }
        switch outcome {
        case .success(let expression): return Value { () throws(EvaluationError) in try body(expression, text) }
        case .failure(let error): return .error(error)
        }
    }
}
