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
}
