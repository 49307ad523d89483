/// Loops, which the macros expand to.
extension Checker {
    /// A loop has five parts, and loops nest: they are held in a list and not on the stack.
    @inline(never)
    mutating func comprehension(_ expression: Expression) -> Typed {
        guard case .comprehension(let loop) = expression.node else { return finish(expression, expression.node, .dyn) }
        var parts: [Typed] = []
        check(loop.range, into: &parts)
        check(loop.initial, into: &parts)
        let depth = locals.count
        enter(loop, parts)
        check(loop.condition, into: &parts)
        check(loop.step, into: &parts)
        leaveBody(parts, depth)
        check(loop.result, into: &parts)
        locals.removeLast()
        return closed(expression, parts)
    }

    @inline(never)
    private mutating func check(_ expression: Expression, into parts: inout [Typed]) { parts.append(check(expression)) }

    /// Puts the accumulator and the variables in scope, after the range and the beginning.
    @inline(never)
    private mutating func enter(_ loop: Expression.Comprehension, _ parts: [Typed]) {
        locals.append((loop.accumulator, parts[1].type))
        locals += variableTypes(of: loop, over: parts[0])
    }

    /// Takes the variables out of scope, after the step, and settles the accumulator's type.
    @inline(never)
    private mutating func leaveBody(_ parts: [Typed], _ depth: Int) {
        locals.removeLast(locals.count - depth - 1)
        locals[depth].type = substitution.join(parts[1].type, parts[3].type)
    }

    @inline(never)
    private mutating func closed(_ expression: Expression, _ parts: [Typed]) -> Typed {
        guard case .comprehension(var loop) = expression.node else { return finish(expression, expression.node, .dyn) }
        loop.range = parts[0].expression
        loop.initial = parts[1].expression
        loop.condition = parts[2].expression
        loop.step = parts[3].expression
        loop.result = parts[4].expression
        return finish(expression, .comprehension(loop), parts[4].type)
    }

    /// The types of a loop's variables: the element or the key, or where there are two, index and element, or key and
    /// value.
    @inline(never)
    private mutating func variableTypes(
        of loop: Expression.Comprehension, over range: Typed
    ) -> [(name: String, type: Type)] {
        let types: (key: Type, value: Type, single: Type)
        switch substitution.applied(to: range.type) {
        case .list(let element): types = (.int, element, element)
        case .map(let key, let value): types = (key, value, key)
        case .dyn, .parameter: types = (.dyn, .dyn, .dyn)
        case let other:
            report(.notIterable(other, at: range.expression.range))
            types = (.dyn, .dyn, .dyn)
        }
        guard let second = loop.secondVariable else { return [(loop.variable, types.single)] }
        return [(loop.variable, types.key), (second, types.value)]
    }
}
