/// The text that a JSON string with escapes means.
enum JSONText {
    /// The UTF-8 bytes of a string that `JSONScanner` found to be sound.
    static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            if bytes[offset] == UInt8(ascii: "\\") {
                offset = appendEscape(bytes, at: offset + 1, end: range.upperBound, to: &out)
            } else {
                out.append(bytes[offset])
                offset += 1
            }
        }
        return out
    }

    /// The number that four hexadecimal digits mean; nil where there are no four.
    static func hexUnit(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> UInt32? {
        guard offset + 4 <= end else { return nil }
        var unit: UInt32 = 0
        for index in offset..<offset + 4 {
            guard let digit = hexDigit(bytes[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// - Parameter offset: The letter after the backslash.
    /// - Returns: The offset after the escape.
    private static func appendEscape(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int, to out: inout [UInt8]
    ) -> Int {
        switch bytes[offset] {
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"): return appendUnits(bytes, at: offset + 1, end: end, to: &out)
        default: out.append(bytes[offset])
        }
        return offset + 1
    }

    private static func appendUnits(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int, to out: inout [UInt8]
    ) -> Int {
        var value = hexUnit(bytes, at: offset, end: end) ?? 0xFFFD
        var next = offset + 4
        if 0xD800...0xDBFF ~= value, let low = hexUnit(bytes, at: next + 2, end: end) {
            value = 0x10000 + (value - 0xD800) << 10 + (low &- 0xDC00)
            next += 6
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return next
    }
}
