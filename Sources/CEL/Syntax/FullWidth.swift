/// Punctuation that a Chinese keyboard gives where the language wants its ASCII form.
enum FullWidth {
    /// What to write instead of a full-width mark; nil for other characters.
    static func plainForm(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "“", "”", "「", "」", "『", "』", "＂": return "\""
        case "‘", "’", "＇": return "'"
        case "。", "．": return "."
        case "、", "，": return ","
        case "【", "〔": return "["
        case "】", "〕": return "]"
        case "《", "〈": return "<"
        case "》", "〉": return ">"
        case "＝": return "=="
        case "≥", "≧": return ">="
        case "≤", "≦": return "<="
        case "≠": return "!="
        case "×": return "*"
        case "÷": return "/"
        case "＆": return "&&"
        case "｜": return "||"
        case "—", "–", "－": return "-"
        case "\u{3000}", "\u{00A0}": return " "
        default:
            // The block of full-width forms repeats ASCII in its own order.
            guard (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0)
            else { return nil }
            return String(plain)
        }
    }

    /// What writes the quotes of a text in their plain form, both at once: with one alone the text has no end.
    ///
    /// - Parameter start: The place of the mark that opens the text.
    /// - Returns: nil where the mark has no partner, or the text holds a plain quote itself.
    static func plainText(from start: Int, in text: [Unicode.Scalar]) -> ExpressionFault.Mend? {
        let partners: [Unicode.Scalar: String] = ["“": "”", "‘": "’", "「": "」", "『": "』", "＂": "＂", "＇": "＇", "”": "”", "’": "’"]
        guard let closing = partners[text[start]]?.unicodeScalars.first,
              let end = text[(start + 1)...].firstIndex(of: closing)
        else { return nil }
        let inner = text[(start + 1)..<end]
        guard !inner.contains(where: { $0 == "'" || $0 == "\"" || $0 == "\\" }) else { return nil }
        return ExpressionFault.Mend(start..<end + 1, replacement: "'\(String(String.UnicodeScalarView(inner)))'")
    }
}
