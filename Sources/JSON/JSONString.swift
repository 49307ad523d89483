import Diagnostics

/// Writes text as a JSON string that is safe to print as well: what a terminal or a CI log would take
/// for a command stands there as an escape.
enum JSONString {
    /// - Complexity: O(*n*) in code points.
    static func write(_ text: String, to out: inout String) {
        out += "\""
        defer { out += "\"" }
        guard text.unicodeScalars.contains(where: mayNeedEscape) else { return out += text }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            // `##[` begins a command of a CI log wherever it stands in a line.
            case "#" where previous == "#": out += escape(scalar)
            case _ where TerminalText.isControl(scalar): out += escape(scalar)
            default: out.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
    }

    private static func mayNeedEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\\" || scalar == "#" || TerminalText.isControl(scalar)
    }

    /// All of these lie in the basic plane, so that four digits are enough.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
