/// Base 64 in the standard alphabet, as RFC 4648 defines it.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")

    /// Four letters for each three bytes, the last ones padded with `=`.
    ///
    /// - Complexity: O(*n*).
    static func text(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) { append(bytes[start...].prefix(3), to: &result) }
        return String(decoding: result, as: UTF8.self)
    }

    /// - Throws: `bad-base64` with the position of what is wrong.
    /// - Complexity: O(*n*).
    static func bytes(_ text: String) throws(EvaluationError) -> [UInt8] {
        var decoding = Base64Decoding(capacity: text.utf8.count / 4 * 3 + 3)
        for (position, scalar) in text.unicodeScalars.enumerated() where scalar != "\n" && scalar != "\r" {
            guard decoding.take(scalar) else { throw .notBase64(scalar, position: position) }
        }
        guard decoding.isWhole else { throw .unfinishedBase64 }
        return decoding.bytes
    }

    /// What a letter stands for, 0 to 63; nil for a character that is no letter of the alphabet.
    static func value(of letter: Unicode.Scalar) -> UInt32? {
        switch letter {
        case "A"..."Z": letter.value - 65
        case "a"..."z": letter.value - 97 + 26
        case "0"..."9": letter.value - 48 + 52
        case "+": 62
        case "/": 63
        default: nil
        }
    }

    /// Appends four letters for up to three bytes.
    private static func append(_ group: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var bits: UInt32 = 0
        for byte in group { bits = bits << 8 | UInt32(byte) }
        bits <<= 8 * UInt32(3 - group.count)
        for place in 0..<4 {
            let letter = alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63]
            result.append(place <= group.count ? letter : padding)
        }
    }
}

/// A decoding under way: takes one character after the other.
private struct Base64Decoding {
    private(set) var bytes: [UInt8] = []
    /// The bits of the letters of a group of four that is not whole yet.
    private var bits: UInt32 = 0
    private var letters = 0
    private var paddings = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Takes a letter or a padding; false for one that cannot stand here.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "=" {
            paddings += 1
            return letters >= 2 && letters + paddings <= 4
        }
        guard paddings == 0, let value = Base64.value(of: scalar) else { return false }
        bits = bits << 6 | value
        letters += 1
        // Every letter but the first of a group completes a byte.
        if letters > 1 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(8 - 2 * letters))) }
        if letters == 4 { (bits, letters) = (0, 0) }
        return true
    }

    /// Whether the text may end here: after whole groups, or two or three letters with all of their padding or none.
    var isWhole: Bool { letters != 1 && (paddings == 0 || letters + paddings == 4) }
}
