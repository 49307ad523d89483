/// Checks bytes for being UTF-8 (RFC 3629) without NUL, whatever pieces they come in.
enum UTF8Check {
    /// How far a check came.
    struct Progress: Equatable {
        /// The bytes before this offset are sound characters.
        var offset: Int
        /// Whether the byte at `offset` starts no character; false at the end of the bytes, also where the
        /// last character is cut off there.
        var isFault: Bool
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// - Complexity: O(*n*); eight bytes at a time where they are ASCII.
    static func run(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Progress {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = start
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                // No byte has its high bit set, neither as it is nor less one: none is NUL, all are ASCII.
                if ((word &- ones) | word) & highs == 0 {
                    offset += 8
                    continue
                }
            }
            let byte = bytes[offset]
            if byte &- 1 < 0x7F {
                offset += 1
                continue
            }
            let length = sequenceLength(bytes, at: offset)
            guard length > 0 else { return Progress(offset: offset, isFault: length == 0) }
            offset += length
        }
        return Progress(offset: offset, isFault: false)
    }

    /// The length of the character that starts here; 0 where none does, -1 where it is cut off.
    @inline(__always)
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = bytes[offset]
        // The second byte's range keeps out overlong forms, surrogates and what is past U+10FFFF.
        let (length, low, high): (Int, UInt8, UInt8) =
            switch first {
            case 0xC2...0xDF: (2, 0x80, 0xBF)
            case 0xE0: (3, 0xA0, 0xBF)
            case 0xED: (3, 0x80, 0x9F)
            case 0xE1...0xEF: (3, 0x80, 0xBF)
            case 0xF0: (4, 0x90, 0xBF)
            case 0xF1...0xF3: (4, 0x80, 0xBF)
            case 0xF4: (4, 0x80, 0x8F)
            default: (0, 0, 0)
            }
        guard length > 0 else { return 0 }
        guard offset + 1 < bytes.count else { return -1 }
        guard bytes[offset + 1] >= low, bytes[offset + 1] <= high else { return 0 }
        var index = 2
        while index < length {
            guard offset + index < bytes.count else { return -1 }
            guard bytes[offset + index] & 0xC0 == 0x80 else { return 0 }
            index += 1
        }
        return length
    }
}
