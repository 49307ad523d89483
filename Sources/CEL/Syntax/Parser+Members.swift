/// What follows an operand: fields, calls, indices, and macros in place of calls.
extension Parser {
    @inline(never)
    mutating func member() throws(ExpressionFault) -> Expression {
        let operand = try primary()
        return at(".") || at("[") || at("{") ? try members(of: operand) : operand
    }

    /// All fields, member calls and indices that follow an operand.
    @inline(never)
    mutating func members(of first: Expression) throws(ExpressionFault) -> Expression {
        var operand = first
        while true {
            if at(".") {
                operand = try field(of: operand)
            } else if at("[") {
                operand = try element(of: operand)
            } else if at("{"), let name = operand.qualifiedName {
                operand = try record(name, operand)
            } else {
                return operand
            }
        }
    }

    @inline(never)
    mutating func element(of operand: Expression) throws(ExpressionFault) -> Expression {
        let opener = advance()
        let function = accept("?") ? Operator.optionalIndex : Operator.index
        let subscripted = try expression()
        try close(opener, with: "]")
        let range = operand.range.lowerBound..<tokens[index - 1].range.upperBound
        return try grown(.call(function, [operand, subscripted], range: range, focus: subscripted.range))
    }

    @inline(never)
    mutating func bracketed() throws(ExpressionFault) -> Expression {
        let opener = index
        _ = advance()
        return try closed(try expression(), opener: opener)
    }

    @inline(never)
    mutating func closed(_ inner: Expression, opener: Int) throws(ExpressionFault) -> Expression {
        try close(tokens[opener], with: ")")
        return inner.widened(to: tokens[opener].range.lowerBound..<tokens[index - 1].range.upperBound)
    }

    @inline(never)
    mutating func field(of operand: Expression) throws(ExpressionFault) -> Expression {
        if following.isSymbol("?") { return try optionalField(of: operand) }
        let start = index + 1
        let name = try fieldName()
        guard isCall(nameAt: start) else { return try selected(name, of: operand, nameAt: start) }
        let arguments = try arguments()
        return try memberCall(name, of: operand, arguments: arguments, nameAt: start)
    }

    /// `operand.?field`.
    @inline(never)
    mutating func optionalField(of operand: Expression) throws(ExpressionFault) -> Expression {
        _ = advance()
        let name = try fieldName()
        let focus = tokens[index - 1].range
        let range = operand.range.lowerBound..<focus.upperBound
        return try grown(
            .call(
                Operator.optionalSelect, [operand, .constant(.string(name), range: focus)], range: range, focus: focus))
    }

    /// The name after the dot at the current token.
    @inline(never)
    mutating func fieldName() throws(ExpressionFault) -> String {
        _ = advance()
        return try fieldWord()
    }

    /// The field's name at the current token.
    @inline(never)
    mutating func fieldWord() throws(ExpressionFault) -> String {
        let token = current
        switch token.kind {
        case .name(let word) where !Token.keywords.contains(word):
            _ = advance()
            return word
        case .quotedName(let word):
            _ = advance()
            return word
        case .end: throw .fieldNameExpected(found: nil, at: tokens[index - 1].range)
        default: throw .fieldNameExpected(found: spelling(token), at: token.range)
        }
    }

    @inline(never)
    func isCall(nameAt start: Int) -> Bool {
        if case .quotedName = tokens[start].kind { return false }
        return at("(")
    }

    @inline(never)
    func selected(_ name: String, of operand: Expression, nameAt start: Int) throws(ExpressionFault) -> Expression {
        let focus = tokens[start].range
        let range = operand.range.lowerBound..<focus.upperBound
        return try grown(.select(operand, field: name, range: range, focus: focus))
    }

    @inline(never)
    func memberCall(
        _ name: String, of target: Expression, arguments: [Expression], nameAt start: Int
    ) throws(ExpressionFault) -> Expression {
        let range = target.range.lowerBound..<tokens[index - 1].range.upperBound
        return try called(name, target: target, arguments: arguments, range: range, focus: tokens[start].range)
    }

    /// The arguments between brackets, the opening one being the current token.
    @inline(never)
    mutating func arguments() throws(ExpressionFault) -> [Expression] {
        let opener = advance()
        var result: [Expression] = []
        if accept(")") { return result }
        while true {
            result.append(try expression())
            if accept(",") { continue }
            try close(opener, with: ")", orAfter: [","])
            return result
        }
    }

    @inline(never)
    func called(
        _ name: String, target: Expression?, arguments: [Expression], range: Range<Int>, focus: Range<Int>
    ) throws(ExpressionFault) -> Expression {
        if let expanded = try expanded(name, target: target, arguments: arguments, range: range, focus: focus) {
            return try grown(expanded)
        }
        if let target { return try grown(.member(name, of: target, arguments, range: range, focus: focus)) }
        return try grown(.call(name, arguments, range: range, focus: focus))
    }
}

extension Parser {
    /// What a macro makes of a call; nil for a call that stands for itself.
    @inline(never)
    func expanded(
        _ name: String, target: Expression?, arguments: [Expression], range: Range<Int>, focus: Range<Int>
    ) throws(ExpressionFault) -> Expression? {
        var context = MacroExpander(range: range, focus: focus)
        let call = Expression.Node.call(function: name, target: target, arguments: arguments)
        if let space = target?.qualifiedName,
            let macro = macro("\(space).\(name)", argumentCount: arguments.count, isMember: false),
            let expanded = try macro.expand(&context, nil, arguments)
        {
            return expanded.written(as: call)
        }
        let macro = macro(name, argumentCount: arguments.count, isMember: target != nil)
        return try macro?.expand(&context, target, arguments)?.written(as: call)
    }

    func macro(_ name: String, argumentCount: Int, isMember: Bool) -> Macro? {
        macros[MacroKey(name: name, argumentCount: argumentCount, isMember: isMember)]
            ?? macros[MacroKey(name: name, argumentCount: nil, isMember: isMember)]
    }
}
