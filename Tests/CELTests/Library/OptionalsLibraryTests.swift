import CEL
import Testing

@Suite("Optional values")
struct OptionalsLibraryTests {
    private let fixture = LibraryFixture(
        OptionalsLibrary(),
        variables: ["m": .map(key: .string, value: .int), "om": .optional(.map(key: .string, value: .int)),
            "ol": .optional(.list(.string)), "d": .dyn])
    private static let variables: [String: Value] = [
        "m": .map((try? MapValue([(.string("a"), .int(1))])) ?? MapValue()),
        "om": .optional(.map((try? MapValue([(.string("a"), .int(1))])) ?? MapValue())),
        "ol": .optional(.list([.string("甲"), .string("乙")])), "d": .list([.int(5)]),
    ]

    @Test(
        "making optional values and looking into them",
        arguments: [
            ("optional.of(1)", "optional.of(1)"), ("optional.none()", "optional.none()"),
            ("optional.of(1).hasValue()", "true"), ("optional.none().hasValue()", "false"),
            ("optional.of(null).value()", "null"), ("optional.of(optional.none()).hasValue()", "true"),
            ("optional.of(1).or(optional.of(2))", "optional.of(1)"),
            ("optional.none().or(optional.of(2))", "optional.of(2)"),
            ("optional.none().or(optional.none())", "optional.none()"), ("optional.of(1).orValue(2)", "1"),
            ("optional.none().orValue('医院')", "'医院'"),
            ("optional.unwrap([optional.of(1), optional.none(), optional.of(3)])", "[1, 3]"),
            ("[optional.none(), optional.of('a')].unwrapOpt()", "['a']"), ("[].unwrapOpt()", "[]"),
            ("optional.of(1) == optional.of(1)", "true"), ("optional.of(1) == optional.none()", "false"),
            ("type(optional.none()) == optional_type", "true"), ("type(1) == optional_type", "false"),
            ("type(optional.of('a')) == type(optional.none())", "true"),
            ("optional.of(1).or(optional.of(1 / 0))", "optional.of(1)"), ("optional.of(1).orValue(1 / 0)", "1"),
        ])
    func values(text: String, expected: String) throws {
        #expect(try fixture.value(text).description == expected)
    }

    @Test(
        "what a type has by default is a zero value",
        arguments: [
            "null", "false", "0", "0u", "0.0", "-0.0", "''", "b''", "[]", "{}", "duration('0s')",
            "timestamp('1970-01-01T00:00:00Z')", "optional.none()",
        ])
    func zero(text: String) throws {
        #expect(try fixture.value("optional.ofNonZeroValue(\(text)).hasValue()") == .bool(false))
    }

    @Test(
        "every other value is no zero value",
        arguments: [
            "true", "1", "1u", "0.1", "0.0 / 0.0", "' '", "b'\\x00'", "[0]", "{0: 0}", "duration('1ns')",
            "timestamp('0001-01-01T00:00:00Z')", "optional.of(0)", "int",
        ])
    func nonZero(text: String) throws {
        #expect(try fixture.value("optional.ofNonZeroValue(\(text)).hasValue()") == .bool(true))
    }

    @Test(
        "an index that is not there gives an absent value",
        arguments: [
            ("[1, 2][?1]", "optional.of(2)"), ("[1, 2][?2]", "optional.none()"), ("[1, 2][?-1]", "optional.none()"),
            ("[1][?9223372036854775807]", "optional.none()"), ("{'a': 1}[?'a']", "optional.of(1)"),
            ("{'a': 1}[?'b']", "optional.none()"), ("{1u: 'x'}[?dyn(1.0)]", "optional.of('x')"),
            ("{'a': null}[?'a']", "optional.of(null)"), ("ol[0]", "optional.of('甲')"), ("ol[?1]", "optional.of('乙')"),
            ("ol[9]", "optional.none()"), ("om['a']", "optional.of(1)"), ("om['b']", "optional.none()"),
            ("om[?'a']", "optional.of(1)"), ("optional.none()[0]", "optional.none()"),
            ("optional.none()[?'a']", "optional.none()"), ("d[?0]", "optional.of(5)"),
            ("d[?dyn(0.0)]", "optional.of(5)"),
            ("optional.of([[1]])[0][?0]", "optional.of(1)"), ("m[?'a'].orValue(0) + m[?'b'].orValue(10)", "11"),
            ("m.?a", "optional.of(1)"), ("m.?b", "optional.none()"), ("om.?a.orValue(7)", "1"),
            ("optional.none().?x.hasValue()", "false"),
        ])
    func parts(text: String, expected: String) throws {
        #expect(try fixture.value(text, Self.variables).description == expected)
    }

