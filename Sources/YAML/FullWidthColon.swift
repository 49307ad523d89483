import Diagnostics

/// Finds `键：值`, where a Chinese colon stands for YAML's.
enum FullWidthColon {
    private static let colon: [UInt8] = Array("：".utf8)

    /// The full-width colon behind the first word of a plain scalar.
    static func place(in scalar: YAMLScalar) -> Location? {
        guard scalar.style == .plain else { return nil }
        return place(onLineOf: scalar.extent.range.lowerBound, in: scalar.extent.source.text)
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
