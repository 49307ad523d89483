import BigInt
import Quantities
import TestSupport
import Testing

@Suite("arithmetic on numbers") struct NumberArithmeticTests {
    private static let pairs = 10_000

    @Test("sum, difference, product, quotient and comparison agree with plain big fractions")
    func agreesWithPlainFractions() {
        var source = FractionSource(seed: 1)
        for _ in 0..<Self.pairs {
            let (a, b) = (source.next(), source.next())
            let (x, y) = (a.number, b.number)
            #expect(PlainFraction(above: a.above * b.below + b.above * a.below, below: a.below * b.below).equals(x + y))
            #expect(PlainFraction(above: a.above * b.below - b.above * a.below, below: a.below * b.below).equals(x - y))
            #expect(PlainFraction(above: a.above * b.above, below: a.below * b.below).equals(x * y))
            if let quotient = x.divided(by: y) {
                #expect(PlainFraction(above: a.above * b.below, below: a.below * b.above).equals(quotient))
            } else {
                #expect(b.above.isZero)
            }
            let order = (a.above * b.below - b.above * a.below).signum()
            #expect(x.compared(to: y) == Int(order))
            #expect((x < y) == (order < 0) && (x == y) == (order == 0) && (x > y) == (order > 0))
        }
    }

    @Test("sign changes, rounding and parts agree with plain big fractions")
    func unaryAgrees() throws {
        var source = FractionSource(seed: 2)
        for _ in 0..<Self.pairs {
            let a = source.next()
            let x = a.number
            #expect(PlainFraction(above: -a.above, below: a.below).equals(-x))
            #expect(PlainFraction(above: abs(a.above), below: a.below).equals(x.magnitude))
            #expect(PlainFraction(above: a.floor, below: 1).equals(x.floor))
            #expect(PlainFraction(above: -PlainFraction(above: -a.above, below: a.below).floor, below: 1)
                .equals(x.ceiling))
            #expect(x.signum == Int(a.above.signum()) && x.isZero == a.above.isZero)
            #expect(x.isInteger == (a.above % a.below).isZero)
            #expect(x.integer == (x.isInteger ? Int64(exactly: a.above / a.below) : nil))
            let (numerator, denominator) = x.fraction
            #expect(denominator > 0 && numerator.greatestCommonDivisor(with: denominator) == 1)
            #expect((x.small != nil) == (Int64(exactly: numerator) != nil && Int64(exactly: denominator) != nil))
        }
    }

    @Test("halves are rounded away from zero, to any place, as plain big fractions are")
    func roundingAgrees() throws {
        var source = FractionSource(seed: 3)
        for _ in 0..<Self.pairs {
            let a = source.next()
            let places = Int.random(in: -12...45, using: &source.generator)
            let power = BigInt(10).power(abs(places))
            let scaled = PlainFraction(
                above: 2 * abs(a.above) * (places < 0 ? 1 : power) + a.below * (places < 0 ? power : 1),
                below: 2 * a.below * (places < 0 ? power : 1))
            let whole = scaled.floor * (a.above.sign == .minus ? -1 : 1)
            let expected = places < 0
                ? PlainFraction(above: whole * power, below: 1) : PlainFraction(above: whole, below: power)
            #expect(expected.equals(try #require(a.number.rounded(fractionDigits: places))))
        }
    }

    @Test("powers agree with repeated multiplication")
    func powersAgree() throws {
        var source = FractionSource(seed: 4)
        for _ in 0..<2_000 {
            let x = source.next().number
            let exponent = Int.random(in: -6...6, using: &source.generator)
            var expected = Number.one
            for _ in 0..<abs(exponent) { expected = expected * x }
            if exponent < 0, x.isZero {
                #expect(x.power(exponent) == nil)
            } else if exponent < 0 {
                #expect(x.power(exponent) == expected.reciprocal)
            } else {
                #expect(x.power(exponent) == expected)
            }
        }
    }

    @Test("results at the border of the small lane change the lane and come back")
    func laneBorders() {
        let (largest, smallest) = (Number(Int64.max), Number(Int64.min))
        #expect((largest + 1).small == nil && (largest + 1 - 1) == largest)
        #expect((-smallest).small == nil && -(-smallest) == smallest)
        #expect(smallest.magnitude == largest + 1)
        #expect(Number(Int64.min).floor == smallest && smallest.ceiling == smallest)
        #expect(smallest.reciprocal.flatMap(\.reciprocal) == smallest)
        #expect(Number(numerator: .min, denominator: -1) == largest + 1)
        #expect(Number(numerator: .min, denominator: .min) == 1)
        #expect(Number(numerator: 1, denominator: .min) == smallest.reciprocal)
        #expect((smallest + smallest) - smallest == smallest)
        #expect(smallest * smallest == Number(bigNumerator: BigInt(1) << 126, denominator: 1))
        #expect(Number(UInt64.max) == largest + largest + 1)
    }

    @Test("a division by zero has no answer, nor has a denominator of zero")
    func zeroDivisor() {
        #expect(Number.one.divided(by: 0) == nil)
        #expect(Number.zero.divided(by: 0) == nil)
        #expect(Number.zero.reciprocal == nil)
        #expect(Number(numerator: 1, denominator: 0) == nil)
        #expect(Number(bigNumerator: BigInt(1), denominator: 0) == nil)
        #expect(Number.zero.power(-1) == nil)
        #expect(Number.zero.power(0) == 1)
    }

    @Test("bounded operations have no answer past the limit, and find out early")
    func growthIsBounded() throws {
        let large = try #require(Number(2).power(Number.bitLimit - 1))
        #expect(large.bitWidth == Number.bitLimit)
        #expect(large.adding(large) == nil && large.subtracting(-large) == nil)
        #expect(large.multiplied(by: 2) == nil && Number.one.divided(by: large)?.divided(by: 2) == nil)
        #expect(large.adding(1) != nil && large.multiplied(by: large.reciprocal ?? 0) == 1)
        #expect(Number(2).power(.max) == nil && Number(2).power(.min) == nil && Number(3).power(1 << 40) == nil)
        #expect(Number(-1).power(.max) == -1 && Number(-1).power(.min) == 1 && Number(1).power(.min) == 1)
        #expect(Number(0).power(.max) == 0)
    }

    @Test("an operand may itself be past the limit, and unbounded operators stay exact")
    func operatorsAreUnbounded() throws {
        let large = try #require(Number(2).power(Number.bitLimit - 1))
        #expect((large + large) - large == large)
        #expect(((large * large).divided(by: large)) == large)
    }

    @Test("rounding to a place past the limit has no answer")
    func roundingIsBounded() {
        #expect(Number.one.rounded(fractionDigits: 401) == nil)
        #expect(Number.one.rounded(fractionDigits: -401) == nil)
        #expect(Number.one.rounded(fractionDigits: .min) == nil)
        #expect(Number.one.rounded(fractionDigits: 400) == 1)
        #expect(Number.one.rounded(fractionDigits: -400) == 0)
    }
}

