import Diagnostics

/// Text of strangers as the text report prints it: without control characters, of a bounded length, and
/// nothing that a CI log would take for a command.
enum PrintedText {
    /// How many code points are printed of one text; the JSON report has them all.
    static let longest = 200

    /// - Complexity: O(*n*) in code points.
    static func of(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex)
        guard let end, end < scalars.endIndex else { return safe(text) }
        return safe(String(scalars[..<end])) + "…"
    }

    /// An expression on one line, with every run of blanks that holds a line break as one space.
    static func ofExpression(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        return of(lines.map { $0.drop { $0 == " " } }.joined(separator: " "))
    }

    /// `::` begins a command of a CI log where a line begins with it, `##` anywhere in it.
    private static func safe(_ text: String) -> String {
        let escaped = TerminalText.escaped(text)
        guard escaped.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }) else { return escaped }
        var out = ""
        var previous: Unicode.Scalar?
        for scalar in escaped.unicodeScalars {
            if scalar == previous, scalar == "#" || scalar == ":" {
                out += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                out.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return out
    }
}
