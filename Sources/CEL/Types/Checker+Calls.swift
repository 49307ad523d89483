import Diagnostics

/// Calls: which overloads the argument types allow.
extension Checker {
    @inline(never)
    mutating func call(
        _ expression: Expression, _ function: String, _ target: Expression?, _ arguments: [Expression]
    ) -> Typed {
        switch function {
        case Operator.and, Operator.or, Operator.not, InternalFunction.condition:
            if target == nil, environment.functions[function] != nil { return logical(expression, function, arguments) }
        case Operator.optionalSelect where target == nil && arguments.count == 2:
            return optionalSelect(expression, arguments)
        default: break
        }
        if let target, let name = namespacedFunction(function, target: target) {
            let checked = arguments.map { check($0) }
            return resolve(expression, name, target: nil, checked)
        }
        if let target, let name = unknownFunction(function, in: target) {
            // As for a macro below, its arguments are not looked at.
            if !isFull {
                report(misusedMacro(name, at: expression.focus)
                    ?? .undeclaredFunction(name, known: environment.functionNames, at: expression.focus))
            }
            return finish(expression, expression.node, .dyn)
        }
        let name = target == nil ? environment.functionName(for: function) ?? function : function
        let isDeclared = environment.functions[name] != nil
        if !isDeclared, let fault = misusedMacro(name, at: expression.focus) {
            // Its arguments are not looked at: what would be a loop's variable is no name here.
            report(fault)
            return finish(expression, expression.node, .dyn)
        }
        let checkedTarget = target.map { check($0) }
        let checked = arguments.map { check($0) }
        guard isDeclared else {
            if function == Operator.optionalIndex {
                report(.noOptionals(at: expression.focus))
            } else if !isFull {
                report(.undeclaredFunction(name, known: environment.functionNames, at: expression.focus))
            }
            let node = Expression.Node.call(
                function: name, target: checkedTarget?.expression, arguments: checked.map(\.expression))
            return finish(expression, node, .dyn)
        }
        return resolve(expression, name, target: checkedTarget, checked)
    }

    /// `operand.?field`: the field as an optional value, absent where the operand has none of the name.
    @inline(never)
    private mutating func optionalSelect(_ expression: Expression, _ arguments: [Expression]) -> Typed {
        let operand = check(arguments[0])
        let name = check(arguments[1])
        let node = Expression.Node.call(
            function: Operator.optionalSelect, target: nil, arguments: [operand.expression, name.expression])
        guard environment.hasOptionals, case .constant(.string(let field)) = arguments[1].node else {
            report(.noOptionals(at: expression.focus))
            return finish(expression, node, .dyn)
        }
        let type = selectedType(field, of: operand.type, at: expression.focus)
        if case .abstract(Type.optionalName, _) = substitution.applied(to: operand.type) {
            return finish(expression, node, type)
        }
        return finish(expression, node, .optional(type))
    }

    /// The full name of a function that a name space does not have, such as `sets.contain`; nil where the target is a
    /// value.
    private func unknownFunction(_ function: String, in target: Expression) -> String? {
        guard let space = target.qualifiedName, !isLocal(space), !isVariable(space),
            !isVariable(String(space.prefix { $0 != "." })), environment.isNameSpace(space)
        else { return nil }
        return "\(space).\(function)"
    }

    private func isVariable(_ name: String) -> Bool {
        environment.candidates(for: name).contains { environment.variables[$0] != nil || environment.constant($0) != nil }
    }

    /// The fault of a call that names a macro but was not expanded; nil where no macro has the name.
    private func misusedMacro(_ name: String, at range: Range<Int>) -> ExpressionFault? {
        let forms = environment.macros.keys.filter { $0.name == name }
            .sorted { ($0.argumentCount ?? .max) < ($1.argumentCount ?? .max) }
        return forms.first.map { .misusedMacro($0, argumentCounts: forms.compactMap(\.argumentCount), at: range) }
    }

    /// `&&`, `||`, `!` and what loops ask: every operand is a condition of its own, and is at fault on its own.
    @inline(never)
    private mutating func logical(_ expression: Expression, _ function: String, _ arguments: [Expression]) -> Typed {
        var checked: [Expression] = []
        for argument in arguments {
            let typed = check(argument)
            checked.append(typed.expression)
            let type = substitution.applied(to: typed.type)
            if !substitution.assign(type, to: .bool) { report(.conditionExpected(type, at: argument.range)) }
        }
        let node = Expression.Node.call(function: function, target: nil, arguments: checked)
        return finish(expression, node, .bool, overloads: environment.functions[function] ?? [])
    }
}

