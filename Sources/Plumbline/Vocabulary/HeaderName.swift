/// A column's header as it is compared: case of ASCII letters and white space around and inside do
/// not matter, and full-width letters, digits, brackets and quotation marks equal their ASCII forms.
struct HeaderName: Hashable, Sendable {
    let folded: String

    init(_ text: String) {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !Self.isBlank(scalar) {
            let plain = CellText.plain(scalar).value
            let lower = (0x41...0x5A).contains(plain) ? plain + 0x20 : plain
            folded.append(Unicode.Scalar(lower) ?? scalar)
        }
        self.folded = String(folded)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
        return scalar.properties.isWhitespace || scalar.value == 0xFEFF
    }
}
