extension Planner {
    @inline(never)
    mutating func call(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Step {
        if target == nil, let builtIn = builtIn(expression, function, arguments) { return builtIn }
        if let checked {
            let all = (target.map { [$0] } ?? []) + arguments
            let types = all.map { checked.type(of: $0) }
            return call(expression, function, all, types, checked.overloads(of: expression), isMember: target != nil)
        }
        return uncheckedCall(expression, function, target, arguments)
    }

    @inline(never)
    private mutating func uncheckedCall(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Step {
        var name = function
        var target = target
        if let space = target?.qualifiedName, !isLocal(space),
            let full = environment.functionName(for: "\(space).\(function)")
        {
            (name, target) = (full, nil)
        } else if target == nil {
            name = environment.functionName(for: function) ?? function
        }
        let range = expression.range
        guard let declared = environment.functions[name] else {
            let failure = Value.failed(.unboundFunction(name), range)
            return { _ in failure }
        }
        let all = (target.map { [$0] } ?? []) + arguments
        let isMember = target != nil
        let candidates = declared.filter { $0.isMember == isMember && $0.parameters.count == all.count }
        return call(
            expression, name, all, Array(repeating: .dyn, count: all.count), candidates, isMember: isMember)
    }

    /// The functions whose evaluation is built in; nil for all others.
    @inline(never)
    private mutating func builtIn(_ expression: Expression, _ function: String, _ arguments: [Expression]) -> Step? {
        let range = expression.range
        switch (function, arguments.count) {
        case (Operator.and, 2): return junction(arguments, decidedBy: false, range)
        case (Operator.or, 2): return junction(arguments, decidedBy: true, range)
        case (Operator.conditional, 3): return conditional(arguments)
        case (InternalFunction.append, 2): return append(arguments, range)
        case (InternalFunction.notStrictlyFalse, 1):
            let inner = plan(arguments[0])
            return { frame in
                if case .bool(false) = inner(&frame) { return .bool(false) }
                return .bool(true)
            }
        case (InternalFunction.hold, 1):
            let inner = plan(arguments[0])
            return { frame in inner(&frame).held }
        case (InternalFunction.condition, 1):
            let inner = plan(arguments[0])
            let condition = arguments[0].range
            return { frame in
                let value = inner(&frame)
                if case .bool = value { return value }
                return (value.isKnown ? .failed(.conditionExpected(value.type), condition) : value).held
            }
        default: return nil
        }
    }
}

// MARK: - Logic

private extension Planner {
    /// `&&`, decided by false, or `||`, decided by true: either side may decide, whatever the other is.
    @inline(never)
    mutating func junction(_ arguments: [Expression], decidedBy decider: Bool, _ range: Range<Int>) -> Step {
        let (lhs, rhs) = (plan(arguments[0]), plan(arguments[1]))
        let ranges = arguments.map(\.range)
        return { frame in
            frame.charge(1)
            let left = lhs(&frame)
            if case .bool(decider) = left { return left }
            let right = rhs(&frame)
            switch (left, right) {
            case (_, .bool(decider)), (.bool, .bool): return right
            case (.unknown(let a), .unknown(let b)): return .unknown(a.union(b))
            case (.unknown, _): return left
            case (_, .unknown): return right
            case (.error, _): return left
            case (.bool, .error): return right
            case (.bool, _): return .failed(.conditionExpected(right.type), ranges[1])
            default: return .failed(.conditionExpected(left.type), ranges[0])
            }
        }
    }

    @inline(never)
    mutating func conditional(_ arguments: [Expression]) -> Step {
        let (condition, whenTrue, whenFalse) = (plan(arguments[0]), plan(arguments[1]), plan(arguments[2]))
        let range = arguments[0].range
        return { frame in
            frame.charge(1)
            let value = condition(&frame)
            switch value {
            case .bool(true): return whenTrue(&frame)
            case .bool(false): return whenFalse(&frame)
            case .unknown, .error: return value
            default: return .failed(.conditionExpected(value.type), range)
            }
        }
    }
}

// MARK: - Overloads

private extension Planner {
    @inline(never)
    mutating func call(
        _ expression: Expression, _ function: String, _ arguments: [Expression], _ types: [Type],
        _ overloads: [Overload], isMember: Bool
    ) -> Step {
        let steps = arguments.map { plan($0) }
        let constants = arguments.map(\.constantValue)
        let isFlat = types.allSatisfy(\.isFlat)
        if overloads.count == 1, types.allSatisfy(\.isExact) {
            return direct(overloads[0], steps, constants, expression.range, isFlat: isFlat)
        }
        let candidates = overloads.map { Candidate($0, constants) }
        return dispatched(candidates, steps, function, expression.range, isMember: isMember)
    }

    /// A call whose overload the types settle.
    @inline(never)
    func direct(
        _ overload: Overload, _ steps: [Step], _ constants: [Value?], _ range: Range<Int>, isFlat: Bool
    ) -> Step {
        let candidate = Candidate(overload, constants)
        let cost = isFlat ? .constant : overload.cost
        if overload.isStrict, candidate.baseCost == 1 {
            switch candidate.implementation {
            case .unary(let function) where steps.count == 1: return unary(function, steps[0], cost, range)
            case .binary(let function) where steps.count == 2:
                return binary(function, steps[0], steps[1], cost, range)
            default: break
            }
        }
        return { frame in
            let (values, abnormal) = frame.values(of: steps)
            if let abnormal, candidate.isStrict { return abnormal }
            frame.charge(candidate.baseCost + cost.steps(values, upTo: frame.remainingCost))
            return frame.isExhausted ? .null : candidate.apply(values).located(range)
        }
    }

    @inline(never)
    func unary(
        _ function: @escaping @Sendable (Value) -> Value, _ step: @escaping Step, _ cost: Overload.Cost,
        _ range: Range<Int>
    ) -> Step {
        { frame in
            let value = step(&frame)
            guard value.isKnown else { return value }
            frame.charge(cost == .constant ? 1 : 1 + value.size(upTo: frame.remainingCost))
            return frame.isExhausted ? .null : function(value).located(range)
        }
    }

    @inline(never)
    func binary(
        _ function: @escaping @Sendable (Value, Value) -> Value, _ lhs: @escaping Step, _ rhs: @escaping Step,
        _ cost: Overload.Cost, _ range: Range<Int>
    ) -> Step {
        { frame in
            let left = lhs(&frame)
            let right = rhs(&frame)
            guard left.isKnown, right.isKnown else {
                if left.isKnown { return right }
                return right.isKnown ? left : .outcome(left, right)
            }
            frame.charge(cost == .constant ? 1 : 1 + cost.steps([left, right], upTo: frame.remainingCost))
            return frame.isExhausted ? .null : function(left, right).located(range)
        }
    }

    /// A call whose overload the values decide.
    @inline(never)
    func dispatched(
        _ candidates: [Candidate], _ steps: [Step], _ function: String, _ range: Range<Int>, isMember: Bool
    ) -> Step {
        let allStrict = candidates.allSatisfy(\.isStrict)
        return { frame in
            let (values, abnormal) = frame.values(of: steps)
            if let abnormal, allStrict { return abnormal }
            guard let candidate = candidates.first(where: { $0.overload.accepts(values) }) else {
                let types = values.map(\.type)
                return abnormal ?? .failed(.noSuchOverload(function, isMember: isMember, types: types), range)
            }
            if let abnormal, candidate.isStrict { return abnormal }
            frame.charge(candidate.baseCost + candidate.overload.cost.steps(values, upTo: frame.remainingCost))
            return frame.isExhausted ? .null : candidate.apply(values).located(range)
        }
    }
}

private extension Frame {
    /// The values of all arguments, and what a strict call gives where not all are values proper.
    @inline(__always)
    mutating func values(of steps: [Step]) -> (values: [Value], abnormal: Value?) {
        var values: [Value] = []
        values.reserveCapacity(steps.count)
        var abnormal: Value?
        for step in steps {
            let value = step(&self)
            values.append(value)
            if !value.isKnown { abnormal = .outcome(abnormal, value) }
        }
        return (values, abnormal)
    }
}

/// An overload that a call may mean, with the implementation that serves this call.
private struct Candidate: Sendable {
    let overload: Overload
    let implementation: Overload.Implementation
    /// What a call is charged for besides the sizes of its arguments: its own step, and the work that
    /// was not done beforehand where the arguments are no constants.
    let baseCost: Int

    init(_ overload: Overload, _ constants: [Value?]) {
        let prepared = overload.prepare?(constants)
        self.overload = overload
        implementation = prepared ?? overload.implementation
        baseCost = overload.prepare == nil || prepared != nil ? 1 : 10_000
    }

    var isStrict: Bool { overload.isStrict }

    func apply(_ values: [Value]) -> Value {
        switch implementation {
        case .unary(let function): values.count == 1 ? function(values[0]) : .error(.wrongKind)
        case .binary(let function): values.count == 2 ? function(values[0], values[1]) : .error(.wrongKind)
        case .general(let function): function(values)
        }
    }
}

private extension Overload.Cost {
    /// Counted no further than where a sum passes `limit`.
    func steps(_ values: [Value], upTo limit: Int) -> Int {
        switch self {
        case .constant: 0
        case .sizes: values.reduce(0) { $0 + $1.size(upTo: limit) }
        case .product:
            values.reduce(1) { product, value in
                let (result, overflow) = product.multipliedReportingOverflow(by: value.size(upTo: limit))
                return overflow ? .max / 2 : result
            }
        }
    }
}

private extension Type {
    /// Whether values of the type have no size to speak of.
    var isFlat: Bool {
        switch self {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .abstract: true
        default: false
        }
    }
}

private extension Expression {
    var constantValue: Value? {
        if case .constant(let value) = node { return value }
        return nil
    }
}
