import BigInt
import Quantities
import TestSupport
import Testing

@Suite("numbers as text") struct NumberTextTests {
    private func number(_ numerator: Int64, _ denominator: Int64) throws -> Number {
        try #require(Number(numerator: numerator, denominator: denominator))
    }

    @Test("the description is exact", arguments: [
        (0, 1, "0"), (-85, 1, "-85"), (17, 20, "0.85"), (-1, 8, "-0.125"), (1, 3, "1/3"), (-14, 17, "-14/17"),
        (1, 1_000_000, "0.000001"), (3, 1_864_458, "1/621486"), (100, 4, "25"), (Int64.min, 1, "-9223372036854775808"),
        (1, 1 << 40, "0.0000000000009094947017729282379150390625"), (1, 1 << 41, "1/2199023255552"),
    ] as [(Int64, Int64, String)])
    func descriptions(numerator: Int64, denominator: Int64, expected: String) throws {
        #expect(try number(numerator, denominator).description == expected)
    }

    @Test("text has the digits asked for, halves rounded away from zero", arguments: [
        (14, 17, 4, "0.8235"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (5, 2, 0, "3"), (-5, 2, 0, "-3"), (1, 200, 2, "0.01"),
        (-1, 1_000, 2, "0.00"), (85, 1, 2, "85.00"), (999, 1_000, 2, "1.00"),
        (1, 3, 30, "0.333333333333333333333333333333"),
        (1, 3, -5, "0"),
    ] as [(Int64, Int64, Int, String)])
    func rounded(numerator: Int64, denominator: Int64, places: Int, expected: String) throws {
        #expect(try number(numerator, denominator).text(fractionDigits: places) == expected)
    }

    @Test("short text leaves out zeros only where fewer digits are exact")
    func short() throws {
        #expect(Number(85).shortText(fractionDigits: 2) == "85")
        #expect(try number(171, 2).shortText(fractionDigits: 2) == "85.5")
        #expect(try number(823_004, 10_000).shortText(fractionDigits: 2) == "82.30")
    }

    @Test("what is printed does not contradict the verdict", arguments: [
        ("84.999", "85", 2, "84.999"), ("85", "85", 2, "85"), ("85.001", "85", 2, "85.001"), ("84", "85", 2, "84"),
        ("84.9999999", "85", 0, "84.9999999"), ("-0.001", "0", 2, "-0.001"), ("0.0001609046", "0", 2, "0.0002"),
        ("33.333", "33.333", 2, "33.333"), ("84.5", "85", 0, "84.5"), ("85.001", "84.999", 2, "85.001"),
        ("0.9999999999999999999999999999999999999999", "1", 2, "0.9999999999999999999999999999999999999999"),
    ])
    func neverContradicts(value: String, limit: String, places: Int, expected: String) throws {
        let (value, limit) = (Number(try #require(Decimal(value))), Number(try #require(Decimal(limit))))
        #expect(value.text(fractionDigits: places, distinctFrom: limit) == expected)
    }

    @Test("past 40 digits the exact value is printed")
    func fallsBack() throws {
        let close = 1 - (try #require(Number(10).power(-41)))
        #expect(close.text(fractionDigits: 2, distinctFrom: 1).hasSuffix("/1\(String(repeating: "0", count: 41))"))
        let third = try number(1, 3)
        #expect(third.text(fractionDigits: 2, distinctFrom: third) == "0.33")
    }

    @Test("printed values stand in the order of the exact ones, on random close pairs, either limit text")
    func printedOrder() throws {
        var source = FractionSource(seed: 7)
        for round in 0..<2_500 {
            let value = source.next().number
            let distance = source.next().number
            let shrink = try #require(Number(10).power(-Int.random(in: 0...25, using: &source.generator)))
            let limit = round.isMultiple(of: 10) ? value : value + distance * shrink
            let places = Int.random(in: 0...4, using: &source.generator)
            let shown = try Self.read(value.text(fractionDigits: places, distinctFrom: limit))
            let shownLimit = try Self.read(limit.text(fractionDigits: places, distinctFrom: value))
            #expect(shown.compared(to: shownLimit) == value.compared(to: limit), "\(value) against \(limit)")
            if value != limit || limit.exactFractionDigits != nil {
                #expect(shown.compared(to: limit) == value.compared(to: limit), "\(value) against \(limit)")
            }
        }
    }

    private static func read(_ text: String) throws -> Number {
        let parts = try text.split(separator: "/").map { Number(try #require(Decimal($0))) }
        return try #require(parts.count == 1 ? parts[0] : parts[0].divided(by: parts[1]))
    }
}
