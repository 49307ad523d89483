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
        var result = "\""
        for scalar in text.unicodeScalars {
            if let escape = escape(scalar) {
                result += escape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    static func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\u{07}": "\\a"
        case "\u{08}": "\\b"
        case "\u{0B}": "\\v"
        case "\u{0C}": "\\f"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\\": "\\\\"
        case "\"": "\\\""
        default: nil
        }
    }
}
