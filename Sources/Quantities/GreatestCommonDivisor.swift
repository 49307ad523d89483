import BigInt

/// The greatest common divisor of two 64-bit magnitudes, by halving and subtracting: no division.
///
/// - Returns: The other one where one is zero, so 0 for two zeros.
func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    if a == 0 { return b }
    if b == 0 { return a }
    if a == 1 || b == 1 { return 1 }
    let shared = (a | b).trailingZeroBitCount
    var x = a >> UInt64(a.trailingZeroBitCount)
    var y = b
    while y != 0 {
        y >>= UInt64(y.trailingZeroBitCount)
        if x > y { swap(&x, &y) }
        y -= x
    }
    return x << UInt64(shared)
}

/// The greatest common divisor of two big integers, never negative.
///
/// - Complexity: O(*n*) where one of them fits 64 bits, so that a long sum of short fractions stays cheap;
///   else O(*n*²).
func greatestCommonDivisor(_ a: BigInt, _ b: BigInt) -> BigInt {
    let (x, y) = (a.magnitude, b.magnitude)
    let (long, short) = x < y ? (y, x) : (x, y)
    if short.isZero { return BigInt(long) }
    if short == 1 { return 1 }
    guard short.bitWidth <= UInt64.bitWidth else { return BigInt(long.greatestCommonDivisor(with: short)) }
    return BigInt(greatestCommonDivisor(UInt64(long % short), UInt64(short)))
}
