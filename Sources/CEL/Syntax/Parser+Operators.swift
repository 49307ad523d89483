/// Operators, by how tightly they bind.
extension Parser {
    @inline(never)
    mutating func expression() throws(ExpressionFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        if depth > limits.nestingDepth { throw tooDeepHere() }
        let condition = try binary(above: 0)
        return at("?") ? try conditional(condition) : condition
    }

    @inline(never)
    mutating func conditional(_ condition: Expression) throws(ExpressionFault) -> Expression {
        let question = advance()
        let whenTrue = try binary(above: 0)
        guard accept(":") else {
            guard current.kind != .end else { throw .conditionalWithoutElse(at: question.range) }
            throw misplaced(current, expected: [":"])
        }
        let whenFalse = try expression()
        let range = condition.range.lowerBound..<whenFalse.range.upperBound
        return try grown(
            .call(Operator.conditional, [condition, whenTrue, whenFalse], range: range, focus: question.range))
    }

    @inline(never)
    func tooDeepHere() -> ExpressionFault { .tooDeep(limit: limits.nestingDepth, at: current.range) }

    /// Function and strength of the binary operator at the current token.
    var binaryOperator: (function: String, strength: Int)? {
        switch current.kind {
        case .symbol(let spelling): Operator.binary(spelling)
        case .name("in"): Operator.binary("in")
        default: nil
        }
    }

    @inline(never)
    func isBinaryOperator(above strength: Int) -> Bool { (binaryOperator?.strength ?? 0) > strength }

    @inline(never)
    mutating func binary(above strength: Int) throws(ExpressionFault) -> Expression {
        let first = try unary()
        return isBinaryOperator(above: strength) ? try operation(first, above: strength) : first
    }

    /// All operators that follow an operand and bind more tightly than `strength`.
    @inline(never)
    mutating func operation(_ first: Expression, above strength: Int) throws(ExpressionFault) -> Expression {
        var left = first
        while let found = binaryOperator, found.strength > strength {
            if found.function == Operator.and || found.function == Operator.or {
                left = try logical(found.function, strength: found.strength, first: left)
                continue
            }
            let sign = advance()
            let right = try binary(above: found.strength)
            let range = left.range.lowerBound..<right.range.upperBound
            left = try grown(.call(found.function, [left, right], range: range, focus: sign.range))
        }
        return left
    }

    /// A chain of `&&` or of `||`, built as a balanced tree, so that a long one is not a deep one.
    @inline(never)
    mutating func logical(
        _ function: String, strength: Int, first: Expression
    ) throws(ExpressionFault) -> Expression {
        var terms = [first]
        var signs: [Range<Int>] = []
        while binaryOperator?.function == function {
            signs.append(advance().range)
            terms.append(try binary(above: strength))
        }
        return try grown(balanced(function, terms[...], signs[...]))
    }

    @inline(never)
    func balanced(
        _ function: String, _ terms: ArraySlice<Expression>, _ signs: ArraySlice<Range<Int>>
    ) -> Expression {
        guard terms.count > 1 else { return terms[terms.startIndex] }
        let half = terms.count / 2
        let left = balanced(function, terms.prefix(half), signs.prefix(half - 1))
        let right = balanced(function, terms.dropFirst(half), signs.dropFirst(half))
        let range = left.range.lowerBound..<right.range.upperBound
        return .call(function, [left, right], range: range, focus: signs[signs.startIndex + half - 1])
    }

    @inline(never)
    mutating func unary() throws(ExpressionFault) -> Expression { isSign ? try signed() : try member() }

    var isSign: Bool { at("!") || (at("-") && !isNegativeLiteral) }

    @inline(never)
    mutating func signed() throws(ExpressionFault) -> Expression {
        var signs: [(function: String, range: Range<Int>)] = []
        while isSign {
            signs.append((at("!") ? Operator.not : Operator.negate, advance().range))
            if signs.count > limits.nestingDepth { throw tooDeepHere() }
        }
        var operand = try member()
        for sign in signs.reversed() {
            let range = sign.range.lowerBound..<operand.range.upperBound
            operand = try grown(.call(sign.function, [operand], range: range, focus: sign.range))
        }
        return operand
    }

    /// A minus before digits belongs to the number, so that the least int can be written.
    @inline(never)
    var isNegativeLiteral: Bool {
        guard at("-") else { return false }
        switch following.kind {
        case .int, .double: return true
        default: return false
        }
    }
}
