import BigInt

extension Number {
    /// The exact sum, of any size.
    ///
    /// - Complexity: O(1) without an allocation in the small lane, one 64-bit greatest common divisor.
    public static func + (lhs: Number, rhs: Number) -> Number {
        guard case .small(let a, let b) = lhs.lane, case .small(let c, let d) = rhs.lane else {
            return sumOfBig(lhs.fraction, rhs.fraction)
        }
        if b == 1, d == 1 { return Number(reduced: Int128(a) + Int128(c), 1) }
        // Only divisors of `shared` can be left in the sum (Knuth, 4.5.1), so 64-bit divisors suffice.
        let shared = Int64(greatestCommonDivisor(b.magnitude, d.magnitude))
        let sum = Int128(a) * Int128(d / shared) + Int128(c) * Int128(b / shared)
        if shared == 1 { return Number(reduced: sum, Int128(b) * Int128(d)) }
        let remainder = UInt64(truncatingIfNeeded: (sum % Int128(shared)).magnitude)
        let divisor = Int64(greatestCommonDivisor(remainder, shared.magnitude))
        if divisor == 1 { return Number(reduced: sum, Int128(b / shared) * Int128(d)) }
        return Number(reduced: sum / Int128(divisor), Int128(b / shared) * Int128(d / divisor))
    }

    /// The exact difference, of any size.
    public static func - (lhs: Number, rhs: Number) -> Number { lhs + (-rhs) }

    /// The exact product, of any size.
    ///
    /// - Complexity: O(1) without an allocation in the small lane, two 64-bit greatest common divisors.
    public static func * (lhs: Number, rhs: Number) -> Number {
        guard case .small(let a, let b) = lhs.lane, case .small(let c, let d) = rhs.lane else {
            return productOfBig(lhs.fraction, rhs.fraction)
        }
        if b == 1, d == 1 { return Number(reduced: Int128(a) * Int128(c), 1) }
        // The only common divisors are those across, and each divides a denominator, so it fits.
        let first = Int64(greatestCommonDivisor(a.magnitude, d.magnitude))
        let second = Int64(greatestCommonDivisor(c.magnitude, b.magnitude))
        return Number(
            reduced: Int128(a / first) * Int128(c / second), Int128(b / second) * Int128(d / first))
    }

    /// The value with the other sign.
    public static prefix func - (operand: Number) -> Number {
        switch operand.lane {
        case .small(let numerator, let denominator): Number(reduced: -Int128(numerator), Int128(denominator))
        case .big(let numerator, let denominator): Number(reducedBig: -numerator, denominator)
        }
    }

    /// The distance from zero.
    public var magnitude: Number { isNegative ? -self : self }

    private typealias Fraction = (numerator: BigInt, denominator: BigInt)

    /// As in the small lane: no divisor is looked for that is longer than the shorter denominator.
    private static func sumOfBig(_ left: Fraction, _ right: Fraction) -> Number {
        let shared = greatestCommonDivisor(left.denominator, right.denominator)
        let (b, d) = (left.denominator / shared, right.denominator / shared)
        let sum = left.numerator * d + right.numerator * b
        let divisor = greatestCommonDivisor(sum, shared)
        return Number(reducedBig: sum / divisor, b * (right.denominator / divisor))
    }

    private static func productOfBig(_ left: Fraction, _ right: Fraction) -> Number {
        let first = greatestCommonDivisor(left.numerator, right.denominator)
        let second = greatestCommonDivisor(right.numerator, left.denominator)
        return Number(
            reducedBig: (left.numerator / first) * (right.numerator / second),
            (left.denominator / second) * (right.denominator / first))
    }
}

/// The operations for values that come from an expression: nil beyond ``Number/bitLimit``.
extension Number {
    /// The exact sum; nil beyond ``bitLimit``.
    public func adding(_ other: Number) -> Number? { (self + other).withinLimit }

    /// The exact difference; nil beyond ``bitLimit``.
    public func subtracting(_ other: Number) -> Number? { (self - other).withinLimit }

    /// The exact product; nil beyond ``bitLimit``.
    public func multiplied(by other: Number) -> Number? { (self * other).withinLimit }

    /// The exact quotient; nil for a divisor of zero (see ``isZero``) and beyond ``bitLimit``.
    public func divided(by divisor: Number) -> Number? {
        divisor.reciprocal.flatMap { (self * $0).withinLimit }
    }

    /// One over the value; nil for zero.
    public var reciprocal: Number? {
        switch lane {
        case .small(0, _): nil
        case .small(let numerator, let denominator):
            Number(reduced: Int128(numerator.signum()) * Int128(denominator), Int128(numerator.magnitude))
        case .big(let numerator, let denominator):
            numerator.sign == .minus
                ? Number(reducedBig: -denominator, -numerator) : Number(reducedBig: denominator, numerator)
        }
    }

    /// The value multiplied with itself `exponent` times, one over that for a negative exponent; anything
    /// to the power of 0 is 1.
    ///
    /// - Returns: nil for zero to a negative power, and beyond ``bitLimit``, which is found out before
    ///   anything large is computed.
    public func power(_ exponent: Int) -> Number? {
        if exponent == 0 { return .one }
        guard let base = exponent < 0 ? reciprocal : self else { return nil }
        if base.isZero || base == .one { return base }
        if base == -1 { return exponent.isMultiple(of: 2) ? .one : base }
        // A part of k bits is at least 2^(k-1), so this many bits are the least that the power has.
        let (least, overflow) = exponent.magnitude.multipliedReportingOverflow(by: UInt(base.bitWidth - 1))
        guard !overflow, least < Self.bitLimit else { return nil }
        let (numerator, denominator) = base.fraction
        let count = Int(exponent.magnitude)
        return Number(reducedBig: numerator.power(count), denominator.power(count)).withinLimit
    }

    private var withinLimit: Number? {
        if case .small = lane { return self }
        return bitWidth <= Self.bitLimit ? self : nil
    }
}
