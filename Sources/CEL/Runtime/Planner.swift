/// Turns a tree into a program: a closure for each node, with names turned into places.
struct Planner {
    let environment: Environment
    /// The types and overloads; nil where the expression was not checked.
    let checked: CheckedExpression?
    private var variables: [String] = []
    private var slots: [String: Int] = [:]
    private var scopes: [(name: String, place: Int)] = []
    private var localCount = 0

    init(environment: Environment, checked: CheckedExpression?) {
        self.environment = environment
        self.checked = checked
    }

    mutating func program(_ expression: Expression) -> Program {
        let root = plan(expression)
        return Program(
            root: root, variables: variables, localCount: localCount, costLimit: environment.limits.cost)
    }

    @inline(never)
    mutating func plan(_ expression: Expression) -> Step {
        switch expression.node {
        case .constant(let value): return { _ in value }
        case .identifier(let name): return identifier(name, expression.range)
        case .select(let operand, let field, let isTest):
            return isTest ? test(operand, field, expression) : select(operand, field, expression)
        case .call(let function, let target, let arguments): return call(expression, function, target, arguments)
        case .list(let elements): return list(elements)
        case .map(let entries): return map(entries, expression.range)
        case .record: fatalError("being written")
        case .comprehension(let loop): return comprehension(loop)
        }
    }
}

// MARK: - Places

extension Planner {
    func place(of name: String) -> Int? { scopes.last { $0.name == name }?.place }

    func isLocal(_ path: String) -> Bool { place(of: String(path.prefix { $0 != "." })) != nil }

    /// Gives a name a place of its own until `leave` is called.
    mutating func enter(_ name: String) -> Int {
        let place = scopes.count
        scopes.append((name, place))
        localCount = max(localCount, scopes.count)
        return place
    }

    mutating func leave() { scopes.removeLast() }

    mutating func slot(_ name: String) -> Int {
        if let known = slots[name] { return known }
        variables.append(name)
        slots[name] = variables.count - 1
        return variables.count - 1
    }
}

// MARK: - Names

private extension Planner {
    @inline(never)
    mutating func identifier(_ name: String, _ range: Range<Int>) -> Step {
        if let place = place(of: name) { return { frame in frame.locals[place] } }
        let plain = name.hasPrefix(".") ? String(name.dropFirst()) : name
        if checked != nil {
            let slot = slot(plain)
            return { frame in frame.variable(slot) ?? .failed(.unbound(plain), range) }
        }
        let named = runtimeName(name)
        return { frame in named(&frame) ?? .failed(.unbound(plain), range) }
    }

    /// The value of the first of a name's candidates that is bound, or of a constant of that name.
    mutating func runtimeName(_ name: String) -> @Sendable (inout Frame) -> Value? {
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
        let range = expression.range
        let inner = plan(operand)
        let selected: Step = { frame in
            frame.charge(1)
            return inner(&frame).selecting(field, range)
        }
        guard checked == nil, let path = expression.qualifiedName, !isLocal(path) else { return selected }
        let named = runtimeName(path)
        return { frame in named(&frame) ?? selected(&frame) }
    }

    @inline(never)
    mutating func test(_ operand: Expression, _ field: String, _ expression: Expression) -> Step {
        let inner = plan(operand)
        let range = expression.range
        return { frame in
            frame.charge(1)
            let value = inner(&frame)
            switch value {
            case .map(let map): return .bool(map[field] != nil)
            case .object(let object):
                guard let found = object.select(field) else { return .bool(false) }
                return found.isKnown ? .bool(true) : found
            case .unknown, .error: return value
            default: return .failed(.noSuchField(field, type: value.type), range)
            }
        }
    }
}

extension Value {
    /// An error at a range, as a value.
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

    fileprivate func selecting(_ field: String, _ range: Range<Int>) -> Value {
        switch self {
        case .map(let map): map[field] ?? .failed(.noSuchKey(.string(field)), range)
        case .object(let object): (object.select(field) ?? .error(.noSuchField(field, type: object.type))).located(range)
        case .unknown, .error: self
        default: .failed(.noSuchField(field, type: type), range)
        }
    }
}

// MARK: - Lists and maps

private extension Planner {
    @inline(never)
    mutating func list(_ elements: [Expression]) -> Step {
        let steps = elements.map { plan($0) }
        return { frame in
            frame.charge(1 + steps.count)
            var values: [Value] = []
            values.reserveCapacity(steps.count)
            var abnormal: Value?
            for step in steps {
                let value = step(&frame)
                frame.charge(holding: value)
                if value.isKnown { values.append(value) } else { abnormal = .outcome(abnormal, value) }
            }
            return abnormal ?? .list(values)
        }
    }

    @inline(never)
    mutating func map(_ entries: [Expression.MapEntry], _ range: Range<Int>) -> Step {
        let steps = entries.map { (key: plan($0.key), value: plan($0.value)) }
        return { frame in
            frame.charge(1 + steps.count)
            var map = MapValue()
            var abnormal: Value?
            for step in steps {
                let (key, value) = (step.key(&frame), step.value(&frame))
                frame.charge(holding: value)
                guard key.isKnown, value.isKnown else {
                    if !key.isKnown { abnormal = .outcome(abnormal, key) }
                    if !value.isKnown { abnormal = .outcome(abnormal, value) }
                    continue
                }
                do throws(EvaluationError) {
                    try map.insert(value, for: key)
                } catch {
                    abnormal = .outcome(abnormal, .failed(error, range))
                }
            }
            return abnormal ?? .map(map)
        }
    }
}

extension Value {
    /// What a strict operation gives where it met `known` and then `new`, neither a value proper: the
    /// first error, else the causes of all unknowns.
    static func outcome(_ known: Value?, _ new: Value) -> Value {
        switch (known, new) {
        case (nil, _): new
        case (.some(.error(let error)), _): .error(error)
        case (_, .error): new
        case (.some(.unknown(let a)), .unknown(let b)): .unknown(a.union(b))
        case (.some(let value), _): value
        }
    }
}
