/// Splits an expression's text into tokens. Ranges count code points.
struct Lexer {
    private let text: [Unicode.Scalar]
    private var position = 0

    init(_ text: [Unicode.Scalar]) { self.text = text }

    /// All tokens, the last one being `end`.
    ///
    /// - Complexity: O(*n*).
    mutating func tokens() throws(ExpressionFault) -> [Token] {
        var result: [Token] = []
        while true {
            skipBlanks()
            let token = try next()
            result.append(token)
            if token.kind == .end { return result }
        }
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        position + offset < text.count ? text[position + offset] : nil
    }

    private func spelling(from start: Int) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text[start..<position])
        return String(result)
    }

    /// The same for what has ASCII only, as names and numbers have; faster.
    private func asciiSpelling(from start: Int) -> String {
        String(unsafeUninitializedCapacity: position - start) { bytes in
            for offset in 0..<(position - start) { bytes[offset] = UInt8(truncatingIfNeeded: text[start + offset].value) }
            return position - start
        }
    }

    private mutating func skipBlanks() {
        while let scalar = peek() {
            if scalar == "/", peek(1) == "/" {
                while position < text.count, peek() != "\n" { position += 1 }
                continue
            }
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{0C}": position += 1
            default: return
            }
        }
    }

    private mutating func next() throws(ExpressionFault) -> Token {
        guard let scalar = peek() else { return Token(kind: .end, range: position..<position) }
        if scalar.isDigit || (scalar == "." && peek(1)?.isDigit == true) { return try number() }
        if let prefix = stringPrefixLength() { return try string(prefixLength: prefix) }
        if scalar.isNameStart { return name() }
        if scalar == "`" { return try quotedName() }
        return try symbol(scalar)
    }

    private mutating func name() -> Token {
        let start = position
        while let scalar = peek(), scalar.isNameStart || scalar.isDigit { position += 1 }
        return Token(kind: .name(asciiSpelling(from: start)), range: start..<position)
    }

    private mutating func quotedName() throws(ExpressionFault) -> Token {
        let start = position
        position += 1
        while let scalar = peek(), scalar.isNameStart || scalar.isDigit || [".", "-", "/", " "].contains(scalar) {
            position += 1
        }
        guard peek() == "`" else { throw .unclosedQuote("`", at: start..<(start + 1)) }
        position += 1
        let range = start..<position
        guard range.count > 2 else { throw .emptyQuotedName(at: range) }
        let inner = String(spelling(from: start).dropFirst().dropLast())
        return Token(kind: .quotedName(inner), range: range)
    }

    private mutating func symbol(_ scalar: Unicode.Scalar) throws(ExpressionFault) -> Token {
        let start = position
        if let pair = pair(scalar) {
            if pair == "<>" { throw .foreignOperator(pair, instead: "!=", at: start..<(start + 2)) }
            position += 2
            return Token(kind: .symbol(pair), range: start..<position)
        }
        let range = start..<(start + 1)
        switch scalar {
        case "=": throw equalsSign(at: range)
        case "&": throw .foreignOperator("&", instead: "&&", at: range)
        case "|": throw .foreignOperator("|", instead: "||", at: range)
        case "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "<", ">", "+", "-", "*", "/", "%", "!":
            position += 1
            return Token(kind: .symbol("\(scalar)"), range: range)
        default:
            if let plain = FullWidth.plainForm(of: scalar) {
                let fault = ExpressionFault.fullWidth(scalar, instead: plain, at: range)
                throw ["'", "\""].contains(plain) ? fault.mended(by: FullWidth.plainText(from: start, in: text)) : fault
            }
            throw .strayCharacter(scalar, at: range)
        }
    }
}

private extension Lexer {
    /// An equals sign that is no part of an operator: by itself, the third of `===`, or before `<` or `>`.
    func equalsSign(at range: Range<Int>) -> ExpressionFault {
        let (before, start, next) = (range.lowerBound - 2, range.lowerBound, range.upperBound)
        if before >= 0, text[before] == "=", text[before + 1] == "=" {
            return .foreignOperator("===", instead: "==", at: before..<next)
        }
        if text.indices.contains(next), text[next] == ">" || text[next] == "<" {
            return .foreignOperator("=\(text[next])", instead: "\(text[next])=", at: start..<(next + 1))
        }
        return .foreignOperator("=", instead: "==", at: range)
    }

