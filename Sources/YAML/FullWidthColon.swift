import Diagnostics

/// Finds `键：值`, where a Chinese colon stands for YAML's.
enum FullWidthColon {
    private static let colon: [UInt8] = Array("：".utf8)

    /// The full-width colon behind the first word of a plain scalar.
    static func place(in scalar: YAMLScalar) -> Location? {
        guard scalar.style == .plain else { return nil }
        let word = scalar.text.unicodeScalars.prefix { $0 != " " && $0 != "\n" }
        let place = word.enumerated().first { $0.element == "：" }?.offset
        return place.flatMap { $0 > 0 ? scalar.location(of: $0..<$0 + 1) : nil }
    }

    /// The full-width colon behind the first word of the line on which a byte stands, where no other colon
    /// comes first.
    static func place(onLineOf byte: Int, in source: SourceText) -> Location? {
        let bytes = source.bytes
        var index = source.contentStart(onLineOf: byte)
        while index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1].isBlank {
            index += 1
            while index < bytes.count, bytes[index].isBlank { index += 1 }
        }
        let start = index
        while index < bytes.count, !bytes[index].isBlank, !bytes[index].isLineBreak, !bytes[index].isQuote,
              bytes[index] != UInt8(ascii: ":") {
            if bytes[index...].starts(with: colon) {
                return index > start ? source.location(ofBytes: index..<index + colon.count) : nil
            }
            index += 1
        }
        return nil
    }
}
