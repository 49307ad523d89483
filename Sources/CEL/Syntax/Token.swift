/// A word of an expression's text.
struct Token {
    enum Kind: Equatable {
        /// A name; also `true`, `false`, `null`, `in` and the reserved words.
        case name(String)
        /// A field's name in back quotes.
        case quotedName(String)
        case int(String)
        case uint(String)
        case double(String)
        case string(String)
        case bytes([UInt8])
        /// An operator or a bracket, as it is written.
        case symbol(String)
        case end
    }

    let kind: Kind
    let range: Range<Int>

    func isSymbol(_ spelling: String) -> Bool { kind == .symbol(spelling) }

    /// Words that no variable can be called.
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]
    static let keywords: Set<String> = ["true", "false", "null", "in"]
}
