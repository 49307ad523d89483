import BigInt
import Quantities
import TestSupport

/// A fraction of big integers that is never reduced: what ``Number`` is held against.
struct PlainFraction {
    var above: BigInt
    var below: BigInt

    var number: Number { Number(bigNumerator: above, denominator: below) ?? .zero }

    func equals(_ number: Number) -> Bool {
        let (numerator, denominator) = number.fraction
        return above * denominator == numerator * below
    }

    /// Rounded down to a whole number.
    var floor: BigInt {
        let (magnitude, positive) = (below.magnitude, (above.sign == below.sign))
        let (quotient, remainder) = above.magnitude.quotientAndRemainder(dividingBy: magnitude)
        if positive || above.isZero { return BigInt(quotient) }
        return -BigInt(quotient) - (remainder.isZero ? 0 : 1)
    }
}

/// Draws fractions around the borders of the lanes.
struct FractionSource {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> PlainFraction {
        let above = part() * (Bool.random(using: &generator) ? 1 : -1)
        let below = Int.random(in: 0..<3, using: &generator) == 0 ? 1 : part()
        return PlainFraction(above: above, below: below.isZero ? 1 : below)
    }

    private mutating func part() -> BigInt {
        let near = BigInt(Int.random(in: -3...3, using: &generator))
        switch Int.random(in: 0..<8, using: &generator) {
        case 0, 1, 2: return BigInt(Int.random(in: 0...200, using: &generator))
        case 3: return abs(BigInt(10).power(Int.random(in: 0...40, using: &generator)) + near)
        case 4: return BigInt(Int64.max) + near
        case 5: return BigInt(Int128.max) + near
        case 6: return BigInt(UInt64.random(in: 0...UInt64.max, using: &generator))
        default: return abs(BigInt(1) << Int.random(in: 0...140, using: &generator) + near)
        }
    }
}
