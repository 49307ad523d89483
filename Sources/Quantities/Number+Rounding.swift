import BigInt

extension Number {
    /// The fraction digits that ``rounded(fractionDigits:)`` takes, either way of the point.
    public static let fractionDigitLimit = 400

    /// The largest whole number that is not above the value.
    public var floor: Number {
        switch lane {
        case .small(let numerator, let denominator):
            let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
            return Number(remainder < 0 ? quotient - 1 : quotient)
        case .big(let numerator, let denominator):
            let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
            return Number(reducing: remainder.signum() < 0 ? quotient - 1 : quotient, 1)
        }
    }

    /// The smallest whole number that is not below the value.
    public var ceiling: Number { -(-self).floor }

    /// The nearest whole number, halves away from zero (四舍五入).
    public var rounded: Number { roundedWithin(fractionDigits: 0) }

    /// The nearest number with `fractionDigits` decimal places, halves away from zero; a negative count
    /// rounds to tens, hundreds and so on.
    ///
    /// - Returns: nil for a count outside `-fractionDigitLimit...fractionDigitLimit`.
    public func rounded(fractionDigits: Int) -> Number? {
        guard abs(fractionDigits.clamped(to: -1_000...1_000)) <= Self.fractionDigitLimit else { return nil }
        return roundedWithin(fractionDigits: fractionDigits)
    }

    /// ``rounded(fractionDigits:)`` for a count that is known to be within the limit.
    func roundedWithin(fractionDigits: Int) -> Number {
        if fractionDigits >= 0, isInteger { return self }
        let scaled = BigInt(sign: isNegative ? .minus : .plus, magnitude: scaledMagnitude(fractionDigits))
        return fractionDigits >= 0
            ? Number(reducing: scaled, PowerOfTen.big(fractionDigits))
            : Number(reducing: scaled * PowerOfTen.big(-fractionDigits), 1)
    }

    /// The magnitude times ten to `fractionDigits`, rounded to a whole number, halves up.
    func scaledMagnitude(_ fractionDigits: Int) -> BigUInt {
        if case .small(let numerator, let denominator) = lane, (0...PowerOfTen.largestSmall).contains(fractionDigits) {
            let scaled = UInt128(numerator.magnitude) * UInt128(PowerOfTen.small(fractionDigits))
            let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: UInt128(denominator))
            return BigUInt(2 * remainder >= UInt128(denominator) ? quotient + 1 : quotient)
        }
        let (numerator, denominator) = fraction
        let power = PowerOfTen.big(abs(fractionDigits)).magnitude
        let above = fractionDigits >= 0 ? numerator.magnitude * power : numerator.magnitude
        let below = fractionDigits >= 0 ? denominator.magnitude : denominator.magnitude * power
        let (quotient, remainder) = above.quotientAndRemainder(dividingBy: below)
        return remainder << 1 >= below ? quotient + 1 : quotient
    }
}

extension Int {
    /// The nearest value within `range`.
    func clamped(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
