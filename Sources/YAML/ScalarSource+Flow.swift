extension ScalarSource {
    /// Reads a plain or quoted scalar: single line breaks become spaces, of several the first is dropped,
    /// blanks around them vanish.
    mutating func readFlow(until quote: UInt8?) {
        if quote != nil { index += 1 }
        while index < end {
            var isJoined = false
            while index < end, !isAtBlank, !isAtBreak, bytes[index] != quote || isDoubledQuote(quote) {
                if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
                    isJoined = takeEscape()
                    if isJoined { break }
                } else {
                    if bytes[index] == quote { takeDoubledQuote() } else { out.append(takeCodePoint()) }
                }
            }
            if index < end, bytes[index] == quote, !isJoined { return }
            foldWhitespace(afterJoin: isJoined)
        }
    }

    private func isDoubledQuote(_ quote: UInt8?) -> Bool {
        quote == UInt8(ascii: "'") && bytes[index] == quote && index + 1 < end && bytes[index + 1] == quote
    }

    private mutating func takeDoubledQuote() {
        out.append(Piece(scalar: "'", bytes: index..<index + 2))
        index += 2
    }

    private mutating func foldWhitespace(afterJoin: Bool) {
        var blanks: [Piece] = []
        var firstBreak: Piece?
        var moreBreaks: [Piece] = []
        var isPastBreak = afterJoin
        while isAtBlank || isAtBreak {
            if isAtBlank {
                let blank = takeCodePoint()
                if !isPastBreak { blanks.append(blank) }
            } else if isPastBreak {
                moreBreaks.append(takeBreak())
            } else {
                firstBreak = takeBreak()
                isPastBreak = true
            }
        }
        guard isPastBreak else { return out += blanks }
        // At the end of a plain scalar nothing follows that could be joined.
        guard var first = firstBreak else { return out += moreBreaks }
        if first.scalar == "\n" {
            first.scalar = " "
            out += moreBreaks.isEmpty ? [first] : moreBreaks
        } else {
            out += [first] + moreBreaks
        }
    }

    /// Reads an escape of a double-quoted scalar; whether it was one that joins two lines and stands for nothing.
    private mutating func takeEscape() -> Bool {
        let start = index
        index += 1
        guard index < end else { return false }
        if isAtBreak {
            _ = takeBreak()
            return true
        }
        let letter = takeCodePoint().scalar
        let digits = switch letter {
        case "x": 2
        case "u": 4
        case "U": 8
        default: 0
        }
        var scalar = Self.escapes[letter] ?? letter
        if digits > 0 {
            let stop = min(index + digits, end)
            let value = UInt32(String(decoding: bytes[index..<stop], as: UTF8.self), radix: 16)
            scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
            index = stop
        }
        out.append(Piece(scalar: scalar, bytes: start..<index))
        return false
    }

    /// Letters that stand for something else than themselves.
    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
        "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]
}
