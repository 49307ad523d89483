import Diagnostics

/// A value as its author wrote it, before YAML takes it apart.
struct RawValue {
    let text: String
    let location: Location
    /// Whether it stands in brackets, where a comma ends it and no block can stand.
    let inFlow: Bool
    /// Whether YAML took a comma of the value's own for its end.
    let isBrokenOff: Bool

    /// Reads to the end of the line, or to a comment, or in brackets to the comma or bracket that ends the value.
    /// Brackets and quotes of the value's own are gone over.
    init(from start: Int, in source: SourceText, inFlow: Bool, isBrokenOff: Bool = false) {
        let end = Self.end(of: start, in: source.bytes, inFlow: inFlow)
        text = String(decoding: source.bytes[start..<end], as: UTF8.self)
        location = source.location(ofBytes: start..<end)
        self.inFlow = inFlow
        self.isBrokenOff = isBrokenOff
    }

    /// A value and the comment that cut it off, as the one text that was meant; both stand on one line.
    init(_ scalar: YAMLScalar, with comment: Location) {
        let line = Array(comment.lineText.unicodeScalars)
        let start = scalar.location.start.column - 1
        var whole = String.UnicodeScalarView()
        whole.append(contentsOf: line.dropFirst(start))
        while let last = whole.last, last.properties.isWhitespace { whole.removeLast() }
        text = String(whole)
        location = scalar.location
        inFlow = false
        isBrokenOff = false
    }

    private static func end(of start: Int, in bytes: [UInt8], inFlow: Bool) -> Int {
        let lineEnd = bytes[start...].firstIndex(where: \.isLineBreak) ?? bytes.count
        var index = start
        var depth = 0
        var last = start
        while index < lineEnd {
            let byte = bytes[index]
            if byte == UInt8(ascii: "#"), index > start, bytes[index - 1].isBlank { break }
            if inFlow, depth == 0, ",}])".utf8.contains(byte) { break }
            if byte.isQuote { index = bytes[(index + 1)..<lineEnd].firstIndex(of: byte) ?? index }
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte) { depth -= 1 }
            if !byte.isBlank { last = index + 1 }
            index += 1
        }
        return last
    }
}

extension RawValue {
    /// The value as it can be written on one line; nil where a block reads better.
    var quoted: String? {
        let text = withoutStrayQuote ?? text
        guard text.unicodeScalars.count <= 200 else { return nil }
        if !text.contains("'") { return "'\(text)'" }
        if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
        return inFlow ? "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'" : nil
    }

    /// The text inside quotes that an odd one between them breaks off, such as `'don't'`; nil for other values.
    private var withoutStrayQuote: String? {
        guard let quote = text.utf8.first, quote.isQuote, text.utf8.last == quote,
              text.utf8.count(where: { $0 == quote }) % 2 == 1, text.utf8.count > 2 else { return nil }
        return String(text.dropFirst().dropLast())
    }
}