    @Test(
        "optMap and optFlatMap work on what is there",
        arguments: [
            ("optional.of(42).optMap(y, y + 1)", "optional.of(43)"),
            ("optional.none().optMap(y, y + 1)", "optional.none()"),
            ("optional.of(2).optMap(y, y * y).optMap(y, y * y).value()", "16"),
            ("optional.of(2).optMap(x, optional.of(x).optMap(x, x + 1).value() * x)", "optional.of(6)"),
            ("m[?'a'].optFlatMap(x, [10, 20][?x])", "optional.of(20)"),
            ("m[?'b'].optFlatMap(x, [10, 20][?x])", "optional.none()"),
            ("optional.of(5).optFlatMap(x, [10, 20][?x])", "optional.none()"),
            ("optional.of('甲').optMap(x, x + '乙').orValue('')", "'甲乙'"),
        ])
    func mapping(text: String, expected: String) throws {
        #expect(try fixture.value(text, Self.variables).description == expected)
    }

    @Test("asking for more than there is is an error")
    func errors() throws {
        #expect(try fixture.errorCode("optional.none().value()") == "absent-optional")
        #expect(try fixture.errorCode("dyn([1])[?'a']") == "no-such-overload")
        #expect(try fixture.errorCode("dyn(1)[?0]") == "no-such-overload")
        #expect(try fixture.errorCode("optional.of(dyn(1))[0]") == "no-such-overload")
        #expect(try fixture.errorCode("optional.of(1).optMap(x, x / 0)") == "division-by-zero")
        #expect(try fixture.errorCode("dyn(1).optMap(x, x)") == "no-such-overload")
        #expect(try fixture.errorCode("optional.of(1).optFlatMap(x, dyn(x))") == "no-such-overload")
        #expect(try fixture.errorCode("optional.unwrap([dyn(1)])") == "optional-expected")
    }

    @Test("types go through optional values")
    func types() throws {
        let types = [
            "optional.of(1)": "optional_type(int)", "m[?'a']": "optional_type(int)", "om['a']": "optional_type(int)",
            "ol[0]": "optional_type(string)", "ol[?0].value()": "string",
            "m[?'a'].optMap(x, string(x))": "optional_type(string)",
            "m[?'a'].optFlatMap(x, ol[x])": "optional_type(string)", "[m[?'a']].unwrapOpt()": "list(int)",
            "optional.none().orValue(1)": "int",
        ]
        for (text, type) in types { #expect(try fixture.environment.compile(text).type.description == type, "\(text)") }
        #expect(fixture.faultCodes("optional.of(1).orValue('a')") == ["no-such-overload"])
        #expect(fixture.faults("optional.of(1).optFlatMap(x, x + 1)") == ["no-such-overload: +"])
        #expect(fixture.faultCodes("m.optMap(x, x)") == ["no-such-overload"])
        #expect(fixture.faults("optional.of(1).optMap(1, 2)") == ["bound-name-expected: 1"])
        #expect(fixture.faultCodes("[1][?'a']") == ["no-such-overload"])
    }

    @Test("what optional values hold is charged for, also where it is shared many times over")
    func sharing() throws {
        let fixture = LibraryFixture(OptionalsLibrary(), BindingsLibrary(), limits: Limits(cost: 100_000))
        let doubled = (1...40).reversed().reduce("a40 == b40") { body, level in
            ["a", "b"].reduce(body) { body, name in
                let below = "optional.of(\(name)\(level - 1))"
                return "cel.bind(\(name)\(level), [\(below), \(below)], \(body))"
            }
        }
        #expect(try fixture.errorCode("cel.bind(a0, [1], cel.bind(b0, [1], \(doubled)))") == "cost-limit")
    }

    @Test("calls within calls do not double")
    func size() throws {
        let nested = (0..<15).reduce("optional.of(1)") { text, _ in "\(text).optMap(x, x + 1)" }
        let one = try fixture.environment.parse("optional.of(1).optMap(x, x + 1)")
        let all = try fixture.environment.parse(nested)
        #expect(all.nodeCount <= 15 * one.nodeCount)
        #expect(try fixture.value(nested).description == "optional.of(16)")
    }

    @Test("a function of a host's own that is called 'or' is not taken for that of optional values")
    func hostsOwnAlternative() throws {
        struct Bits: FunctionLibrary {
            let name = "bits"
            var functions: [Function] {
                [
                    Function("or", [Overload("int_or_int", isMember: true) { (a: Int64, b: Int64) in a | b }]),
                    Function("bits.or", [Overload("bits_or") { (a: Int64) in a }]),
                ]
            }
        }
        let environment = Environment(libraries: [StandardLibrary(), OptionalsLibrary(), Bits()])
        for (text, expected) in [("4.or(3)", Value.int(7)), ("bits.or(3)", .int(3)), ("optional.none().orValue(2)", .int(2))] {
            #expect(environment.program(try environment.compile(text)).evaluate() == expected, "\(text)")
            #expect(environment.uncheckedProgram(try environment.parse(text)).evaluate() == expected, "\(text)")
        }
    }
}
