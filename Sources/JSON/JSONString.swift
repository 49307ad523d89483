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
            case _ where isUnsafe(scalar): out += escape(scalar)
            default: out.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
    }

    private static func mayNeedEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\\" || scalar == "#" || isUnsafe(scalar)
    }

    /// All of these lie in the basic plane, so that four digits are enough.
    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// C0 and C1 controls, the line separators that JavaScript breaks lines at, and the marks that
    /// change the direction of text.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
