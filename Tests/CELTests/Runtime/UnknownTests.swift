import CEL
import Diagnostics
import Testing

@Suite("Unknowns and errors")
struct UnknownTests {
    private static let a = UnknownCause(code: "missing", subject: "a", token: 1)
    private static let b = UnknownCause(code: "unreadable", subject: "b", token: 2)

    private static let environment = Environment(
        libraries: [StandardLibrary(), AggregateLibrary()],
        variables: ["a": .int, "b": .int, "p": .bool, "q": .bool, "l": .list(.int), "r": .dyn])

    private func value(_ text: String) throws -> Value {
        let program = UnknownTests.environment.program(try UnknownTests.environment.compile(text))
        return program.evaluate([
            "a": .unknown(UnknownSet(UnknownTests.a)), "b": .unknown(UnknownSet(UnknownTests.b)),
            "p": .unknown(UnknownSet(UnknownTests.a)), "q": .unknown(UnknownSet(UnknownTests.b)),
            "l": .list([.int(1), .int(2), .int(3)]),
        ])
    }

    private func causes(_ text: String) throws -> [UnknownCause]? {
        guard case .unknown(let set) = try value(text) else { return nil }
        return set.causes
    }

    @Test(
        "an operation over unknowns is unknown, with the causes of all of them once",
        arguments: ["a + b", "a + b + a", "[a, b]", "{'x': a, 'y': b}", "a > b", "p && q", "p || q", "l.map(x, x + a + b)"])
    func causesOfBoth(text: String) throws {
        #expect(try causes(text) == [UnknownTests.a, UnknownTests.b])
    }

    @Test(
        "an unknown that cannot change the result does not",
        arguments: ["false && p", "p && false", "!(true || p)", "!(p || true)", "l.all(x, x > 1 && p)", "!l.exists(x, x > 1 || p)"])
    func decided(text: String) throws {
        #expect(try value(text) == .bool(false))
    }

    @Test(
        "an unknown that could change the result makes it unknown",
        arguments: ["true && p", "p || false", "p ? 1 : 2", "l.all(x, p)", "l.exists(x, x > 5 || p)", "l.filter(x, p)", "l.exists_one(x, p)", "has(r.x) || p"])
    func undecided(text: String) throws {
        #expect(try causes(text) == [UnknownTests.a])
    }

    @Test("an error outdoes an unknown in an operation, an unknown outdoes an error in && and ||")
    func errorsAndUnknowns() throws {
        guard case .error(let error) = try value("a + 1 / 0") else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "division-by-zero")
        #expect(error.range == 4..<9)
        #expect(try causes("1 / 0 == 1 && p") == [UnknownTests.a])
        #expect(try causes("p || 1 / 0 == 1") == [UnknownTests.a])
    }

    @Test("an error in a function's argument is the error, told where it arose")
    func errorRange() throws {
        guard case .error(let error) = try value("l.map(x, 6 / (x - 2))") else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.range == 9..<20)
    }

    @Test("of very many causes the first are kept, and the first of every code")
    func manyCauses() throws {
        var set = UnknownSet(UnknownTests.a)
        for index in 0..<1_000 { set.formUnion(UnknownSet(UnknownCause(code: "missing", subject: "x\(index)"))) }
        set.formUnion(UnknownSet(UnknownTests.b))
        set.formUnion(UnknownSet(UnknownTests.b))
        #expect(set.causes.count == UnknownSet.limit + 1)
        #expect(set.causes.first == UnknownTests.a)
        #expect(set.causes.last == UnknownTests.b)
    }

    @Test("a variable that is not bound is an error only where it is needed")
    func unbound() throws {
        let environment = Environment(variables: ["x": .bool])
        let program = environment.program(try environment.compile("true || x"))
        #expect(program.evaluate() == .bool(true))
        guard case .error(let error) = environment.program(try environment.compile("x")).evaluate() else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "unbound-variable")
    }
}
