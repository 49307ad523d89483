import CEL
import Testing

@Suite("Names for values")
struct BindingsLibraryTests {
    private let fixture = LibraryFixture(
        BindingsLibrary(), variables: ["x": .int, "cel": .int], limits: Limits(cost: 100_000))

    @Test(
        "a name stands for its value in the last argument, and hides others of its kind",
        arguments: [
            ("cel.bind(a, 'hello', cel.bind(b, 'world', a + b + b + a))", Value.string("helloworldworldhello")),
            ("cel.bind(v, [1, 2, 3], [4, 5].exists(e, e in v))", .bool(false)),
            ("cel.bind(x, x + 1, x * 10)", .int(20)), ("cel.bind(x, 5, cel.bind(x, x + 1, x)) + x", .int(7)),
            ("cel.bind(x, 5, .x)", .int(1)), ("[1, 2].map(x, cel.bind(y, x * x, y + x))", .list([.int(2), .int(6)])),
            ("cel.bind(f, [1, 2].filter(x, x > 1), f.map(x, x + f[0]))", .list([.int(4)])),
            ("cel.bind(m, {'院': {'床': 3}}, m['院']['床'] + m['院']['床'])", .int(6)),
        ])
    func values(text: String, expected: Value) throws {
        #expect(try fixture.value(text, ["x": .int(1), "cel": .int(0)]) == expected)
    }

    @Test("an error in a value counts only where the name is used")
    func errors() throws {
        #expect(try fixture.value("cel.bind(a, 1 / 0, true)") == .bool(true))
        #expect(try fixture.value("cel.bind(a, 1 / 0 > 0, a || true)") == .bool(true))
        #expect(try fixture.errorCode("cel.bind(a, 1 / 0, a + 1)") == "division-by-zero")
    }

    @Test("a value is evaluated once, however often its name is used")
    func once() throws {
        let uses = Array(repeating: "n.size()", count: 200).joined(separator: " + ")
        #expect(try fixture.value("cel.bind(n, [0, 1, 2, 3].map(a, [0, 1, 2, 3].map(b, a * b)), \(uses))") == .int(800))
        let doubling = (0..<30).reduce("a30") { body, index in
            "cel.bind(a\(30 - index), a\(29 - index) + a\(29 - index), \(body))"
        }
        #expect(try fixture.value("cel.bind(a0, 1, \(doubling))") == .int(1 << 30))
    }

    @Test("the type of the name is that of its value")
    func types() {
        #expect(fixture.faults("cel.bind(a, 'b', a + 1)") == ["no-such-overload: +"])
        #expect(fixture.faults("cel.bind(a, b, a)") == ["undeclared-name: b"])
        #expect(fixture.faults("cel.bind(a, 1, a) + a") == ["undeclared-name: a"])
        #expect(fixture.faults("cel.bind(a, a, 1)") == ["undeclared-name: a"])
    }

    @Test("the name has to be a plain one", arguments: ["1", "a.b", "'a'", ".a", "f(a)"])
    func plainName(name: String) {
        #expect(fixture.faults("cel.bind(\(name), 1, 2)") == ["bound-name-expected: \(name)"])
    }

    @Test("a call of another form is no binding")
    func otherForms() {
        #expect(!fixture.faultCodes("cel.bind(a, 1)").isEmpty)
        #expect(!fixture.faultCodes("bind(a, 1, a)").isEmpty)
        #expect(!fixture.faultCodes("other.bind(a, 1, a)").isEmpty)
    }

    @Test("it is written as a loop over nothing")
    func tree() throws {
        #expect(
            try fixture.environment.parse("cel.bind(a, 1, a + a)").written
                == "fold a = 1; @unused in []; while false; a; _+_(a, a)")
    }
}
