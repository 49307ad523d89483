import CEL
import TestSupport
import Testing

@Suite("Conversions")
struct ConversionTests {
    private let fixture = LibraryFixture(OptionalsLibrary())

    @Test(
        "a text is read as a number only where it is written as one",
        arguments: [
            ("int('-5')", "-5"), ("int('007')", "7"), ("int('-9223372036854775808')", "-9223372036854775808"),
            ("uint('18446744073709551615')", "18446744073709551615u"), ("double('.5')", "0.5"),
            ("double('5.')", "5.0"), ("double('-1.5E+3')", "-1500.0"), ("double('1e-999')", "0.0"),
            ("double('inf') == double('+Infinity')", "true"), ("double('-INF') < 0.0", "true"),
            ("double('NaN') == double('nan')", "false"),
        ])
    func numbersInTexts(text: String, expected: String) throws {
        #expect(try fixture.value(text).description == expected)
    }

    @Test(
        "a text that is no number of the type, or one out of its range, is an error",
        arguments: [
            "int('')", "int(' 5')", "int('0x10')", "int('1_000')", "int('1.0')", "int('٣')", "int('9223372036854775808')",
            "uint('-0')", "uint('+5')", "uint('5u')", "uint('18446744073709551616')", "double('')", "double(' 1')",
            "double('1,5')", "double('1_0')", "double('0x1p3')", "double('0x10')", "double('nan(1)')", "double('1e999')",
            "double('-1e999')", "double('１')",
        ])
    func noNumbers(text: String) throws {
        #expect(try fixture.errorCode(text) == "bad-conversion")
    }

    @Test(
        "a double becomes a whole number without its fraction, unless it is out of range",
        arguments: [
            ("int(-1.9)", "-1"), ("int(-0.9)", "0"), ("int(9223372036854774784.0)", "9223372036854774784"),
            ("uint(1.9)", "1u"), ("uint(-0.0)", "0u"), ("uint(18446744073709549568.0)", "18446744073709549568u"),
        ])
    func truncation(text: String, expected: String) throws {
        #expect(try fixture.value(text).description == expected)
    }

    @Test(
        "a double beyond the whole numbers of the type is an error",
        arguments: [
            "int(9223372036854775808.0)", "int(-9223372036854775808.0)", "int(0.0 / 0.0)", "uint(-0.5)", "uint(-1.0)",
            "uint(18446744073709551616.0)", "uint(1.0 / 0.0)",
        ])
    func outOfRange(text: String) throws {
        #expect(try fixture.errorCode(text) == "out-of-range")
    }

    @Test(
        "a double is written with the fewest digits, and with an exponent where it is large or small",
        arguments: [
            ("1.0", "1"), ("-0.0", "-0"), ("0.1 + 0.2", "0.30000000000000004"), ("123.456", "123.456"),
            ("999999.5", "999999.5"), ("1000000.0", "1e+06"), ("-1234567.5", "-1.2345675e+06"),
            ("123456789012345678.0", "1.2345678901234568e+17"), ("6.02214e23", "6.02214e+23"), ("1e100", "1e+100"),
            ("0.0001", "0.0001"), ("-0.0000123", "-1.23e-05"), ("5e-324", "5e-324"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"), ("0.0 / 0.0", "NaN"), ("1.0 / 0.0", "+Inf"),
            ("-1.0 / 0.0", "-Inf"),
        ])
    func doublesAsTexts(text: String, expected: String) throws {
        #expect(try fixture.value("string(\(text))") == .string(expected))
    }

    @Test("every double that is written is read as itself again")
    func writtenDoubles() throws {
        var generator = SeededGenerator(seed: 20)
        let conversion = fixture.environment.with(variables: ["x": .double])
        let program = conversion.program(try conversion.compile("double(string(x)) == x"))
        for _ in 0..<2_000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            #expect(program.evaluate(["x": .double(number)]) == .bool(true), "\(number)")
        }
    }

    /// `null` may stand for a moment when types are checked.
    @Test(
        "null is no moment, no span of time and no optional value to work with, checked or not",
        arguments: [
            "timestamp(null)", "duration(null)", "timestamp(true ? null : timestamp(0))",
            "[timestamp(0), null].map(t, timestamp(t))", "[duration('1s'), null].map(t, duration(t))",
            "(true ? null : timestamp(0)) < timestamp(1)", "[timestamp(1), null].all(t, t > timestamp(0))",
            "(true ? null : timestamp(0)).getFullYear()", "(true ? null : timestamp(0)) + duration('1s')",
            "string(true ? null : timestamp(0))", "optional.of(1).optFlatMap(x, null)",
            "(true ? null : optional.of(1)).hasValue()",
        ])
    func nulls(text: String) throws {
        #expect(try fixture.errorCode(text) == "no-such-overload")
    }
}
