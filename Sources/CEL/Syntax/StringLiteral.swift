import Diagnostics

/// The content of a text or bytes literal, gathered piece by piece.
struct StringLiteral {
    let isRaw: Bool
    let isBytes: Bool
    private(set) var scalars = String.UnicodeScalarView()
    private(set) var bytes: [UInt8] = []

    init(isRaw: Bool, isBytes: Bool) {
        self.isRaw = isRaw
        self.isBytes = isBytes
    }

    /// Takes the character or escape at `position` and returns how many code points it has.
    mutating func take(_ text: [Unicode.Scalar], at position: Int) throws(ExpressionFault) -> Int {
        let scalar = text[position]
        guard scalar == "\\", !isRaw else {
            append(scalar)
            return 1
        }
        guard position + 1 < text.count else { throw .badEscape("\\", at: position..<(position + 1)) }
        let next = text[position + 1]
        if let plain = StringLiteral.simpleEscapes[next] {
            append(plain)
            return 2
        }
        return try takeNumericEscape(text, at: position, letter: next)
    }

    private static let simpleEscapes: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}", "\\": "\\",
        "?": "?", "\"": "\"", "'": "'", "`": "`",
    ]

    private mutating func takeNumericEscape(
        _ text: [Unicode.Scalar], at position: Int, letter: Unicode.Scalar
    ) throws(ExpressionFault) -> Int {
        let form: (start: Int, digits: Int, radix: Int)? =
            switch letter {
            case "x", "X": (2, 2, 16)
            case "u": isBytes ? nil : (2, 4, 16)
            case "U": isBytes ? nil : (2, 8, 16)
            case "0", "1", "2", "3": (1, 3, 8)
            default: nil
            }
        let whole = position..<min(text.count, position + (form.map { $0.start + $0.digits } ?? 2))
        guard let form, whole.count == form.start + form.digits else { throw .badEscape(spelling(text[whole]), at: whole) }
        let digits = text[whole].dropFirst(form.start)
        // Without the first test a sign would pass for a digit.
        guard digits.allSatisfy(\.isHexDigit), let code = UInt32(spelling(digits), radix: form.radix) else {
            throw .badEscape(spelling(text[whole]), at: whole)
        }
        if isBytes {
            bytes.append(UInt8(truncatingIfNeeded: code))
        } else {
            guard let scalar = Unicode.Scalar(code) else { throw .badEscape(spelling(text[whole]), at: whole) }
            scalars.append(scalar)
        }
        return whole.count
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if isBytes { bytes.append(contentsOf: UTF8.encode(scalar) ?? .init()) } else { scalars.append(scalar) }
    }

    private func spelling(_ slice: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: slice)
        return String(view)
    }
}

extension StringLiteral {
    /// A text as a literal in single quotes, on one line; what a terminal would act on stands there as an escape.
    static func quoted(_ text: String) -> String {
        var result = "'"
        for scalar in text.unicodeScalars { result += escaped(scalar) }
        return result + "'"
    }

    /// Bytes as a literal; those outside ASCII as `\x` escapes.
    static func quoted(_ bytes: [UInt8]) -> String {
        var result = "b'"
        for byte in bytes { result += byte < 0x80 ? escaped(Unicode.Scalar(byte)) : hexEscape(byte) }
        return result + "'"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "'": "\\'"
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where scalar.isASCII && TerminalText.isControl(scalar): hexEscape(UInt8(scalar.value))
        // All of these lie in the basic plane, so that four digits are enough.
        case _ where TerminalText.isControl(scalar): "\\u" + padded(String(scalar.value, radix: 16), to: 4)
        default: String(scalar)
        }
    }

    private static func hexEscape(_ byte: UInt8) -> String { "\\x" + padded(String(byte, radix: 16), to: 2) }

    private static func padded(_ digits: String, to count: Int) -> String {
        String(repeating: "0", count: count - digits.count) + digits
    }
}
