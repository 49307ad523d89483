import Diagnostics

/// Looks at a text's bytes before any of it is parsed.
enum EncodingCheck {
    /// libyaml compares every directive with every other before it gives the first event.
    private static let mostDirectives = 1_000

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The first fault of the bytes as a whole: too many, UTF-16, not UTF-8, or too many directives.
    ///
    /// - Complexity: O(*n*).
    static func fault(in source: SourceText, limits: YAMLLimits) -> Diagnostic? {
        let bytes = source.bytes
        if bytes.count > min(limits.bytes, Int(UInt32.max)) {
            return .yamlTooLarge(source, limit: limits.bytes)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .yamlUTF16(source) }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return directiveFault(in: source)
        } catch {
            return .yamlBadUTF8(source, atByte: error.byteOffsets.lowerBound)
        }
    }

    /// Lines that begin with `%` stand for directives, the few that are text counted with them.
    private static func directiveFault(in source: SourceText) -> Diagnostic? {
        guard source.bytes.count > mostDirectives, source.bytes.contains(UInt8(ascii: "%")) else { return nil }
        var count = 0
        var previous: UInt8 = 0x0A
        for (index, byte) in source.bytes.enumerated() {
            if byte == UInt8(ascii: "%"), previous.isLineBreak {
                count += 1
                if count > mostDirectives { return .yamlTooManyDirectives(mostDirectives, source, atByte: index) }
            }
            previous = byte
        }
        return nil
    }
}
