/// What stands by itself: names, literals, lists, maps, brackets.
extension Parser {
    @inline(never)
    mutating func primary() throws(ExpressionFault) -> Expression {
        if at("(") { return try bracketed() }
        if at("[") { return try list() }
        if at("{") { return try map() }
        return isName ? try name(absolute: false) : try atom()
    }

    @inline(never)
    var isName: Bool {
        if case .name = tokens[index].kind { return true }
        return false
    }

    /// A literal, or a name with a dot before it.
    @inline(never)
    mutating func atom() throws(ExpressionFault) -> Expression {
        let token = advance()
        switch token.kind {
        case .int, .uint, .double: return try number(token, sign: "", start: token.range.lowerBound)
        case .string(let text): return .constant(.string(text), range: token.range)
        case .bytes(let bytes): return .constant(.bytes(bytes), range: token.range)
        case .symbol("-"): return try number(advance(), sign: "-", start: token.range.lowerBound)
        case .symbol("."):
            guard case .name(let word) = current.kind, !Token.keywords.contains(word) else {
                throw .fieldNameExpected(found: current.kind == .end ? nil : spelling(current), at: current.range)
            }
            return try name(absolute: true)
        case .name, .quotedName, .symbol, .end: throw operandFault(token)
        }
    }

    @inline(never)
    func operandFault(_ token: Token) -> ExpressionFault {
        let isEnd = token.kind == .end
        let previousIndex = isEnd ? tokens.count - 2 : index - 2
        let previous = previousIndex >= 0 ? tokens[previousIndex] : nil
        if isEnd, let previous, ["(", "[", "{"].contains(spelling(previous)) {
            let closing = ["(": ")", "[": "]", "{": "}"][spelling(previous)] ?? ")"
            return .unclosedBracket(spelling(previous), closing: closing, at: previous.range)
        }
        return .operandExpected(
            after: previous.map(spelling), found: isEnd ? nil : spelling(token),
            at: isEnd ? previous?.range ?? token.range : token.range)
    }

    @inline(never)
    mutating func name(absolute: Bool) throws(ExpressionFault) -> Expression {
        let start = index
        let word = try plainName(absolute: absolute)
        guard at("(") else { return word }
        let arguments = try arguments()
        return try functionCall(word, arguments: arguments, nameAt: start)
    }

    /// The name at the current token, or the constant that it means.
    @inline(never)
    mutating func plainName(absolute: Bool) throws(ExpressionFault) -> Expression {
        let token = advance()
        guard case .name(let word) = token.kind else { throw operandFault(token) }
        // An absolute name begins at its dot, the token before it.
        let start = absolute ? tokens[index - 2] : token
        let range = start.range.lowerBound..<token.range.upperBound
        if absolute { return .identifier("." + word, range: range) }
        switch word {
        case "true": return .constant(.bool(true), range: range)
        case "false": return .constant(.bool(false), range: range)
        case "null": return .constant(.null, range: range)
        case "in": throw operandFault(token)
        default:
            if Token.reservedWords.contains(word) { throw .reservedWord(word, at: range) }
            return .identifier(word, range: range)
        }
    }

    @inline(never)
    func functionCall(
        _ name: Expression, arguments: [Expression], nameAt start: Int
    ) throws(ExpressionFault) -> Expression {
        guard case .identifier(let function) = name.node else { throw misplaced(tokens[start + 1], expected: []) }
        let range = name.range.lowerBound..<tokens[index - 1].range.upperBound
        return try called(function, target: nil, arguments: arguments, range: range, focus: name.range)
    }

    @inline(never)
    func number(_ token: Token, sign: String, start: Int) throws(ExpressionFault) -> Expression {
        let range = start..<token.range.upperBound
        switch token.kind {
        case .int(let digits):
            guard let value = Int64.literal(sign + digits) else {
                throw .numberOutOfRange(sign + digits, type: .int, at: range)
            }
            return .constant(.int(value), range: range)
        case .uint(let digits):
            guard let value = UInt64.literal(digits) else { throw .numberOutOfRange(digits, type: .uint, at: range) }
            return .constant(.uint(value), range: range)
        case .double(let digits):
            if let value = literals.floating(sign + digits) { return .constant(value, range: range) }
            guard let value = Double(sign + digits), value.isFinite else {
                throw .numberOutOfRange(sign + digits, type: .double, at: range)
            }
            return .constant(.double(value), range: range)
        default: throw operandFault(token)
        }
    }

    @inline(never)
    mutating func list() throws(ExpressionFault) -> Expression {
        let opener = advance()
        var elements: [Expression] = []
        while !at("]") {
            elements.append(try optionalPart())
            guard accept(",") else { break }
        }
        try close(opener, with: "]", orAfter: [","])
        return try grown(.list(elements, range: opener.range.lowerBound..<tokens[index - 1].range.upperBound))
    }

    @inline(never)
    mutating func map() throws(ExpressionFault) -> Expression {
        let opener = advance()
        var entries: [Expression.MapEntry] = []
        while !at("}") {
            let mark = optionalMark()
            let key = try expression()
            try colon(in: opener)
            entries.append(.init(key: key, value: marked(try expression(), mark)))
            guard accept(",") else { break }
        }
        try close(opener, with: "}", orAfter: [","])
        return try grown(.map(entries, range: opener.range.lowerBound..<tokens[index - 1].range.upperBound))
    }
}

private extension FixedWidthInteger {
    /// Reads decimal digits, or hexadecimal ones after `0x`, with a minus where there is one.
    static func literal(_ text: String) -> Self? {
        guard text.contains("x") else { return Self(text) }
        let sign = text.hasPrefix("-") ? "-" : ""
        return Self(sign + text.dropFirst(sign.isEmpty ? 2 : 3), radix: 16)
    }
}
