import CEL
import CELConformance
import Diagnostics
import Testing

@Suite("The library math")
struct MathLibraryTests {
    private static let environment = Environment(
        libraries: [StandardLibrary(), MathLibrary()],
        variables: [
            "i": .int, "u": .uint, "f": .double, "s": .string, "d": .dyn, "ints": .list(.int), "any": .list(.dyn),
            "x": .double,
        ])

    private static let bindings: [String: Value] = [
        "i": .int(-3), "u": .uint(3), "f": .double(2.5), "s": .string("三"), "d": .string("三"), "ints": .list([]),
        "any": .list([.int(1), .string("三")]), "x": .unknown(UnknownSet(UnknownCause(code: "missing", subject: "x"))),
    ]

    private func checked(_ text: String) throws -> Value {
        let environment = MathLibraryTests.environment
        return environment.program(try environment.compile(text)).evaluate(MathLibraryTests.bindings)
    }

    private func unchecked(_ text: String) throws -> Value {
        let environment = MathLibraryTests.environment
        return environment.uncheckedProgram(try environment.parse(text)).evaluate(MathLibraryTests.bindings)
    }

    private func fault(_ text: String) throws -> ExpressionFault? {
        try #require(throws: ExpressionFaults.self) { try MathLibraryTests.environment.compile(text) }.all.first
    }

    @Test(
        "each function gives a value of the kind that it says, checked or not",
        arguments: [
            ("math.greatest(i)", Value.int(-3)), ("math.greatest(i, 1)", .int(1)),
            ("math.greatest(1, 1.0, 1u)", .int(1)),
            ("math.least(1.0, 1)", .double(1)), ("math.greatest(i, u, f)", .uint(3)),
            ("math.least(i, u, f)", .int(-3)),
            ("math.least([f, i])", .int(-3)), ("math.greatest([1u])", .uint(1)),
            ("math.greatest(-9223372036854775808, 0u)", .uint(0)),
            ("math.least(18446744073709551615u, -1)", .int(-1)),
            ("math.greatest(1.0 / 0.0, 9223372036854775807)", .double(.infinity)),
            ("math.greatest([1, 2].map(n, n * n))", .int(4)), ("math.greatest(math.least(1, 2), -int(u))", .int(1)),
            ("math.ceil(-0.5)", .double(-0.0)), ("math.floor(-0.5)", .double(-1)), ("math.round(0.5)", .double(1)),
            ("math.round(-2.5)", .double(-3)), ("math.round(0.49999999999999994)", .double(0)),
            ("math.round(4503599627370497.0)", .double(4_503_599_627_370_497)), ("math.trunc(-1.9)", .double(-1)),
            ("math.abs(-9223372036854775807)", .int(.max)), ("math.abs(u)", .uint(3)), ("math.abs(-0.0)", .double(0)),
            ("math.sign(i)", .int(-1)), ("math.sign(-0.0)", .double(0)), ("math.sign(-2.5)", .double(-1)),
            ("math.sign(u)", .uint(1)), ("math.isNaN(math.sign(0.0 / 0.0))", .bool(true)),
            ("math.isNaN(math.abs(0.0 / 0.0))", .bool(true)), ("math.isInf(-1.0 / 0.0)", .bool(true)),
            ("math.isFinite(f)", .bool(true)), ("math.isFinite(-1.0 / 0.0)", .bool(false)),
            ("math.sqrt(81)", .double(9)),
            ("math.sqrt(2u)", .double(2.0.squareRoot())), ("math.sqrt(6.25)", .double(2.5)),
            ("math.isNaN(math.sqrt(-15))", .bool(true)), ("math.bitAnd(-3, -5)", .int(-7)),
            ("math.bitAnd(6u, 3u)", .uint(2)),
            ("math.bitOr(1, 2)", .int(3)), ("math.bitXor(-1, 1)", .int(-2)), ("math.bitNot(5)", .int(-6)),
            ("math.bitNot(0u)", .uint(.max)),
            ("math.bitShiftLeft(1, 63)", .int(.min)), ("math.bitShiftLeft(-1, 2)", .int(-4)),
            ("math.bitShiftLeft(1u, 64)", .uint(0)),
            ("math.bitShiftLeft(1, 9223372036854775807)", .int(0)),
            ("math.bitShiftRight(-1024, 3)", .int(2_305_843_009_213_693_824)),
            ("math.bitShiftRight(-1, 0)", .int(-1)), ("math.bitShiftRight(-1, 63)", .int(1)),
            ("math.bitShiftRight(-1, 64)", .int(0)),
            ("math.bitShiftRight(1024u, 2)", .uint(256)),
        ])
    func values(text: String, expected: Value) throws {
        #expect(try checked(text).isIdentical(to: expected))
        #expect(try unchecked(text).isIdentical(to: expected))
    }