    /// The operator of two characters here; nil where there is none.
    func pair(_ first: Unicode.Scalar) -> String? {
        switch (first, peek(1)) {
        case ("&", "&"): "&&"
        case ("|", "|"): "||"
        case ("=", "="): "=="
        case ("!", "="): "!="
        case ("<", "="): "<="
        case (">", "="): ">="
        case ("<", ">"): "<>"
        default: nil
        }
    }
}

// MARK: - Numbers

private extension Lexer {
    mutating func number() throws(ExpressionFault) -> Token {
        let start = position
        if peek() == "0", peek(1) == "x", peek(2)?.isHexDigit == true {
            position += 2
            skipDigits { $0.isHexDigit }
            return try ending(Token.Kind.int, from: start)
        }
        skipDigits { $0.isDigit }
        var isDouble = false
        if peek() == ".", peek(1)?.isDigit == true {
            isDouble = true
            position += 1
            skipDigits { $0.isDigit }
        }
        if let e = peek(), e == "e" || e == "E" {
            let signed = peek(1) == "+" || peek(1) == "-"
            if peek(signed ? 2 : 1)?.isDigit == true {
                isDouble = true
                position += signed ? 2 : 1
                skipDigits { $0.isDigit }
            }
        }
        return try ending(isDouble ? Token.Kind.double : Token.Kind.int, from: start)
    }

    mutating func skipDigits(_ belongs: (Unicode.Scalar) -> Bool) {
        while let scalar = peek(), belongs(scalar) { position += 1 }
    }

    mutating func ending(_ kind: (String) -> Token.Kind, from start: Int) throws(ExpressionFault) -> Token {
        let digits = asciiSpelling(from: start)
        var result = kind(digits)
        if case .int = result, let u = peek(), u == "u" || u == "U" {
            position += 1
            result = .uint(digits)
        }
        if let scalar = peek(), scalar.isNameStart {
            let end = position
            while let scalar = peek(), scalar.isNameStart || scalar.isDigit { position += 1 }
            throw .numberRunsOn(spelling(from: start), suffix: spelling(from: end), at: start..<position)
        }
        return Token(kind: result, range: start..<position)
    }
}

// MARK: - Texts

private extension Lexer {
    /// How many letters stand before a quote here: `b`, `r`, `br` or none; nil where no text begins.
    func stringPrefixLength() -> Int? {
        var length = 0
        if peek() == "b" || peek() == "B" { length += 1 }
        if peek(length) == "r" || peek(length) == "R" { length += 1 }
        return peek(length) == "\"" || peek(length) == "'" ? length : nil
    }

    mutating func string(prefixLength: Int) throws(ExpressionFault) -> Token {
        let start = position
        let prefix = text[start..<(start + prefixLength)]
        let isRaw = prefix.contains { $0 == "r" || $0 == "R" }
        let isBytes = prefix.contains { $0 == "b" || $0 == "B" }
        position += prefixLength
        let quote = text[position]
        let isTriple = peek(1) == quote && peek(2) == quote
        let delimiter = isTriple ? 3 : 1
        let opener = start..<(position + delimiter)
        position += delimiter
        var literal = StringLiteral(isRaw: isRaw, isBytes: isBytes)
        while !closes(quote, isTriple: isTriple) {
            guard let scalar = peek(), isTriple || (scalar != "\n" && scalar != "\r") else {
                throw .unclosedQuote(String(repeating: "\(quote)", count: delimiter), at: opener)
            }
            position += try literal.take(text, at: position)
        }
        position += delimiter
        let range = start..<position
        if isBytes { return Token(kind: .bytes(literal.bytes), range: range) }
        return Token(kind: .string(String(literal.scalars)), range: range)
    }

    func closes(_ quote: Unicode.Scalar, isTriple: Bool) -> Bool {
        peek() == quote && (!isTriple || (peek(1) == quote && peek(2) == quote))
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isHexDigit: Bool { isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self) }
    var isNameStart: Bool { self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
