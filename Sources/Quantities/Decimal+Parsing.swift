import BigInt

extension Decimal {
    /// The most digits a decimal's text has, exponent aside.
    public static let digitLimit = 1_000
    /// The largest exponent a decimal's text has, either way.
    public static let exponentLimit = 400

    /// Reads ASCII text: an optional sign, digits, an optional fraction, an optional exponent.
    ///
    /// `.5` and `1e3` are read; `5.`, spaces and thousands separators are not.
    /// - Returns: nil for anything else, past ``digitLimit`` digits or ``exponentLimit``.
    public init?(_ text: some StringProtocol) {
        let read = text.utf8.withContiguousStorageIfAvailable { Decimal(utf8: $0.span) }
        guard let decimal = read ?? Decimal(utf8: Array(text.utf8).span) else { return nil }
        self = decimal
    }

    /// Reads the bytes of ASCII text, as ``init(_:)`` does.
    ///
    /// - Complexity: O(*n*), without an allocation up to 38 digits.
    public init?(utf8 bytes: Span<UInt8>) {
        guard let layout = DecimalLayout(bytes) else { return nil }
        let count = layout.integer.count + layout.fraction.count
        guard count > 0, count <= Self.digitLimit else { return nil }
        let scale = layout.fraction.count - layout.exponent
        let zeros = max(0, -scale)
        if count + zeros <= PowerOfTen.largestSmall {
            let digits: Int64 = layout.significand(bytes) * PowerOfTen.small(zeros)
            self.init(layout.isNegative ? -digits : digits, scale: max(0, scale))
        } else if count + zeros <= PowerOfTen.largestWide {
            let digits: Int128 = layout.significand(bytes) * PowerOfTen.wide(zeros)
            self.init(wide: layout.isNegative ? -digits : digits, scale: max(0, scale))
        } else {
            let digits = layout.bigSignificand(bytes) * PowerOfTen.big(zeros).magnitude
            self.init(big: BigInt(sign: layout.isNegative ? .minus : .plus, magnitude: digits), scale: max(0, scale))
        }
    }
}

/// Where the parts of a decimal's text lie.
private struct DecimalLayout {
    var isNegative = false
    var integer = 0..<0
    var fraction = 0..<0
    var exponent = 0

    /// - Returns: nil where the bytes are no decimal from end to end.
    init?(_ bytes: borrowing Span<UInt8>) {
        var index = 0
        if index < bytes.count, let sign = Self.sign(bytes[index]) {
            isNegative = sign < 0
            index += 1
        }
        integer = Self.digits(bytes, from: index)
        index = integer.upperBound
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            fraction = Self.digits(bytes, from: index + 1)
            guard !fraction.isEmpty else { return nil }
            index = fraction.upperBound
        }
        guard !integer.isEmpty || !fraction.isEmpty else { return nil }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            guard let value = Self.exponent(bytes, from: index + 1) else { return nil }
            exponent = value
            index = bytes.count
        }
        guard index == bytes.count else { return nil }
    }

    private static func sign(_ byte: UInt8) -> Int? {
        byte == UInt8(ascii: "-") ? -1 : byte == UInt8(ascii: "+") ? 1 : nil
    }

    private static func digits(_ bytes: borrowing Span<UInt8>, from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end] &- 48 < 10 { end += 1 }
        return start..<end
    }

    /// The exponent that reaches from `start` to the end; nil past the limit.
    private static func exponent(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
        let sign = start < bytes.count ? Self.sign(bytes[start]) : nil
        let digits = Self.digits(bytes, from: sign == nil ? start : start + 1)
        guard !digits.isEmpty, digits.upperBound == bytes.count else { return nil }
        var value = 0
        for index in digits {
            value = value * 10 + Int(bytes[index] &- 48)
            guard value <= Decimal.exponentLimit else { return nil }
        }
        return (sign ?? 1) * value
    }

    /// All digits as one whole number, which has to fit.
    func significand<Value: FixedWidthInteger>(_ bytes: borrowing Span<UInt8>) -> Value {
        var value: Value = 0
        for index in integer { value = value &* 10 &+ Value(truncatingIfNeeded: bytes[index] &- 48) }
        for index in fraction { value = value &* 10 &+ Value(truncatingIfNeeded: bytes[index] &- 48) }
        return value
    }

    func bigSignificand(_ bytes: borrowing Span<UInt8>) -> BigUInt {
        var text = ""
        for index in integer { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
        for index in fraction { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
        return BigUInt(text, radix: 10) ?? 0
    }
}
