/// Calls of functions and operators.
extension Planner {
    @inline(never)
    mutating func call(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Planned {
        if target == nil, let builtIn = builtIn(expression, function, arguments) { return Planned(builtIn) }
        if let optional = optionalCall(expression, function, target, arguments) { return Planned(optional) }
        if function == Operator.index, let attribute = attribute(expression) { return Planned(attribute) }
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
    ) -> Planned {
        var name = function
        var target = target
        if let space = target?.qualifiedName, !isLocal(space),
            let full = environment.functionName(for: "\(space).\(function)")
        {
            (name, target) = (full, nil)
        } else if target == nil {
            name = environment.functionName(for: function) ?? function
        }
        guard let declared = environment.functions[name] else {
            let failure = Value.failed(.unboundFunction(name), expression.range)
            return Planned(Step { _ in failure })
        }
        let all = (target.map { [$0] } ?? []) + arguments
        let isMember = target != nil
        let candidates = declared.filter { $0.isMember == isMember && $0.parameters.count == all.count }
        return call(
            expression, name, all, Array(repeating: .dyn, count: all.count), candidates, isMember: isMember)
    }

    @inline(never)
    private mutating func call(
        _ expression: Expression, _ function: String, _ arguments: [Expression], _ types: [Type],
        _ overloads: [Overload], isMember: Bool
    ) -> Planned {
        let operands = arguments.map { plan($0) }
        let prepares = overloads.allSatisfy { mayPrepare($0) }
        let constants = operands.map { prepares ? $0.constant : nil }
        let site = CallSite(
            function, expression.range, isMember: isMember, overloads: overloads, constants: constants, types: types)
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
