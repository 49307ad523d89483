import Diagnostics

/// Where each code point of a scalar's text stands in the source.
///
/// libyaml tells only where a scalar starts and ends, so the stretch between is read again by the same rules.
struct ScalarSource {
    /// A code point of the text and the bytes it was written with.
    struct Piece {
        var scalar: Unicode.Scalar
        var bytes: Range<Int>
    }

    let bytes: [UInt8]
    let end: Int
    var index: Int
    var out: [Piece] = []

    /// The bytes that each code point of the text was written with; a folded space stands at its line break.
    /// Empty for an empty text.
    private(set) var pieces: [Range<Int>] = []

    /// - Complexity: O(*n*) in the length of the scalar.
    init(_ scalar: YAMLScalar) {
        bytes = scalar.extent.source.text.bytes
        end = scalar.extent.range.upperBound
        index = scalar.extent.range.lowerBound
        read(scalar)
        // Should the rules here ever differ from libyaml's, the scalar's start is still a true answer.
        if out.map(\.scalar).elementsEqual(scalar.text.unicodeScalars) { pieces = out.map(\.bytes) }
    }

    private mutating func read(_ scalar: YAMLScalar) {
        switch scalar.style {
        case .plain: readFlow(until: nil)
        case .singleQuoted: readFlow(until: UInt8(ascii: "'"))
        case .doubleQuoted: readFlow(until: UInt8(ascii: "\""))
        case .literal, .folded: readBlock(scalar)
        }
    }
}

extension ScalarSource {
    var isAtBlank: Bool { index < end && bytes[index].isBlank }

    /// Whether a line ends here. libyaml lets a line end at U+0085, U+2028 and U+2029 too.
    var isAtBreak: Bool {
        guard index < end else { return false }
        switch bytes[index] {
        case 0x0A, 0x0D: return true
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0x85
        case 0xE2: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
        default: return false
        }
    }

    /// Reads one code point as it stands.
    mutating func takeCodePoint() -> Piece {
        let start = index
        index += 1
        while index < end, !bytes[index].beginsCodePoint { index += 1 }
        let scalar = String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.first
        return Piece(scalar: scalar ?? "\u{FFFD}", bytes: start..<index)
    }

    /// Reads a line break: LF whatever it was, but U+2028 and U+2029 stay what they are.
    mutating func takeBreak() -> Piece {
        if index + 1 < end, bytes[index] == 0x0D, bytes[index + 1] == 0x0A {
            index += 2
            return Piece(scalar: "\n", bytes: index - 2..<index)
        }
        var piece = takeCodePoint()
        if piece.scalar == "\r" || piece.scalar == "\u{85}" { piece.scalar = "\n" }
        return piece
    }
}
