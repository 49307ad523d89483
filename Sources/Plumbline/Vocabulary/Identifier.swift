/// The names that expressions can use: ASCII letters, digits and underscores, and no word of the
/// language itself.
enum Identifier {
    /// CEL's reserved words, and the words that rules add.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "package", "namespace", "null", "return", "true", "var", "void", "while",
        "period", "due", "plan", "as_of", "baseline", "previous", "year_ago", "at", "params", "measured", "q",
    ]

    /// The types of expressions, which an enumeration would hide.
    static let typeNames: Set<String> = [
        "number", "bool", "int", "uint", "double", "bytes", "list", "map", "timestamp", "type", "dyn", "null_type",
    ]

    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
}
