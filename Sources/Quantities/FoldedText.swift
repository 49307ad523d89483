/// Text with full-width signs made narrow and spaces taken out, each character with its place in the
/// original.
struct FoldedText {
    struct Character {
        let scalar: Unicode.Scalar
        /// Code points before it in the original text.
        let offset: Int
        /// Whether spaces were taken out before it.
        let followsSpace: Bool
    }

    private(set) var characters: [Character] = []
    /// The code points of the original.
    private(set) var originalCount = 0
    /// The original without spaces around it.
    private(set) var trimmedSource = ""

    init(_ text: some StringProtocol) {
        var followsSpace = false
        for scalar in text.unicodeScalars {
            if let folded = Self.folded(scalar) {
                characters.append(Character(scalar: folded, offset: originalCount, followsSpace: followsSpace))
                followsSpace = false
            } else {
                followsSpace = true
            }
            originalCount += 1
        }
        guard let first = characters.first, let last = characters.last else { return }
        let inner = text.unicodeScalars.dropFirst(first.offset).prefix(last.offset + 1 - first.offset)
        trimmedSource.unicodeScalars.append(contentsOf: inner)
    }

    /// nil for a space.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000: nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x2212: "-"
        case 0x2044, 0x2215: "/"
        default: scalar
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is one of `0` to `9`.
    var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Sequence<FoldedText.Character> {
    /// The characters as folded.
    var text: String {
        reduce(into: "") { $0.unicodeScalars.append($1.scalar) }
    }
}