// MARK: - Overloads

private extension Checker {
    @inline(never)
    mutating func resolve(_ expression: Expression, _ function: String, target: Typed?, _ arguments: [Typed]) -> Typed {
        let all = (target.map { [$0] } ?? []) + arguments
        let isMember = target != nil
        let candidates = (environment.functions[function] ?? []).filter {
            $0.isMember == isMember && $0.parameters.count == all.count
        }
        if function == Operator.conditional, let first = all.first, !conditionHolds(first) {
            return close(expression, function, target, all, result: all[1].type, overloads: candidates)
        }
        // A list that mixes text literals with values of an abstract type is a list of anything, and
        // would do as it is: there the literals are looked at first.
        let isMixed = all.contains { $0.expression.isList && $0.expression.hasTextLiteral && $0.type == .list(.dyn) }
        if !isMixed, let match = matched(candidates, all.map(\.type)) {
            return close(expression, function, target, all, result: match.result, overloads: match.overloads)
        }
        let (adapted, anyFault) = adapting(all, to: candidates)
        if let adapted {
            if anyFault {
                return close(expression, function, target, all, result: failedResult(candidates), overloads: [])
            }
            if let match = matched(candidates, adapted.map(\.type)) {
                adapted.forEach { retype($0.expression, as: $0.type) }
                return close(expression, function, target, adapted, result: match.result, overloads: match.overloads)
            }
        }
        if isMixed, let match = matched(candidates, all.map(\.type)) {
            return close(expression, function, target, all, result: match.result, overloads: match.overloads)
        }
        let types = all.map { substitution.applied(to: $0.type, unboundAsDyn: true) }
        let others = (environment.functions[function] ?? []).map { ($0.parameters, $0.isMember) }
        report(.noOverload(function, isMember: isMember, types: types, overloads: others, at: expression.focus))
        return close(expression, function, target, all, result: failedResult(candidates), overloads: [])
    }

    /// The type of a call that is at fault: what all its overloads give, so that checking goes on.
    @inline(never)
    func failedResult(_ candidates: [Overload]) -> Type {
        guard let first = candidates.first?.result, !first.hasParameters,
            candidates.allSatisfy({ $0.result == first })
        else { return .dyn }
        return first
    }

    @inline(never)
    mutating func conditionHolds(_ condition: Typed) -> Bool {
        let type = substitution.applied(to: condition.type)
        if substitution.assign(type, to: .bool) { return true }
        report(.conditionExpected(type, at: condition.expression.range))
        return false
    }

    mutating func close(
        _ expression: Expression, _ function: String, _ target: Typed?, _ all: [Typed], result: Type,
        overloads: [Overload]
    ) -> Typed {
        let expressions = all.map(\.expression)
        let node = Expression.Node.call(
            function: function, target: target == nil ? nil : expressions.first,
            arguments: Array(expressions.dropFirst(target == nil ? 0 : 1)))
        return finish(expression, node, result, overloads: overloads)
    }

    /// The overloads that the types allow and the type that they give; nil where there is none.
    @inline(never)
    mutating func matched(_ candidates: [Overload], _ types: [Type]) -> (result: Type, overloads: [Overload])? {
        var result: Type?
        var found: [Overload] = []
        for candidate in candidates where mayTake(types, candidate) && suitsNulls(types, candidate) {
            let signature = substitution.instantiated(candidate.parameters + [candidate.result])
            guard substitution.assign(types, to: Array(signature.dropLast())) else { continue }
            found.append(candidate)
            let type = substitution.applied(to: signature[signature.count - 1])
            if let known = result { result = known == type ? known : .dyn } else { result = type }
        }
        return result.map { ($0, found) }
    }

    /// Whether a look at the types does not already rule the candidate out. Most operators have an overload for each of
    /// many types, and trying one in earnest takes long.
    private func mayTake(_ types: [Type], _ candidate: Overload) -> Bool {
        let parameters = candidate.parameters
        for index in types.indices {
            if !types[index].mayBe(parameters[index]) { return false }
        }
        return true
    }

    /// `null` may stand for a value of many types, but none of them stands for a parameter that is `null` itself.
    func suitsNulls(_ types: [Type], _ candidate: Overload) -> Bool {
        zip(types, candidate.parameters).allSatisfy { type, parameter in
            parameter != .null || [.null, .dyn].contains(substitution.applied(to: type))
        }
    }
}
