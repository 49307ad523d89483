import Diagnostics

/// Turns libyaml's places, which count code points, into bytes. Marks come nearly in order, so walking from
/// the last one is quick.
struct CodePointCursor {
    private let bytes: [UInt8]
    private var byte: Int
    private var codePoint = 0

    /// - Parameter start: The byte of code point 0.
    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        byte = start
    }

    mutating func byte(ofCodePoint target: Int) -> Int {
        while codePoint < target, byte < bytes.count {
            byte += 1
            while byte < bytes.count, !bytes[byte].beginsCodePoint { byte += 1 }
            codePoint += 1
        }
        while codePoint > target, byte > 0 {
            byte -= 1
            while byte > 0, !bytes[byte].beginsCodePoint { byte -= 1 }
            codePoint -= 1
        }
        return byte
    }
}
