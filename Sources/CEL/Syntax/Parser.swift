import Diagnostics

/// Turns an expression's text into a tree and expands its macros on the way.
///
/// Precedence climbing, with a depth that is counted. The functions that call each other are kept
/// small and apart (`@inline(never)`), so that the deepest expression that is allowed fits on the
/// 512 KiB stack of a worker thread.
struct Parser {
    private let tokens: [Token]
    private let text: [Unicode.Scalar]
    private let macros: [MacroKey: Macro]
    private let limits: Limits
    private let literals: any LiteralSemantics
    private var index = 0
    private var depth = 0

    init(
        _ text: String, macros: [MacroKey: Macro], limits: Limits, literals: any LiteralSemantics
    ) throws(ExpressionFault) {
        // UTF-8 has at most four bytes for a code point: only texts that may be short enough are counted.
        guard text.utf8.count <= limits.codePoints * 4 else {
            throw .tooLong(text.utf8.count, limit: limits.codePoints)
        }
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= limits.codePoints else { throw .tooLong(scalars.count, limit: limits.codePoints) }
        var lexer = Lexer(scalars)
        tokens = try lexer.tokens()
        self.text = scalars
        self.macros = macros
        self.limits = limits
        self.literals = literals
    }

    mutating func parse() throws(ExpressionFault) -> Expression {
        guard tokens.count > 1 else { throw .emptyExpression() }
        let expression = try expression()
        guard current.kind == .end else { throw misplaced(current, expected: []) }
        return expression
    }
}

// MARK: - Tokens

private extension Parser {
    var current: Token { tokens[index] }
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }

    @inline(never)
    func at(_ symbol: String) -> Bool { tokens[index].isSymbol(symbol) }

    @inline(never)
    mutating func advance() -> Token {
        let token = tokens[index]
        if index < tokens.count - 1 { index += 1 }
        return token
    }

    @inline(never)
    mutating func accept(_ symbol: String) -> Bool {
        guard at(symbol) else { return false }
        _ = advance()
        return true
    }

    func spelling(_ token: Token) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[token.range].prefix(40))
        return String(view)
    }

    /// The fault of a token that cannot stand where it does.
    @inline(never)
    func misplaced(_ token: Token, expected: [String]) -> ExpressionFault {
        if case .name(let word) = token.kind, let instead = Parser.wordOperators[word.lowercased()] {
            return .wordOperator(word, instead: instead, at: token.range)
        }
        let previous = tokens.last { $0.range.upperBound <= token.range.lowerBound && $0.range != token.range }
        if expected.isEmpty, let previous, case .name(let word) = previous.kind, word.lowercased() == "not" {
            return .wordOperator(word, instead: "!", at: previous.range)
        }
        let found = spelling(token)
        if expected.isEmpty, [")", "]", "}"].contains(found) { return .unopenedBracket(found, at: token.range) }
        return .unexpected(found, expected: expected, at: token.range)
    }

    static var wordOperators: [String: String] { ["and": "&&", "or": "||", "not": "!", "mod": "%", "div": "/", "is": "=="] }

    @inline(never)
    mutating func close(_ opener: Token, with closing: String, orAfter others: [String] = []) throws(ExpressionFault) {
        if accept(closing) { return }
        if current.kind == .end { throw .unclosedBracket(spelling(opener), closing: closing, at: opener.range) }
        throw misplaced(current, expected: others + [closing])
    }

    /// Gives back a node that was put together, unless the tree has grown too tall.
    @inline(never)
    func grown(_ expression: Expression) throws(ExpressionFault) -> Expression {
        guard expression.height <= limits.nestingDepth else {
            throw .tooDeep(limit: limits.nestingDepth, at: expression.focus)
        }
        return expression
    }
}

// MARK: - Operators

private extension Parser {
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

// MARK: - Members

private extension Parser {
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

// MARK: - Macros

private extension Parser {
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

// MARK: - Primaries

private extension Parser {
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

// MARK: - Records and optional parts

private extension Parser {
    /// `name{field: value, …}`, the bracket being the current token.
    @inline(never)
    mutating func record(_ name: String, _ operand: Expression) throws(ExpressionFault) -> Expression {
        let opener = advance()
        var fields: [Expression.FieldEntry] = []
        while !at("}") {
            fields.append(try fieldEntry(in: opener))
            guard accept(",") else { break }
        }
        try close(opener, with: "}", orAfter: [","])
        let range = operand.range.lowerBound..<tokens[index - 1].range.upperBound
        return try grown(.record(name, fields, range: range, focus: operand.range))
    }

    @inline(never)
    mutating func fieldEntry(in opener: Token) throws(ExpressionFault) -> Expression.FieldEntry {
        let mark = optionalMark()
        let name = try fieldWord()
        try colon(in: opener)
        return .init(name: name, value: marked(try expression(), mark))
    }

    @inline(never)
    mutating func colon(in opener: Token) throws(ExpressionFault) {
        if accept(":") { return }
        if current.kind == .end { throw .unclosedBracket("{", closing: "}", at: opener.range) }
        throw misplaced(current, expected: [":"])
    }

    /// An element of a list, which may be written `?element`.
    @inline(never)
    mutating func optionalPart() throws(ExpressionFault) -> Expression {
        let mark = optionalMark()
        return marked(try expression(), mark)
    }

    /// The question mark at the current token, where there is one.
    @inline(never)
    mutating func optionalMark() -> Range<Int>? { at("?") ? advance().range : nil }

    @inline(never)
    func marked(_ value: Expression, _ mark: Range<Int>?) -> Expression {
        guard let mark else { return value }
        return .call(Operator.optionalElement, [value], range: value.range, focus: mark)
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
