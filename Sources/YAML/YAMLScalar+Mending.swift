public import Diagnostics

extension YAMLScalar {
    /// What writes something else in the place of a stretch of the text, in the scalar's own style.
    ///
    /// A plain text that YAML would then read as something else gets quotes. Where the stretch is not written as it
    /// reads, such as one with escapes or over two lines, the mend's original does not stand there and nothing is replaced.
    ///
    /// - Parameter range: Code points of `text`, from 0.
    /// - Returns: nil where the text has no place of its own.
    public func mend(_ range: Range<Int>, with replacement: String) -> Mend? {
        let scalars = Array(text.unicodeScalars)
        guard !isReplacement, range.upperBound <= scalars.count else { return nil }
        let original = String(String.UnicodeScalarView(scalars[range]))
        let place = location(of: range)
        switch style {
        case .literal, .folded: return Mend(replacing: original, at: place, with: replacement)
        case .singleQuoted:
            return Mend(replacing: original.doublingQuotes, at: place, with: replacement.doublingQuotes)
        case .doubleQuoted:
            guard !replacement.contains("\\") else { return nil }
            return Mend(replacing: original, at: place, with: replacement.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\""))
        case .plain:
            let whole = String(String.UnicodeScalarView(scalars[..<range.lowerBound])) + replacement
                + String(String.UnicodeScalarView(scalars[range.upperBound...]))
            guard Self.needsQuotes(whole, because: replacement, isFirst: range.lowerBound == 0) else {
                return Mend(replacing: original, at: place, with: replacement)
            }
            return Mend(replacing: text, at: location, with: whole.inQuotes)
        }
    }

    /// Whether a plain text is read as something else once a stretch of it has been written anew.
    private static func needsQuotes(_ whole: String, because replacement: String, isFirst: Bool) -> Bool {
        let signs = "!&*[{|>@`%'\"#,]}?:-".unicodeScalars
        return isFirst && whole.unicodeScalars.first.map(signs.contains) ?? true || whole.contains(": ") || whole.contains(" #")
            || replacement.unicodeScalars.contains(where: ",[]{}".unicodeScalars.contains)
    }
}

private extension String {
    var doublingQuotes: String { split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") }

    var inQuotes: String {
        if !contains("'") { return "'\(self)'" }
        if !contains("\""), !contains("\\") { return "\"\(self)\"" }
        return "'\(doublingQuotes)'"
    }
}
