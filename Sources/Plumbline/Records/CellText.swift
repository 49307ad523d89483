/// A cell's text made comparable: white space around it gone, full-width digits, signs, brackets and letters in their
/// ASCII forms, and quotation marks of every sort as plain ones.
///
/// Names are compared by it wherever they come from: cells, literals of rules, those whom a rule, a profile or a command
/// line names. Evidence shows the text as it was written.
public struct CellText {
    let text: String

    init(_ raw: String) {
        text = Self.trimmed(Self.plain(raw))
    }

    /// A name as it is compared with others.
    static func comparable(_ name: String) -> String { CellText(name).text }

    /// The same with everything in its plain form, and the white space around it kept.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(plain(scalar)) }
        return String(scalars)
    }

    /// The ASCII form of a full-width sign or of a quotation mark; other code points as they are.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        // “ ” „ ‟ 「 」 『 』 〝 〞 〟
        case 0x201C...0x201F, 0x300C...0x300F, 0x301D...0x301F: "\""
        // ‘ ’ ‚ ‛
        case 0x2018...0x201B: "'"
        default: scalar
        }
    }

    /// A text without white space of every sort around it, the Chinese full-width blank too, and without the
    /// marks of no width that spreadsheets leave behind.
    ///
    /// - Complexity: O(*n*) in code points.
    public static func trimmed(_ text: String) -> String {
        // Nearly every cell begins and ends with something to be seen.
        if let first = text.utf8.first, let last = text.utf8.last, isVisible(first), isVisible(last) { return text }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Whether a byte is a letter, a digit or a sign of ASCII.
    private static func isVisible(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x7E: false
        // The full-width blank is the last white space that there is; letters and most Chinese characters need not be looked up.
        case 0x3001...: scalar.value == 0xFEFF
        default: scalar.properties.isWhitespace || scalar.value == 0x200B
        }
    }
}
