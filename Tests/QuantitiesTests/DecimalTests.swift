import BigInt
import Quantities
import TestSupport
import Testing

@Suite("decimals") struct DecimalTests {
    @Test("a decimal's text is read and given back normalised", arguments: [
        ("0", "0"), ("-0", "0"), ("+01.50", "1.50"), (".5", "0.5"), ("-.05", "-0.05"), ("1e3", "1000"),
        ("1.5E-3", "0.0015"),
        ("1.50e1", "15.0"), ("12.5e+1", "125"), ("0.000", "0.000"), ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("123456789012345678.90", "123456789012345678.90"),
        ("170141183460469231731687303715884105728", "170141183460469231731687303715884105728"),
        ("-170141183460469231731687303715884105728.5", "-170141183460469231731687303715884105728.5"),
        ("00000000000000000000000000000000000000000000000000007", "7"), ("1e0", "1"), ("0e400", "0"),
        ("1e0003", "1000"),
    ])
    func reads(text: String, expected: String) throws {
        #expect(Decimal(text)?.description == expected)
        #expect(Decimal("x\(text)y".dropFirst().dropLast())?.description == expected)
    }

    @Test("what is no decimal is refused", arguments: [
        "", "+", "-", ".", "5.", "-5.", "1,000", " 5", "5 ", "１", "1e", "1e+", "1.e3", "e3", "--5", "1.2.3", "0x10",
        "1_000",
        "1e401", "1e-401", "1e99999999999999999999", "nan", "inf", "٣", "1e3.5", "五", "1\u{301}",
    ])
    func refuses(text: String) { #expect(Decimal(text) == nil) }

    @Test("the limits on digits and exponent are where they are said to be")
    func limits() {
        #expect(Decimal(String(repeating: "9", count: 1_000))?.description == String(repeating: "9", count: 1_000))
        #expect(Decimal(String(repeating: "9", count: 1_001)) == nil)
        #expect(Decimal("1e400")?.description == "1" + String(repeating: "0", count: 400))
        #expect(Decimal("1e-400")?.scale == 400)
    }

    @Test("random texts keep their value, through text and through numbers")
    func roundTrips() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<10_000 {
            let digits = (0..<Int.random(in: 1...45, using: &generator))
                .map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            let point = Int.random(in: 0..<digits.count, using: &generator)
            let sign = Bool.random(using: &generator) ? "-" : ""
            let text = sign + digits.prefix(digits.count - point) + (point > 0 ? "." : "") + digits.suffix(point)
            let decimal = try #require(Decimal(text))
            let expected = (try #require(BigInt(sign + digits)), BigInt(10).power(point))
            #expect(decimal.scale == point)
            #expect(Number(decimal) == Number(bigNumerator: expected.0, denominator: expected.1))
            #expect(Decimal(decimal.description) == decimal)
            #expect(decimal.isNegative == (expected.0 < 0))
        }
    }

    @Test("equality, hashes and order are by value, in every lane")
    func byValue() throws {
        let texts = [
            "1.5", "1.50", "1.500000000000000000000000000000000000000000000000", "-1.5", "0", "0.00", "100", "1e2",
            "100.0",
            "99.99999999999999999999", "100.00000000000000000001", "1e40",
            "10000000000000000000000000000000000000000.0",
            "-1e40", "0.1", "0.10000000000000000000000000000",
        ]
        let decimals = try texts.map { try #require(Decimal($0)) }
        for left in decimals {
            for right in decimals {
                #expect((left == right) == (Number(left) == Number(right)))
                #expect((left < right) == (Number(left) < Number(right)))
                if left == right { #expect(left.hashValue == right.hashValue) }
            }
        }
    }

    @Test("whole values are known as such")
    func integers() throws {
        #expect(Decimal("5.00")?.integer == 5)
        #expect(Decimal("5.01")?.integer == nil)
        #expect(Decimal("9223372036854775807.0000000000000000000000")?.integer == .max)
        #expect(Decimal("9223372036854775808")?.integer == nil)
        #expect(Decimal("1e40")?.wideSignificand == nil)
        #expect(Decimal("9223372036854775808")?.wideSignificand == 9_223_372_036_854_775_808)
        #expect(Decimal(850, scale: 1).description == "85.0")
    }
}
