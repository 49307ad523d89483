/// `a.?b`, and the functions of optional values that need not evaluate their argument.
extension Planner {
    /// The steps of a call on an optional value; nil for all other calls.
    @inline(never)
    mutating func optionalCall(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Step? {
        let range = expression.range
        switch (function, target, arguments.count) {
        case (Operator.optionalSelect, nil, 2):
            guard case .constant(.string(let field)) = arguments[1].node else { return nil }
            let asked: @Sendable (Value) -> Value = { $0.selectingOptionally(field, range) }
            if let attribute = attribute(field, of: arguments[0], range, asked: asked) { return attribute }
            let inner = plan(arguments[0]).step
            let steps = Planner.steps(of: field)
            return Step { frame in
                frame.charge(steps)
                return inner(&frame).selectingOptionally(field, range)
            }
        case ("or", let target?, 1) where isAlternative(expression, function, target):
            return alternative(target, arguments[0], unwrapping: false, range)
        case ("orValue", let target?, 1) where isAlternative(expression, function, target):
            return alternative(target, arguments[0], unwrapping: true, range)
        default: return nil
        }
    }

    /// Whether a call of `or` or `orValue` can mean the one of optional values only, and no function of a host's own.
    private func isAlternative(_ expression: Expression, _ function: String, _ target: Expression) -> Bool {
        if let checked { return checked.overloads(of: expression).isAlternative }
        if let space = target.qualifiedName, !isLocal(space), environment.functionName(for: "\(space).\(function)") != nil {
            return false
        }
        return (environment.functions[function] ?? []).filter { $0.isMember && $0.parameters.count == 2 }.isAlternative
    }

    /// `target.or(other)` and `target.orValue(other)`, which evaluate `other` only where the target is absent.
    @inline(never)
    private mutating func alternative(
        _ target: Expression, _ other: Expression, unwrapping: Bool, _ range: Range<Int>
    ) -> Step {
        let (optional, otherwise) = (plan(target).step, plan(other).step)
        let function = unwrapping ? "orValue" : "or"
        return Step { frame in
            frame.charge()
            let value = optional(&frame)
            guard value.isKnown else { return value }
            guard let held = OptionalValue(other: value) else {
                return .failed(.noSuchOverload(function, isMember: true, types: [value.type]), range)
            }
            guard let wrapped = held.wrapped else {
                let other = otherwise(&frame)
                guard other.isKnown, !unwrapping, OptionalValue(other: other) == nil else { return other }
                return .failed(.noSuchOverload(function, isMember: true, types: [value.type, other.type]), range)
            }
            return unwrapping ? wrapped : value
        }
    }
}

extension OptionalValue {
    /// A field of what is there, which may be absent too.
    func selecting(_ field: String, _ range: Range<Int>) -> Value {
        innermost?.selectingOptionally(field, range) ?? .optional(nil)
    }

    /// What is there, within optional values that hold each other too; never an optional value itself.
    var innermost: Value? {
        var value = wrapped
        while let found = value, let inner = OptionalValue(other: found) { value = inner.wrapped }
        return value
    }
}

private extension [Overload] {
    var isAlternative: Bool {
        !isEmpty && allSatisfy { $0.id == "optional_or_optional" || $0.id == "optional_orValue_value" }
    }
}

private extension Value {
    /// The value of a field or of a text key as an optional one.
    func selectingOptionally(_ field: String, _ range: Range<Int>) -> Value {
        switch self {
        case .map(let map): return .optional(map[field])
        case .object(let object):
            if let optional = OptionalValue(other: self) { return optional.selecting(field, range) }
            guard let found = object.select(field) else { return .optional(nil) }
            return found.isKnown ? .optional(found) : found.located(range)
        case .unknown, .error: return self
        default: return .failed(.noSuchField(field, type: type), range)
        }
    }
}
