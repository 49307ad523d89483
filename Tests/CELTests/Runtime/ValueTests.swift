import CEL
import Diagnostics
import Testing

@Suite("Values")
struct ValueTests {
    private func value(_ text: String) throws -> Value {
        let environment = Environment()
        return environment.program(try environment.compile(text)).evaluate()
    }

    @Test(
        "texts are equal and ordered by code points, and sizes count them",
        arguments: [
            ("'\\u00e9' == 'e\\u0301'", false), ("'\\u00e9' == '\\u00e9'", true), ("size('e\\u0301') == 2", true),
            ("size('🐱医院') == 3", true), ("'\\uFFFB' < '🐱'", true), ("{'\\u00e9': 1, 'e\\u0301': 2}.size() == 2", true),
            ("'\\r\\n'.startsWith('\\r')", true), ("'a\\r\\n'.contains('\\r')", true), ("'e\\u0301'.endsWith('\\u0301')", true),
            ("'aab'.contains('ab')", true), ("'ababac'.contains('abac')", true), ("'ab'.contains('abc')", false),
        ])
    func codePoints(text: String, expected: Bool) throws {
        #expect(try value(text) == .bool(expected))
    }

    @Test("numbers of different kinds are equal by value, also as keys and in lists, and hash alike")
    func numbers() throws {
        #expect(Value.int(1) == .uint(1))
        #expect(Value.int(1) == .double(1))
        #expect(Value.uint(.max) != .int(-1))
        #expect(Value.double(.nan) != .double(.nan))
        #expect(Set<Value>([.int(1), .uint(1), .double(1), .int(2)]).count == 2)
        #expect(Value.list([.int(1)]) == .list([.double(1)]))
    }

    @Test("1, 1u and 1.0 are one key of a map")
    func keys() throws {
        let map = try MapValue([(.int(1), .string("one")), (.string("b"), .null)])
        #expect(map[.uint(1)] == .string("one"))
        #expect(map[.double(1)] == .string("one"))
        #expect(map[.double(1.5)] == nil)
        #expect(map.keys == [.int(1), .string("b")])
        #expect(throws: EvaluationError.self) { try MapValue([(.int(1), .null), (.uint(1), .null)]) }
        #expect(throws: EvaluationError.self) { try MapValue([(.null, .null)]) }
    }

    @Test(
        "durations are read with their units and written in seconds",
        arguments: [
            ("1h30m", "5400s"), ("-1.5s", "-1.5s"), ("-0.5s", "-0.5s"), ("250ms", "0.25s"), ("1us1ns", "0.000001001s"),
            ("0", "0s"), ("1.5h", "5400s"), ("1500ms", "1.5s"),
            ("0.9s0.9s", "1.8s"), ("-315576000000s", "-315576000000s"), ("0.00000000001h", "0.000000036s"),
        ])
    func durations(text: String, expected: String) throws {
        #expect(CEL.Duration(text)?.description == expected)
    }

    @Test("what is no duration or out of range is not read", arguments: ["", "-", "1", "s", "1x", "1.s2", "320000000000s", "99999999999999999999h", "-315576000000.5s", "9223372036854775807s0.999999999s0.999999999s"])
    func badDurations(text: String) {
        #expect(CEL.Duration(text) == nil)
    }

    @Test(
        "moments are read with any offset and written in UTC",
        arguments: [
            ("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z"), ("2009-02-13T23:31:30.250+01:00", "2009-02-13T22:31:30.25Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
            ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
            // RFC 3339 sets no bound to the digits of a fraction.
            ("2009-02-13T23:31:30.12345678999Z", "2009-02-13T23:31:30.123456789Z"),
        ])
    func moments(text: String, expected: String) {
        #expect(Timestamp(text)?.description == expected)
    }

    @Test(
        "a date that no calendar has is not read",
        arguments: ["2009-02-29T00:00:00Z", "2009-13-01T00:00:00Z", "2009-02-13 23:31:30Z", "2009-02-13T24:00:00Z", "0001-01-01T00:00:00+01:00", "2009-02-13T23:31:30"])
    func badMoments(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("every day from 1600 to 2400 comes back from the calendar as it went in")
    func calendar() throws {
        let start = try #require(Timestamp("1600-01-01T00:00:00Z"))
        var (year, month, day) = (1600, 1, 1)
        for number in 0..<(800 * 365) {
            let time = try #require(Timestamp(seconds: start.seconds + Int64(number) * 86_400))
            let written = time.description.prefix(10).split(separator: "-").compactMap { Int($0) }
            guard written == [year, month, day] else {
                Issue.record("day \(number): \(written), not \([year, month, day])")
                return
            }
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let length = month == 2 ? (leap ? 29 : 28) : ([4, 6, 9, 11].contains(month) ? 30 : 31)
            day += 1
            if day > length { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test("the parts of a moment are told for an offset; a time zone that is not known is an error")
    func parts() throws {
        #expect(try value("timestamp('2009-02-13T23:31:30Z').getHours('+08:00')") == .int(7))
        #expect(try value("timestamp('2009-02-13T23:31:30Z').getDayOfYear()") == .int(43))
        guard case .error(let error) = try value("timestamp('2009-02-13T23:31:30Z').getHours('Mars')") else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "unknown-time-zone")
    }
}
