/// Variables, loop variables, and fields.
extension Planner {
    @inline(never)
    mutating func identifier(_ name: String, _ expression: Expression) -> Step {
        if let place = place(of: name) { return Step { frame in frame.local(place) } }
        let plain = name.hasPrefix(".") ? String(name.dropFirst()) : name
        let range = expression.range
        if checked != nil {
            if let attribute = attribute(expression) { return attribute }
            let slot = slot(plain)
            return Step { frame in frame.variable(slot) ?? .failed(.unbound(plain), range) }
        }
        let named = runtimeName(name)
        return Step { frame in named(&frame) ?? .failed(.unbound(plain), range) }
    }

    /// The value of the first of a name's candidates that is bound, or of a constant of that name.
    private mutating func runtimeName(_ name: String) -> @Sendable (inout Frame) -> Value? {
        let candidates = environment.candidates(for: name)
        let places = candidates.map { slot($0) }
        let constant = candidates.lazy.compactMap { [environment] in environment.constant($0)?.value }.first
        return { frame in
            for place in places {
                if let value = frame.variable(place) { return value }
            }
            return constant
        }
    }

    @inline(never)
    mutating func select(_ operand: Expression, _ field: String, _ expression: Expression) -> Step {
        if let attribute = attribute(expression) { return attribute }
        let range = expression.range
        let selected = selection(operand, field, range)
        guard checked == nil, let path = expression.qualifiedName, !isLocal(path) else { return selected }
        let named = runtimeName(path)
        return Step { frame in named(&frame) ?? selected(&frame) }
    }

    @inline(never)
    private mutating func selection(_ operand: Expression, _ field: String, _ range: Range<Int>) -> Step {
        let key = MapKey.string(field)
        let steps = Planner.steps(of: field)
        if !isRecording, case .identifier(let name) = operand.node, let place = place(of: name) {
            return Step { frame in
                frame.charge(steps)
                return frame.localField(place, key) ?? frame.local(place).selecting(field, range)
            }
        }
        let inner = plan(operand).step
        return Step { frame in
            frame.charge(steps)
            let value = inner(&frame)
            if case .map(let map) = value, let found = map[key] { return found }
            return value.selecting(field, range)
        }
    }

    /// What looking a field up takes: one step for names as people write them.
    static func steps(of field: String) -> Int { 1 + field.utf8.count / 64 }

    @inline(never)
    mutating func test(_ operand: Expression, _ field: String, _ expression: Expression) -> Step {
        let range = expression.range
        if let attribute = attribute(field, of: operand, range, asked: { $0.testing(field, range) }) { return attribute }
        let inner = plan(operand).step
        let steps = Planner.steps(of: field)
        return Step { frame in
            frame.charge(steps)
            return inner(&frame).testing(field, range)
        }
    }
}

extension Value {
    /// An error at a range, as a value.
    @inline(never)
    static func failed(_ error: EvaluationError, _ range: Range<Int>) -> Value {
        var error = error
        if error.range == nil { error.range = range }
        return .error(error)
    }

    /// The same value; an error that does not say where it arose gets this range.
    @inline(__always)
    func located(_ range: Range<Int>) -> Value {
        if case .error(let error) = self, error.range == nil { return .failed(error, range) }
        return self
    }

    /// The value of a field or of a text key; of an optional value's field, an optional one.
    @inline(never)
    func selecting(_ field: String, _ range: Range<Int>) -> Value {
        switch self {
        case .map(let map): return map[field] ?? .failed(.noSuchKey(.string(field)), range)
        case .object(let object):
            if let optional = OptionalValue(other: self) { return optional.selecting(field, range) }
            return (object.select(field) ?? .error(.noSuchField(field, type: object.type))).located(range)
        case .unknown, .error: return self
        default: return .failed(.noSuchField(field, type: type), range)
        }
    }

    /// Whether there is such a field or text key.
    func testing(_ field: String, _ range: Range<Int>) -> Value {
        switch self {
        case .map(let map): return .bool(map[field] != nil)
        case .object(let object):
            if let optional = OptionalValue(other: self) { return optional.innermost?.testing(field, range) ?? .bool(false) }
            guard let found = object.select(field) else { return .bool(false) }
            return found.isKnown ? .bool(true) : found
        case .unknown, .error: return self
        default: return .failed(.noSuchField(field, type: type), range)
        }
    }
}
