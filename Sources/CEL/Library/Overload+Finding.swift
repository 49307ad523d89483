extension Overload {
    /// A member of texts that looks for a part, its first argument. A part that is a constant is made ready once for
    /// the program.
    ///
    /// - Parameters:
    ///   - more: The types of the arguments after the part.
    ///   - body: Gets the part, the target, and the arguments after the part.
    static func finding(
        _ id: String, more: [Type] = [], result: Type,
        _ body: @escaping @Sendable (TextSearch, String, ArraySlice<Value>) throws(EvaluationError) -> Value
    ) -> Overload {
        Overload(
            id: id, parameters: [.string, .string] + more, result: result, isMember: true, cost: .sizes,
            prepare: { constants in
                guard constants.count > 1, case .string(let part) = constants[1] else { return nil }
                return finding(for: TextSearch(part), isBinary: more.isEmpty, body)
            },
            implementation: finding(for: nil, isBinary: more.isEmpty, body))
    }

    private static func finding(
        for prepared: TextSearch?, isBinary: Bool,
        _ body: @escaping @Sendable (TextSearch, String, ArraySlice<Value>) throws(EvaluationError) -> Value
    ) -> Implementation {
        let call: @Sendable (Value, Value, ArraySlice<Value>) -> Value = { text, part, more in
            guard case .string(let text) = text, case .string(let part) = part else { return .error(.wrongKind) }
            return Value { () throws(EvaluationError) in try body(prepared ?? TextSearch(part), text, more) }
        }
        if isBinary { return .binary { call($0, $1, []) } }
        return .general { arguments in
            guard arguments.count > 2 else { return .error(.wrongKind) }
            return call(arguments[0], arguments[1], arguments[2...])
        }
    }
}
