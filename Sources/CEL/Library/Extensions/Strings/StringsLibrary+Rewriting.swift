/// Functions that rewrite a text code point by code point.
extension StringsLibrary {
    var rewritingFunctions: [Function] {
        [
            Function("lowerAscii", [Overload("string_lower_ascii", isMember: true, StringsLibrary.lowered)]),
            Function("upperAscii", [Overload("string_upper_ascii", isMember: true, StringsLibrary.raised)]),
            Function("trim", [Overload("string_trim", isMember: true, StringsLibrary.trimmed)]),
            Function("reverse", [Overload("string_reverse", isMember: true, StringsLibrary.reversed)]),
            Function("strings.quote", [Overload("strings_quote", StringsLibrary.quoted)]),
        ]
    }
}

private extension StringsLibrary {
    /// The bit in which ASCII's small letters differ from the capitals.
    static let caseBit: UInt8 = 0x20

    @Sendable static func lowered(_ text: String) -> String {
        String(decoding: text.utf8.map { (65...90).contains($0) ? $0 | caseBit : $0 }, as: UTF8.self)
    }

    @Sendable static func raised(_ text: String) -> String {
        String(decoding: text.utf8.map { (97...122).contains($0) ? $0 & ~caseBit : $0 }, as: UTF8.self)
    }

    /// The text without the white space at its ends; what is white space, Unicode's property says.
    @Sendable static func trimmed(_ text: String) -> String {
        var rest = text.unicodeScalars[...]
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    @Sendable static func reversed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.reversed())
        return String(scalars)
    }

    /// The text in double quotes, with escapes for these, for backslashes and for the control characters that have one.
    @Sendable static func quoted(_ text: String) -> String {
        let quote = UInt8(ascii: "\"")
        var result = [quote]
        result.reserveCapacity(text.utf8.count + 2)
        for byte in text.utf8 {
            if let letter = escapeLetter(byte) {
                result += [UInt8(ascii: "\\"), letter]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result + [quote], as: UTF8.self)
    }

    /// What stands after the backslash in the escape for a byte; nil for a byte that stands for itself, as all beyond
    /// ASCII do.
    static func escapeLetter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x07: UInt8(ascii: "a")
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0B: UInt8(ascii: "v")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        case UInt8(ascii: "\\"), UInt8(ascii: "\""): byte
        default: nil
        }
    }
}
