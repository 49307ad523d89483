import BigInt

extension Number {
    /// The value of a double, exactly; nil for infinities and not-a-number.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        guard double != 0 else {
            self = .zero
            return
        }
        let digits = BigInt(Int64(double.significand * 0x1p52)) * (double < 0 ? -1 : 1)
        let exponent = Int(double.exponent) - 52
        self.init(
            reducing: exponent > 0 ? digits << exponent : digits, exponent < 0 ? BigInt(1) << -exponent : 1)
    }

    /// The nearest double, ties to even; infinite beyond a double's range. For formats that have nothing
    /// better, never for a verdict.
    public var double: Double {
        if case .small(let numerator, let denominator) = lane,
            numerator.magnitude <= 1 << 53, denominator <= 1 << 53
        {
            // Both convert exactly and IEEE division rounds once.
            return Double(numerator) / Double(denominator)
        }
        let (numerator, denominator) = fraction
        let (above, below) = (numerator.magnitude, denominator.magnitude)
        // A quotient of 64 or 65 bits, its last bit set where anything is left over, so that one rounding
        // decides.
        let shift = below.bitWidth - above.bitWidth + 64
        let (quotient, remainder) = (shift > 0 ? above << shift : above)
            .quotientAndRemainder(dividingBy: shift < 0 ? below << -shift : below)
        let top = UInt64(quotient >> 1) | (remainder.isZero && quotient.trailingZeroBitCount > 0 ? 0 : 1)
        return Double(sign: isNegative ? .minus : .plus, exponent: 1 - shift, significand: Double(top))
    }
}
