/// A cell's text made comparable: white space around it gone, full-width digits, signs and letters
/// in their ASCII forms.
public struct CellText {
    let text: String

    init(_ raw: String) {
        guard raw.utf8.contains(where: { $0 >= 0x80 }) else {
            text = Self.trimmed(raw)
            return
        }
        var scalars = String.UnicodeScalarView()
        for scalar in raw.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        text = Self.trimmed(String(scalars))
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
        scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
}