@Suite("hashes and doubles of numbers") struct NumberConversionTests {
    @Test("equal numbers hash alike, however they came about, and whole ones as their Int64")
    func hashes() throws {
        #expect(Number(5).hashValue == Int64(5).hashValue)
        #expect(Number(try #require(Decimal("5.00"))).hashValue == Int64(5).hashValue)
        #expect(try #require(Decimal("5.00")).hashValue == Int64(5).hashValue)
        var source = FractionSource(seed: 5)
        for _ in 0..<2_000 {
            let a = source.next()
            let other = PlainFraction(above: a.above * -6, below: a.below * -6).number
            #expect(other == a.number && other.hashValue == a.number.hashValue)
        }
    }

    @Test("every finite double is held exactly and comes back")
    func doubles() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<10_000 {
            let double = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
            #expect(Number(double)?.double == (double.isFinite ? double : nil))
        }
        for double in [0.1, -2.5, 1e22, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0x1p53, 0x1p-1074] {
            #expect(Number(double)?.double == double)
        }
        #expect(Number(Double.nan) == nil && Number(-Double.infinity) == nil)
        #expect(Number(0.5) == Number(numerator: 1, denominator: 2))
    }

    @Test("the nearest double is the one that reading the text gives", arguments: [
        "0.1", "85.005", "9007199254740993", "9007199254740993.0000000000000000000001", "1e300", "1e-300",
        "123456789012345678901234567890.123456789", "0.30000000000000004", "1.7976931348623157e308",
    ])
    func nearestDouble(text: String) throws {
        #expect(Number(try #require(Decimal(text))).double == Double(text))
    }
}
