/// Calls of functions and operators.
extension Planner {
    @inline(never)
    mutating func call(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Planned {
        if target == nil, let builtIn = builtIn(expression, function, arguments) { return Planned(builtIn) }
        if let optional = optionalCall(expression, function, target, arguments) { return Planned(optional) }
        if function == Operator.index, let attribute = attribute(expression) { return Planned(attribute) }
        guard let meant = checkedCall(expression, function, target, arguments)
            ?? uncheckedCall(function, target, arguments)
        else { return undeclared(function, expression.range) }
        return planned(meant, operands(meant.arguments), expression.range)
    }

    /// A call as it is meant: the function's full name, all arguments with a member's target first, and the overloads
    /// that come into question.
    private struct MeantCall {
        let function: String
        let arguments: [Expression]
        let types: [Type]
        let overloads: [Overload]
        let isMember: Bool
    }

    @inline(never)
    private func checkedCall(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> MeantCall? {
        guard let checked else { return nil }
        let all = (target.map { [$0] } ?? []) + arguments
        return MeantCall(
            function: function, arguments: all, types: all.map { checked.type(of: $0) },
            overloads: checked.overloads(of: expression), isMember: target != nil)
    }

    /// nil where no function has the name.
    @inline(never)
    private func uncheckedCall(
        _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> MeantCall? {
        let (name, target) = runtimeFunction(function, target)
        guard let declared = environment.functions[name] else { return nil }
        let all = (target.map { [$0] } ?? []) + arguments
        let isMember = target != nil
        return MeantCall(
            function: name, arguments: all, types: Array(repeating: .dyn, count: all.count),
            overloads: declared.filter { $0.isMember == isMember && $0.parameters.count == all.count },
            isMember: isMember)
    }

    /// The full name of a function, and its target unless that is the function's name space.
    private func runtimeFunction(_ function: String, _ target: Expression?) -> (name: String, target: Expression?) {
        guard let target else { return (environment.functionName(for: function) ?? function, nil) }
        guard let space = target.qualifiedName, !isLocal(space),
            let full = environment.functionName(for: "\(space).\(function)")
        else { return (function, target) }
        return (full, nil)
    }

    private func undeclared(_ function: String, _ range: Range<Int>) -> Planned {
        let failure = Value.failed(.unboundFunction(environment.functionName(for: function) ?? function), range)
        return Planned(Step { _ in failure })
    }

    /// The arguments made ready. Calls within calls go through here, so there is little on the stack.
    @inline(never)
    private mutating func operands(_ arguments: [Expression]) -> [Planned] {
        var operands: [Planned] = []
        for argument in arguments { operands.append(plan(argument)) }
        return operands
    }

    @inline(never)
    private mutating func planned(_ call: MeantCall, _ operands: [Planned], _ range: Range<Int>) -> Planned {
        let prepares = call.overloads.allSatisfy { mayPrepare($0) }
        let constants = operands.map { prepares ? $0.constant : nil }
        let site = CallSite(
            call.function, range, isMember: call.isMember, overloads: call.overloads, constants: constants,
            types: call.types)
        return folded(operation(site, operands) ?? step(site, operands.map(\.step)), operands)
    }

    /// A call that has no way of its own.
    @inline(never)
    private func step(_ site: CallSite, _ steps: [Step]) -> Step {
        if let candidate = site.settled {
            switch candidate.implementation {
            case .unary(let function) where steps.count == 1: return unary(function, candidate, site, steps[0])
            case .binary(let function) where steps.count == 2:
                return binary(function, candidate, site, steps[0], steps[1])
            default: break
            }
        }
        return Step { frame in
            var values: [Value] = []
            values.reserveCapacity(steps.count)
            for step in steps { values.append(step(&frame)) }
            return site.apply(values, &frame)
        }
    }

    @inline(never)
    private func unary(
        _ function: @escaping @Sendable (Value) -> Value, _ candidate: Candidate, _ site: CallSite, _ step: Step
    ) -> Step {
        let (cost, baseCost, chargesResult) = (candidate.cost, candidate.baseCost, candidate.chargesResult)
        return Step { frame in
            let value = step(&frame)
            guard value.isKnown else { return value }
            frame.charge(cost == .constant ? baseCost : baseCost + value.size(upTo: frame.remainingCost))
            guard !frame.isExhausted else { return .null }
            let result = function(value)
            frame.charge(result: result, bySize: chargesResult)
            return site.outcome(result, [value], &frame)
        }
    }

    @inline(never)
    private func binary(
        _ function: @escaping @Sendable (Value, Value) -> Value, _ candidate: Candidate, _ site: CallSite,
        _ lhs: Step, _ rhs: Step
    ) -> Step {
        let (cost, baseCost, chargesResult) = (candidate.cost, candidate.baseCost, candidate.chargesResult)
        return Step { frame in
            let left = lhs(&frame)
            let right = rhs(&frame)
            guard left.isKnown, right.isKnown else {
                if left.isKnown { return right }
                return right.isKnown ? left : .outcome(left, right)
            }
            frame.charge(cost == .constant ? baseCost : baseCost + cost.steps(left, right, upTo: frame.remainingCost))
            guard !frame.isExhausted else { return .null }
            let result = function(left, right)
            frame.charge(result: result, bySize: chargesResult)
            return site.outcome(result, [left, right], &frame)
        }
    }
}
