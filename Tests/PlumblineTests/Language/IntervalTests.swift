import CEL
import Plumbline
import Quantities
import Testing

@Suite("Numbers that missing cells leave open")
struct IntervalTests {
    /// `t` is a missing number in 2..5, `u` one of at least -1, `v` is 3.
    private func value(_ text: String, functions: [any FunctionLibrary] = []) throws -> Value {
        let cause = UnknownCause(code: "missing", subject: "x")
        return try GroupExpressions(.bounds, functions: functions).value(
            text,
            numbers: [
                "t": IntervalValue.missing(range: Field.Range(lower: 2, upper: 5, text: "2..5"), cause: cause),
                "u": IntervalValue.missing(range: Field.Range(lower: -1, upper: nil, text: "-1.."), cause: cause),
                "v": .number(3),
            ])
    }

    @Test(
        "arithmetic carries the ends on",
        arguments: [
            ("t + 1", "3..6"), ("1 - t", "-4..-1"), ("t - u", "..6"), ("t + u", "1.."), ("u + u", "-2.."),
            ("-u", "..1"),
            ("t * -2", "-10..-4"), ("t * u", "-5.."), ("u * u", ".."), ("u * 0", "0"), ("t * 0", "0"),
            ("10 / t", "2..5"),
            ("t / 2", "1..2.5"), ("6 / (u + 2)", "0..6"), ("abs(t - 4)", "0..2"), ("abs(-t)", "2..5"),
            ("abs(u)", "0.."),
            ("floor(t / 2)", "1..2"), ("ceil(t / 2)", "1..3"), ("round(t / 4)", "1"), ("round(t / 4, 1)", "0.5..1.3"),
            ("round(u)", "-1.."), ("min(t, v)", "2..3"), ("max(t, v)", "3..5"), ("min(t, u)", "-1..5"),
            ("max(t, u)", "2.."),
            ("max(t, 7)", "7"), ("min(t, u, v, 0)", "-1..0"), ("pow(t, 2)", "4..25"), ("pow(t - 3, 2)", "0..4"),
            ("pow(u, 3)", "-1.."), ("pow(t, 0)", "1"), ("t - t", "-3..3"),
        ])
    func arithmetic(text: String, expected: String) throws {
        #expect(try value(text).description == expected)
    }

    @Test(
        "what has no two ends is unknown for the causes of the interval",
        arguments: ["v / u", "t / u", "pow(t, -1)", "[1, 2, 3][t]"])
    func unknown(text: String) throws {
        #expect(try value(text).causeCodes == ["missing"])
    }

    @Test("nothing is divided by zero, missing or not")
    func zeroDivisor() throws {
        #expect(try value("t / 0").causeCodes == ["zero_denominator"])
    }

    @Test(
        "a comparison has an answer where every number agrees",
        arguments: [
            ("t >= 2", "true"), ("t > 2", "missing_decides"), ("t > 1", "true"), ("t < 2", "false"), ("t <= 5", "true"),
            ("5 < t", "false"), ("t >= 6", "false"), ("t == 6", "false"), ("t != 6", "true"),
            ("t == 3", "missing_decides"),
            ("t != 3", "missing_decides"), ("u >= -1", "true"), ("u < 1000000", "missing_decides"),
            ("t < u", "missing_decides"),
            ("t > -u", "true"), ("t == v", "missing_decides"), ("u - t <= 0", "missing_decides"),
            ("t == t", "missing_decides"),
            ("t == 10 || v == 3", "true"), ("t == 10 && v == 3", "false"), ("t > 2 || v == 3", "true"),
        ])
    func comparison(text: String, expected: String) throws {
        #expect(try value(text).shown == expected)
    }

    @Test("an unknown comparison names what decides, then what is missing")
    func causes() throws {
        #expect(try value("t > 2").causeCodes == ["missing_decides", "missing"])
    }

    @Test(
        "membership and lists are compared element by element",
        arguments: [
            ("t in [0.0, 1.0, 6.0]", "false"), ("t in [0.0, 3.0]", "missing_decides"), ("v in [t, 3]", "true"),
            ("v in [t, 4]", "missing_decides"),
            ("v in [1.0, 2.0]", "false"), ("[t] == [v]", "missing_decides"), ("[v] == [3.0]", "true"),
            ("'a' in ['a']", "true"),
            ("{'k': [t]} == {'k': [v]}", "missing_decides"), ("measured(t)", "false"), ("measured(v)", "true"),
            ("t == null", "false"),
        ])
    func membership(text: String, expected: String) throws {
        #expect(try value(text).shown == expected)
    }

    @Test("a missing number is its field's range, a range of one number that number, an empty range nothing")
    func missing() {
        let cause = UnknownCause(code: "unreadable", subject: "beds")
        let anything = IntervalValue.missing(range: nil, cause: cause)
        #expect(anything.interval?.low == nil && anything.interval?.high == nil)
        #expect(anything.type == NumberValue.type && anything.number == nil)
        #expect(IntervalValue.missing(range: Field.Range(lower: 4, upper: 4, text: ""), cause: cause) == .number(4))
        #expect(
            IntervalValue.missing(range: Field.Range(lower: 5, upper: 4, text: ""), cause: cause)
                == .unknown(UnknownSet(cause)))
    }

    private struct Doubling: FunctionLibrary {
        let name = "doubling"
        var functions: [Function] {
            [
                Function("twice", [
                    Overload(id: "twice", NumberValue.type, result: NumberValue.type) {
                        $0.number.map { .number($0 * 2) } ?? .null
                    },
                    Overload(id: "twice_list", .list(NumberValue.type), result: NumberValue.type) {
                        guard case .list(let numbers) = $0 else { return .null }
                        return .number(Number(2 * numbers.compactMap(\.number).count))
                    },
                ])
            ]
        }
    }

    @Test("a function of somebody else's never sees an interval")
    func functions() throws {
        #expect(try value("twice(v)", functions: [Doubling()]) == .number(6))
        #expect(try value("twice(t)", functions: [Doubling()]).causeCodes == ["missing"])
        #expect(try value("twice([t, v])", functions: [Doubling()]).causeCodes == ["missing"])
        #expect(try value("twice([v])", functions: [Doubling()]) == .number(2))
    }
}
