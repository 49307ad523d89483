/// Positions in texts: the language counts code points from 0, a text is kept in UTF-8 bytes.
extension CodePoints {
    /// Where the code point at a position starts, in bytes; the end of the text for the position after the last one.
    /// Nil for a position below zero or further on.
    ///
    /// - Complexity: O(*n*).
    static func byteOffset(of position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard position >= 0, position <= text.count else { return nil }
        var left = position
        for (offset, byte) in text.enumerated() where isStart(byte) {
            if left == 0 { return offset }
            left -= 1
        }
        return left == 0 ? text.count : nil
    }

    /// How many code points start before a byte, which is the position of the code point that starts there.
    static func position(of byteOffset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in text[..<byteOffset] where isStart(byte) { count += 1 }
        return count
    }

    /// Whether a byte is the first of a code point and not one that continues it.
    @inline(__always)
    private static func isStart(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }
}

extension String {
    /// Gives the text's UTF-8 bytes to a function.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8(body)
    }

    /// The text between two places, in bytes. Both have to be where code points start, or the end.
    func slice(_ bytes: Range<Int>) -> Substring {
        self[utf8.index(startIndex, offsetBy: bytes.lowerBound)..<utf8.index(startIndex, offsetBy: bytes.upperBound)]
    }
}
