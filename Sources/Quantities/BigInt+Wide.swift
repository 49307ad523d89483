import BigInt

/// Conversions between big integers and the fixed widths, by magnitude.
///
/// `Int128(exactly:)` is not used on a big integer: for a negative one beyond 64 bits it gives a value that is
/// wrong by 2^64 (BigInt 6.0.1 with Swift 6.3).
extension BigInt {
    init(wide value: Int128) {
        let magnitude = value.magnitude
        let words = [UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64)]
        self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(words: words))
    }

    /// The value where it fits 128 bits.
    var wide: Int128? {
        guard magnitude.bitWidth <= Int128.bitWidth else { return nil }
        let words = magnitude.words
        let low = words.first.map { UInt128($0) } ?? 0
        let high = words.count > 1 ? UInt128(words[1]) : 0
        let bits = high << 64 | low
        if sign == .minus, bits == Int128.min.magnitude { return .min }
        guard let positive = Int128(exactly: bits) else { return nil }
        return sign == .minus ? -positive : positive
    }

    /// The value where it fits 64 bits.
    var small: Int64? {
        magnitude.bitWidth <= Int64.bitWidth ? wide.flatMap { Int64(exactly: $0) } : nil
    }
}
