import CEL
import Testing

@Suite("Partial evaluation")
struct PartialProgramTests {
    private let environment = Environment(
        libraries: [StandardLibrary(), OptionalsLibrary()],
        variables: [
            "a": .int, "b": .int, "yes": .bool, "no": .bool, "r": .map(key: .string, value: .dyn), "l": .list(.int),
        ])

    private let known: [String: Value] = {
        let inner = try? MapValue([(.string("x"), .int(1)), (.string("y"), .int(2))])
        let record = try? MapValue([(.string("inner"), .map(inner ?? MapValue())), (.string("k"), .string("v"))])
        return [
            "a": .int(1), "b": .int(2), "yes": .bool(true), "no": .bool(false), "r": .map(record ?? MapValue()),
            "l": .list([.int(1), .int(2)]),
        ]
    }()

    private func partial(_ text: String, _ unknowns: AttributePattern...) throws -> PartialResult {
        environment.partialProgram(try environment.compile(text)).evaluate(known, unknowns: unknowns)
    }

    @Test("an unknown variable makes unknown what needs it")
    func wholeVariable() throws {
        let result = try partial("a + b > 2", AttributePattern("a"))
        guard case .unknown(let causes) = result.value else {
            Issue.record("\(result.value)")
            return
        }
        #expect(causes.causes.map(\.subject) == ["a"])
    }

    @Test("what decides anyway is known")
    func decided() throws {
        #expect(try partial("a > 5 || yes", AttributePattern("a")).value == .bool(true))
        #expect(try partial("no && a > 5", AttributePattern("a")).value == .bool(false))
    }

    @Test("a pattern reaches into maps and lists, and leaves the rest known")
    func patterns() throws {
        let inner = AttributePattern("r", ["inner", "x"])
        #expect(try partial("r.inner.y == 2", inner).value == .bool(true))
        #expect(try !partial("r.inner.x == 1", inner).value.isKnown)
        #expect(try !partial("r['inner'].x == 1", inner).value.isKnown)
        #expect(try partial("r.k == 'v'", inner).value == .bool(true))
        #expect(try !partial("r.inner == {'x': 1}", inner).value.isKnown, "a part of it is unknown")
        #expect(try !partial("l[1] == 2", AttributePattern("l", [1])).value.isKnown)
        #expect(try partial("l[0] == 1", AttributePattern("l", [1])).value == .bool(true))
        #expect(try !partial("l[b - 2] == 1", AttributePattern("l", [.any])).value.isKnown)
        #expect(try !partial("l.exists(x, x > 1)", AttributePattern("l", [0])).value.isKnown)
    }

    @Test("whether a field is there is known beside one that is not")
    func presence() throws {
        let inner = AttributePattern("r", ["inner", "x"])
        #expect(try partial("has(r.inner.y)", inner).value == .bool(true))
        #expect(try partial("has(r.inner.z)", inner).value == .bool(false))
        #expect(try !partial("has(r.inner.x)", inner).value.isKnown)
        #expect(try partial("r.inner.?y.orValue(0) == 2", inner).value == .bool(true))
        #expect(try !partial("r.inner.?x.orValue(0) == 1", inner).value.isKnown)
    }

    @Test("a field that is an element of a list is found by the index that an expression computes")
    func computedIndex() throws {
        #expect(try !partial("l[a] == 2", AttributePattern("l", [1])).value.isKnown)
        #expect(try partial("l[a - 1] == 1", AttributePattern("l", [1])).value == .bool(true))
    }

    @Test("an unknown index makes the element unknown")
    func unknownIndex() throws {
        let result = try partial("l[a] == 2", AttributePattern("a"))
        #expect(!result.value.isKnown)
    }
}
