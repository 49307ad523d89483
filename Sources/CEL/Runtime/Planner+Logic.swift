/// The logical operators, and the functions that loops ask: none of them needs all of its operands.
extension Planner {
    @inline(never)
    mutating func builtIn(_ expression: Expression, _ function: String, _ arguments: [Expression]) -> Step? {
        switch (function, arguments.count) {
        case (Operator.and, 2): return junction(arguments, decidedBy: false)
        case (Operator.or, 2): return junction(arguments, decidedBy: true)
        case (Operator.conditional, 3): return conditional(arguments)
        case (InternalFunction.append, 2): return append(arguments, expression.range)
        case (InternalFunction.insert, 3): return insert(arguments, expression.range)
        case (InternalFunction.notStrictlyFalse, 1): return notStrictlyFalse(arguments[0])
        case (InternalFunction.hold, 1):
            let inner = plan(arguments[0]).step
            return Step { frame in inner(&frame).held }
        case (InternalFunction.condition, 1): return condition(arguments[0])
        default: return nil
        }
    }

    /// `&&`, decided by false, or `||`, decided by true: either side may decide, whatever the other is.
    @inline(never)
    private mutating func junction(_ arguments: [Expression], decidedBy decider: Bool) -> Step {
        let (lhs, rhs) = (plan(arguments[0]).step, plan(arguments[1]).step)
        let ranges = (arguments[0].range, arguments[1].range)
        return Step { frame in
            frame.charge()
            let left = lhs(&frame)
            if case .bool(let holds) = left {
                if holds == decider { return left }
                let right = rhs(&frame)
                if case .bool = right { return right }
                return .junction(left, right, decider: decider, ranges)
            }
            return .junction(left, rhs(&frame), decider: decider, ranges)
        }
    }

    @inline(never)
    private mutating func conditional(_ arguments: [Expression]) -> Step {
        let (condition, whenTrue, whenFalse) = (plan(arguments[0]).step, plan(arguments[1]).step, plan(arguments[2]).step)
        let range = arguments[0].range
        return Step { frame in
            frame.charge()
            let value = condition(&frame)
            switch value {
            case .bool(true): return whenTrue(&frame)
            case .bool(false): return whenFalse(&frame)
            case .unknown, .error: return value
            default: return .failed(.conditionExpected(value.type), range)
            }
        }
    }

    @inline(never)
    private mutating func notStrictlyFalse(_ argument: Expression) -> Step {
        let inner = plan(argument).step
        return Step { frame in
            if case .bool(false) = inner(&frame) { return .bool(false) }
            return .bool(true)
        }
    }

    @inline(never)
    private mutating func condition(_ argument: Expression) -> Step {
        let (inner, range) = (plan(argument).step, argument.range)
        return Step { frame in
            let value = inner(&frame)
            if case .bool = value { return value }
            return (value.isKnown ? .failed(.conditionExpected(value.type), range) : value).held
        }
    }
}

extension Value {
    /// What `&&` or `||` gives where not both sides are bools: a bool that decides, else all unknowns, else the first
    /// error.
    @inline(never)
    static func junction(
        _ left: Value, _ right: Value, decider: Bool, _ ranges: (left: Range<Int>, right: Range<Int>)
    ) -> Value {
        switch (left, right) {
        case (.bool(decider), _): left
        case (_, .bool(decider)), (.bool, .bool): right
        case (.unknown(let a), .unknown(let b)): .unknown(a.union(b))
        case (.unknown, _): left
        case (_, .unknown): right
        case (.error, _): left
        case (.bool, .error): right
        case (.bool, _): .failed(.conditionExpected(right.type), ranges.right)
        default: .failed(.conditionExpected(left.type), ranges.left)
        }
    }
}