    @Test(
        "the greatest of numbers of one type has that type; of several types, it shows at run time",
        arguments: [
            ("math.greatest(i)", Type.int), ("math.least(u, u)", .uint), ("math.greatest(f, 1.0, 2.0)", .double),
            ("math.greatest(i, u)", .dyn), ("math.least(1, 2.0, 3)", .dyn), ("math.greatest(ints)", .int),
            ("math.least(dyn(1))", .dyn), ("math.sqrt(4)", .double), ("math.sign(u)", .uint),
            ("math.bitNot(1)", .int),
        ])
    func types(text: String, expected: Type) throws {
        #expect(try MathLibraryTests.environment.compile(text).type == expected)
    }

    @Test(
        "what can be seen to be no number is a fault of the text, where it stands",
        arguments: [
            ("math.greatest()", "numbers-missing", 5..<13), ("math.least([])", "numbers-missing", 11..<13),
            ("math.greatest('三')", "number-expected", 14..<17),
            ("math.greatest(1, true)", "number-expected", 17..<21),
            ("math.least(1, 2, null)", "number-expected", 17..<21), ("math.greatest({})", "number-expected", 14..<16),
            ("math.greatest([1, 'a'])", "number-expected", 18..<21),
            ("math.greatest([[1]])", "number-expected", 15..<18),
            ("math.least([1], 2)", "number-expected", 11..<14), ("math.least(b'1')", "number-expected", 11..<15),
            ("math.greatest(s)", "no-such-overload", 5..<13), ("math.greatest(1, s)", "no-such-overload", 5..<13),
            ("math.least(s, s, s)", "no-such-overload", 5..<10), ("math.ceil(1)", "no-such-overload", 5..<9),
            ("math.bitAnd(1, 1u)", "no-such-overload", 5..<11),
            ("math.bitShiftLeft(1, 1u)", "no-such-overload", 5..<17),
            ("math.sqrt('4')", "no-such-overload", 5..<9), ("math.isNaN(u)", "no-such-overload", 5..<10),
        ])
    func faults(text: String, code: String, range: Range<Int>) throws {
        let fault = try fault(text)
        #expect(fault?.code.rawValue == code)
        #expect(fault?.range == range)
    }

    @Test("a fault names the macro that was written, in both languages")
    func wording() throws {
        let mismatch = try fault("math.greatest(s)")
        #expect(mismatch?.message.en == "'math.greatest()' does not take string")
        #expect(mismatch?.message.zh == "'math.greatest()' 不接受文字")
        let literal = try fault("math.least(1, '三')")
        #expect(literal?.message.en == "math.least() compares numbers, and this is string")
        #expect(literal?.message.zh == "math.least() 比较的是数，这里却是文字")
        #expect(literal?.help?.en == "write math.least(a, b) or math.least([a, b])")
    }

    @Test(
        "what only the values show is an error of the evaluation",
        arguments: [
            ("math.greatest(d)", "no-such-overload"), ("math.greatest(d, 1)", "no-such-overload"),
            ("math.least(1, 2, d)", "no-such-overload"), ("math.least(any)", "no-such-overload"),
            ("math.least([d])", "no-such-overload"),
            ("math.greatest(ints)", "empty-group"), ("math.greatest(0.0 / 0.0, 1.0)", "unordered-number"),
            ("math.least(1, 2, 0.0 / 0.0)", "unordered-number"), ("math.abs(-9223372036854775808)", "overflow"),
            ("math.bitShiftLeft(1, -1)", "negative-shift"), ("math.bitShiftRight(1u, i)", "negative-shift"),
            ("math.floor(d)", "no-such-overload"), ("math.sqrt(d)", "no-such-overload"),
            ("math.bitOr(d, 1)", "no-such-overload"),
        ])
    func errors(text: String, code: String) throws {
        for result in [try checked(text), try unchecked(text)] {
            guard case .error(let error) = result else {
                Issue.record("an error is expected, not \(result)")
                return
            }
            #expect(error.code.rawValue == code)
            #expect(error.range != nil)
        }
    }

    @Test("an error that logic can do without is done without, and an unknown number leaves the greatest unknown")
    func outcomes() throws {
        #expect(try checked("true || math.bitShiftLeft(1, -1) == 1") == .bool(true))
        #expect(try checked("math.greatest(1.0, x)") == MathLibraryTests.bindings["x"])
        #expect(try checked("math.greatest(1.0, x, 2.0)") == MathLibraryTests.bindings["x"])
        #expect(try checked("math.isNaN(math.greatest([0.0 / 0.0]))") == .bool(true))
    }

    @Test("a member of the same name belongs to others")
    func members() throws {
        #expect(try fault("ints.greatest(1)")?.code == "undeclared-function")
        #expect(try fault("greatest(1)")?.code == "undeclared-function")
    }

    @Test("a long list is charged for")
    func cost() throws {
        let environment = Environment(
            libraries: [StandardLibrary(), MathLibrary()], variables: ["l": .list(.int)], limits: Limits(cost: 1_000))
        let program = environment.program(try environment.compile("math.least(l)"))
        #expect(program.evaluate(["l": .list((0..<900).map { .int($0) })]) == .int(0))
        #expect(program.evaluate(["l": .list((0..<1_100).map { .int($0) })]) == .error(.costLimit(1_000)))
    }
}
