import Diagnostics

/// Turns an expression's text into a tree and expands its macros on the way.
///
/// Precedence climbing, with a depth that is counted. The functions that call each other are kept
/// small and apart (`@inline(never)`), so that the deepest expression that is allowed fits on the
/// 512 KiB stack of a worker thread.
struct Parser {
    let tokens: [Token]
    let text: [Unicode.Scalar]
    let macros: [MacroKey: Macro]
    let limits: Limits
    let literals: any LiteralSemantics
    var index = 0
    var depth = 0

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

extension Parser {
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
            let fault = ExpressionFault.wordOperator(word, instead: instead, at: token.range)
            let isCertain = ["and", "or"].contains(word.lowercased())
            return isCertain ? fault.mended(by: .init(token.range, replacement: instead)) : fault
        }
        let previous = tokens.last { $0.range.upperBound <= token.range.lowerBound && $0.range != token.range }
        if expected.isEmpty, let previous, case .name(let word) = previous.kind, word.lowercased() == "not" {
            return .wordOperator(word, instead: "!", at: previous.range).mended(by: mendOfNot(previous, before: token))
        }
        let found = spelling(token)
        if expected.isEmpty, [")", "]", "}"].contains(found) { return .unopenedBracket(found, at: token.range) }
        return .unexpected(found, expected: expected, at: token.range)
    }

    /// `!` for a `not` that stands before one bracket or one name with its calls, and nothing that binds more tightly
    /// where `not` comes from than here: `not a == b` is no `!a == b`.
    private func mendOfNot(_ not: Token, before first: Token) -> ExpressionFault.Mend? {
        guard let place = tokens.firstIndex(where: { $0.range == first.range }) else { return nil }
        var depth = 0
        for token in tokens[place...] {
            let text = spelling(token)
            if depth == 0 {
                if token.kind == .end || ["&&", "||", ")", "]", "}", ",", "and", "or"].contains(text.lowercased()) {
                    return .init(not.range.lowerBound..<first.range.lowerBound, replacement: "!")
                }
                guard token.range == first.range || [".", "(", "["].contains(text) || isName(token) else { return nil }
            }
            if ["(", "[", "{"].contains(text) { depth += 1 }
            if [")", "]", "}"].contains(text) { depth -= 1 }
        }
        return nil
    }

    private func isName(_ token: Token) -> Bool {
        if case .name(let name) = token.kind { name != "in" } else { false }
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
