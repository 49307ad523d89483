import BigInt

extension Number: CustomStringConvertible {
    /// The most fraction digits that printing uses before it turns to a fraction such as `1/3`.
    public static let printedDigitLimit = 40

    /// The exact value: a whole number, a decimal of at most 40 fraction digits, or `n/d`.
    public var description: String {
        exactFractionDigits.map { text(fractionDigits: $0) } ?? fractionText
    }

    /// The fraction digits that print the value exactly; nil where it takes more than 40 or no count does.
    public var exactFractionDigits: Int? {
        guard !isInteger else { return 0 }
        var rest = fraction.denominator.magnitude
        let twos = rest.trailingZeroBitCount
        guard twos <= Self.printedDigitLimit else { return nil }
        rest >>= twos
        var fives = 0
        while rest != 1 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
            guard remainder.isZero, fives < Self.printedDigitLimit else { return nil }
            (rest, fives) = (quotient, fives + 1)
        }
        return max(twos, fives)
    }

    /// The value with exactly `fractionDigits` decimal places, halves rounded away from zero.
    ///
    /// ASCII digits, `-` and `.`; no thousands separators, and no minus before a printed zero.
    /// - Parameter fractionDigits: Brought into `0...400`.
    public func text(fractionDigits: Int) -> String {
        let places = fractionDigits.clamped(to: 0...Self.fractionDigitLimit)
        let scaled = scaledMagnitude(places)
        return DecimalText.of(digits: String(scaled), scale: places, isNegative: isNegative && !scaled.isZero)
    }

    /// The value for people: at most `fractionDigits` decimal places, and only as many as it takes where
    /// fewer print it exactly (`85`, but `82.30` for 82.3004).
    public func shortText(fractionDigits: Int) -> String { shortText(rounded: fractionDigits) }

    /// The value for people, never contradicting its comparison with `limit`.
    ///
    /// Starts with the digits asked for and adds more until the printed value and the limit, each as it is
    /// and as printed with that many digits, stand in the order of the exact ones: 84.999 against 85 does
    /// not print as 85.00. Where both are equal, the digits of the limit are printed in full. The limit's
    /// own text agrees when it is exact or made by the same call with the roles changed.
    /// - Parameters:
    ///   - fractionDigits: Digits wanted, brought into `0...40`.
    ///   - limit: What the value was compared with, in the same unit.
    /// - Returns: A decimal as ``shortText(fractionDigits:)`` gives it, or past 40 digits the exact
    ///   ``description``.
    public func text(fractionDigits: Int, distinctFrom limit: Number) -> String {
        let wanted = fractionDigits.clamped(to: 0...Self.printedDigitLimit)
        if self == limit { return shortText(rounded: max(wanted, limit.exactFractionDigits ?? 0)) }
        let isBelow = self < limit
        for places in wanted...Self.printedDigitLimit {
            let shown = roundedWithin(fractionDigits: places)
            let shownLimit = limit.roundedWithin(fractionDigits: places)
            let (low, shownLow) = isBelow ? (self, shown) : (limit, shownLimit)
            let (high, shownHigh) = isBelow ? (limit, shownLimit) : (self, shown)
            if shownLow < shownHigh, shownLow < high, low < shownHigh { return shortText(rounded: places) }
        }
        return description
    }

    private func shortText(rounded fractionDigits: Int) -> String {
        text(fractionDigits: min(fractionDigits, exactFractionDigits ?? fractionDigits))
    }

    private var fractionText: String {
        let (numerator, denominator) = fraction
        return "\(numerator)/\(denominator)"
    }
}
