import CEL
import Diagnostics
import Testing

@Suite("format writes values into a text")
struct FormatTests {
    /// A host's value with a text of its own.
    private struct Grade: ObjectValue {
        var type: Type = .abstract("grade", [])
        func equals(_ other: Value) -> Bool { false }
        func order(against other: Value) -> Ordering? { nil }
        func hash(into hasher: inout Hasher) {}
        var description: String { "三级" }
    }

    private static let environment = Environment(
        libraries: [StandardLibrary(), StringsLibrary()],
        variables: ["f": .string, "v": .dyn, "s": .string], limits: Limits(cost: 100_000_000))

    /// The result with the format as a constant, which has to be that with the format as a variable.
    private func value(_ format: String, _ values: String, _ bindings: [String: Value] = [:]) throws -> Value {
        let environment = FormatTests.environment
        let quoted = "\"" + format.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        let constant = environment.program(try environment.compile("\(quoted).format(\(values))")).evaluate(bindings)
        let variable = environment.program(try environment.compile("f.format(\(values))"))
            .evaluate(bindings.merging(["f": .string(format)]) { $1 })
        #expect(text(constant) == text(variable))
        return constant
    }

    private func text(_ value: Value) -> String {
        if case .error(let error) = value { error.code.rawValue } else { value.description }
    }

    @Test(
        "a clause writes its value",
        arguments: [
            ("", "[]", ""), ("%%", "[]", "%"), ("医%s院%%", "['大']", "医大院%"), ("%s%s", "['a', 'b', 'c']", "ab"),
            ("%s", "['%d']", "%d"),
            // %s
            ("%s", "[null]", "null"), ("%s", "[true]", "true"), ("%s", "[-1]", "-1"),
            ("%s", "[18446744073709551615u]", "18446744073709551615"),
            ("%s", "[0.1]", "0.1"), ("%s", "[2.0]", "2"), ("%s", "[-0.0]", "-0"), ("%s", "[1e16]", "10000000000000000"),
            ("%s", "[1.5e-7]", "0.00000015"), ("%s", "[123456789012345680000.0]", "123456789012345680000"),
            ("%s", "[100.0]", "100"),
            ("%s", "[1.7976931348623157e308]", "17976931348623157" + String(repeating: "0", count: 292)),
            ("%s", "[5e-324]", "0." + String(repeating: "0", count: 323) + "5"), ("%s", "[0.0]", "0"),
            ("%s", "[-1.0 / 0.0]", "-Infinity"), ("%s", "[1e300 * 1e300]", "Infinity"), ("%s", "[0.0 / 0.0]", "NaN"),
            ("%s", "[b'\\xe5\\x8c\\xbb']", "医"), ("%s", "[b'a\\xff\\xfe\\xe5\\x8cb\\xff']", "a\u{FFFD}b\u{FFFD}"),
            ("%s", "[b'\\xef\\xbf\\xbd\\xef\\xbf\\xbd']", "\u{FFFD}\u{FFFD}"), ("%s", "[b'']", ""),
            ("%s", "[duration('-1.5s')]", "-1.5s"), ("%s", "[duration('0s')]", "0s"),
            ("%s", "[duration('1ns')]", "0.000000001s"), ("%s", "[duration('123.321456789s')]", "123.321456789s"),
            ("%s", "[duration('1000000000.123456789s')]", "1000000000.1234568s"),
            ("%s", "[timestamp('2023-02-03T23:31:20.5+08:00')]", "2023-02-03T15:31:20.5Z"),
            ("%s", "[type(1)]", "int"), ("%s", "[type([1])]", "list"),
            ("%s", "[type(duration('1s'))]", "google.protobuf.Duration"),
            ("%s", "[[]]", "[]"), ("%s", "[{}]", "{}"), ("%s", "[['医', 1u, [2.50, b'x']]]", "[医, 1, [2.5, x]]"),
            ("%s", "[{'b': 1, 'a': [{}], 10: null, 9: true, true: {'z': 0, 'y': 0}}]",
             "{10: null, 9: true, a: [{}], b: 1, true: {y: 0, z: 0}}"),
            ("%s", "[{'院': 1, '医': 2, 'é': 3, 'e\u{301}': 4}]", "{e\u{301}: 4, é: 3, 医: 2, 院: 1}"),
            // %d
            ("%d", "[-9223372036854775807 - 1]", "-9223372036854775808"), ("%d", "[3.14]", "3.14"),
            ("%d", "[1e21]", "1000000000000000000000"),
            ("%.2d", "[3.14159]", "3.14159"),
            // %f
            ("%f", "[0]", "0.000000"), ("%.0f", "[7]", "7"), ("%.2f", "[-7]", "-7.00"),
            ("%f", "[9007199254740993]", "9007199254740993.000000"),
            ("%.0f", "[0.5]", "0"), ("%.0f", "[1.5]", "2"), ("%.0f", "[2.5]", "2"), ("%.1f", "[0.25]", "0.2"),
            ("%.1f", "[0.35]", "0.3"),
            ("%.2f", "[-0.001]", "-0.00"), ("%.3f", "[2.0005]", "2.001"), ("%.20f", "[0.1]", "0.10000000000000000555"),
            ("%.0f", "[1e22]", "10000000000000000000000"), ("%f", "[0.0 / 0.0]", "NaN"),
            ("%.1f", "[-1.0 / 0.0]", "-Infinity"),
            ("%.1000f", "[1]", "1." + String(repeating: "0", count: 1_000)), ("%.0002f", "[1.0]", "1.00"),
            // %e
            ("%e", "[0]", "0.000000e+00"), ("%e", "[-12345678]", "-1.234568e+07"), ("%.0e", "[25]", "2e+01"),
            ("%.0e", "[35]", "4e+01"),
            ("%.1e", "[9960]", "1.0e+04"), ("%.3e", "[18446744073709551615u]", "1.845e+19"), ("%.0e", "[96]", "1e+02"),
            ("%.18e", "[9223372036854775807]", "9.223372036854775807e+18"),
            ("%.20e", "[9223372036854775807]", "9.22337203685477580700e+18"),
            ("%.17e", "[9223372036854775807]", "9.22337203685477581e+18"), ("%.0e", "[9.5]", "1e+01"),
            ("%.2e", "[-1.5e-300]", "-1.50e-300"),
            ("%e", "[-0.0]", "-0.000000e+00"), ("%e", "[1e300 * 1e300]", "Infinity"),
            // %b %o %x
            ("%b", "[true]", "1"), ("%b", "[false]", "0"), ("%b", "[-5]", "-101"), ("%b", "[0u]", "0"),
            ("%o", "[-8]", "-10"),
            ("%x", "[-255]", "-ff"), ("%X", "[-9223372036854775807 - 1]", "-8000000000000000"),
            ("%x", "['医']", "e58cbb"),
            ("%X", "[b'\\x0f\\xa0']", "0FA0"), ("%x", "['']", ""),
        ])
    func clauses(format: String, values: String, expected: String) throws {
        #expect(try value(format, values) == .string(expected))
    }

