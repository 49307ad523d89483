import CEL

/// Lets a text of a rule stand beside cells, which are compared in their plain form: `'急救站（点）'` names what a file
/// writes with either sort of bracket.
enum TextLiterals {
    /// The expression with its texts in their plain form; everything else as it is, ranges included.
    ///
    /// - Parameter patterns: What parameters that are texts say as patterns, by their full names: a text that is compared has
    ///   another plain form than one that is a pattern.
    /// - Complexity: O(*n*) in its parts.
    static func plain(_ expression: Expression, patterns: [String: String] = [:]) -> Expression {
        func plain(_ part: Expression) -> Expression { Self.plain(part, patterns: patterns) }
        switch expression.node {
        case .constant(.string(let text)): return .constant(.string(CellText.plain(text)), range: expression.range)
        case .call("matches", let target, let arguments) where !arguments.isEmpty:
            let last = arguments[arguments.count - 1]
            let pattern = patternText(last, patterns).map { Expression.constant(.string($0), range: last.range) } ?? plain(last)
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

    /// The pattern that an expression is; nil for one that has to be worked out.
    private static func patternText(_ expression: Expression, _ patterns: [String: String]) -> String? {
        switch expression.node {
        case .constant(.string(let text)): pattern(text)
        case .select(let operand, let field, false):
            if case .identifier("params") = operand.node { patterns["params.\(field)"] } else { nil }
        default: nil
        }
    }

    private static func isOfPatterns(_ scalar: Unicode.Scalar) -> Bool { "\\.+*?()|[]{}^$-".unicodeScalars.contains(scalar) }
}
