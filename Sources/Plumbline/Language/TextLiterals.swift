import CEL

/// Lets a text of a rule stand beside cells, which are compared in their plain form: `'急救站（点）'` names what a file
/// writes with either sort of bracket.
enum TextLiterals {
    /// The expression with its texts in their plain form; everything else as it is, ranges included.
    ///
    /// - Complexity: O(*n*) in its parts.
    static func plain(_ expression: Expression) -> Expression {
        switch expression.node {
        case .constant(.string(let text)): return .constant(.string(CellText.plain(text)), range: expression.range)
        case .call("matches", let target, let arguments) where !arguments.isEmpty:
            let pattern = Self.pattern(arguments[arguments.count - 1])
            let others = arguments.dropLast().map(plain)
            if let target { return .member("matches", of: plain(target), others + [pattern], range: expression.range, focus: expression.focus) }
            return .call("matches", others + [pattern], range: expression.range, focus: expression.focus)
        default: return expression.mapChildren(plain)
        }
    }

    /// A regular expression over texts in their plain form: what becomes a sign of the pattern's own is a plain sign.
    static func pattern(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let plain = CellText.plain(scalar)
            if plain != scalar, isOfPatterns(plain) { scalars.append("\\") }
            scalars.append(plain)
        }
        return String(scalars)
    }

    private static func pattern(_ expression: Expression) -> Expression {
        guard case .constant(.string(let text)) = expression.node else { return plain(expression) }
        return .constant(.string(pattern(text)), range: expression.range)
    }

    private static func isOfPatterns(_ scalar: Unicode.Scalar) -> Bool { "\\.+*?()|[]{}^$-".unicodeScalars.contains(scalar) }
}