    @Test(
        "a format or a value that does not suit is an error with its code",
        arguments: [
            ("%", "[1]", "unfinished-format-clause"), ("%.2", "[1]", "unfinished-format-clause"),
            ("%.", "[1]", "unfinished-format-clause"),
            ("%%%", "[1]", "unfinished-format-clause"), ("%a", "[1]", "unknown-format-clause"),
            ("%E", "[1]", "unknown-format-clause"),
            ("50% of", "[1]", "unknown-format-clause"), ("%医", "[1]", "unknown-format-clause"),
            ("%5d", "[1]", "unknown-format-clause"),
            ("%-d", "[1]", "unknown-format-clause"), ("%.2%", "[]", "unknown-format-clause"),
            ("%.f", "[1]", "bad-format-precision"),
            ("%.-1f", "[1]", "bad-format-precision"), ("%.1001f", "[1]", "bad-format-precision"),
            ("%.99999999999999999999999f", "[1]", "bad-format-precision"), ("%s", "[]", "missing-format-value"),
            ("%d %d", "[1]", "missing-format-value"), ("%d", "['1']", "wrong-format-value"),
            ("%d", "[true]", "wrong-format-value"),
            ("%d", "[duration('1s')]", "wrong-format-value"), ("%f", "['1']", "wrong-format-value"),
            ("%e", "[null]", "wrong-format-value"),
            ("%b", "[0.5]", "wrong-format-value"), ("%b", "['a']", "wrong-format-value"),
            ("%o", "[true]", "wrong-format-value"),
            ("%x", "[0.5]", "wrong-format-value"), ("%X", "[[1]]", "wrong-format-value"),
        ])
    func errors(format: String, values: String, expected: String) throws {
        #expect(text(try value(format, values)) == expected)
    }

    @Test("a host's value is written as it describes itself; a record or an optional value is not")
    func objects() throws {
        let grade = Value.object(Grade())
        let record = Value.object(Grade(type: .record("staff")))
        #expect(try value("%s %s", "[v, [v]]", ["v": grade]) == .string("三级 [三级]"))
        #expect(text(try value("%d", "[v]", ["v": grade])) == "wrong-format-value")
        #expect(text(try value("%s", "[v]", ["v": record])) == "wrong-format-value")
        #expect(text(try value("%s", "[[{'a': v}]]", ["v": record])) == "wrong-format-value")
        #expect(text(try value("%s", "[v]", ["v": .optional(.int(1))])) == "wrong-format-value")
    }

    @Test("the message names the clause, the value's place and what the clause takes")
    func messages() throws {
        guard case .error(let wrong) = try value("%s %d", "[1, 'a']"),
            case .error(let missing) = try value("%s %x", "[1]"), case .error(let unknown) = try value("%q", "[1]")
        else {
            Issue.record("errors are expected")
            return
        }
        #expect(wrong.message.en == "'%d' cannot write a value of type string (value 2), only int, uint and double")
        #expect(wrong.message.zh == "'%d' 不能写文字（第 2 个值），只能写整数、无符号整数与浮点数")
        #expect(missing.message.zh == "格式的第 2 处 '%x' 没有值：列表只有 1 项")
        #expect(unknown.message.en == "'%q' is no clause; write %s %d %f %e %b %o %x %X, or %% for a percent sign")
    }

    @Test("a text of more than ten million bytes is an error", arguments: ["%s%s", "%x", "%s"])
    func tooLarge(format: String) throws {
        let long = Value.string(String(repeating: "a", count: 5_000_001))
        let values = format == "%s" ? "[[s, {'a': s}]]" : "[s, s]"
        #expect(text(try value(format, values, ["s": long])) == "result-too-large")
    }

    @Test("maps within maps are written in linear time", .timeLimit(.minutes(10)))
    func deepMaps() throws {
        var value = Value.string(String(repeating: "a", count: 4_000_000))
        for _ in 0..<200 { value = .map(try MapValue([(.string("k"), value)])) }
        let result = try self.value("%s", "[v]", ["v": value])
        guard case .string(let text) = result else {
            Issue.record("a text is expected")
            return
        }
        #expect(text.utf8.count == 4_000_000 + 200 * 5)
    }
}
