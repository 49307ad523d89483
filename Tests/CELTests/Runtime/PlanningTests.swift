import CEL
import Diagnostics
import Testing

@Suite("What is done before an evaluation")
struct PlanningTests {
    private func evaluate(_ text: String, cost: Int, _ variables: [String: Value] = [:]) throws -> Value {
        let environment = Environment(
            libraries: [StandardLibrary(), ListsLibrary(), StringsLibrary()], variables: variables.mapValues(\.type),
            limits: Limits(cost: cost))
        return environment.program(try environment.compile(text)).evaluate(variables)
    }

    private func code(_ value: Value) -> String? {
        if case .error(let error) = value { error.code.rawValue } else { nil }
    }

    @Test("what is constant is computed once, and no evaluation is charged for it")
    func folded() throws {
        #expect(try evaluate("[1, 2, 3].map(x, x).size() == n", cost: 20, ["n": .int(3)]) == .bool(true))
        #expect(try evaluate("'a' + 'b' == s && 3 in [1, 2, 3]", cost: 20, ["s": .string("ab")]) == .bool(true))
    }

    @Test("a constant part that fails is an error of the evaluation, where it is needed")
    func failing() throws {
        #expect(code(try evaluate("1 / 0 == n", cost: 1_000, ["n": .int(1)])) == "division-by-zero")
        #expect(try evaluate("1 / 0 == 1 || n == 1", cost: 1_000, ["n": .int(1)]) == .bool(true))
    }

    @Test("many large constant parts are not all computed beforehand, but when they are needed")
    func budget() throws {
        let part = "lists.range(900).size() == 1"
        let text = Array(repeating: part, count: 60).joined(separator: " || ")
        #expect(code(try evaluate(text, cost: 10_000)) == "cost-limit")
        #expect(try evaluate(text, cost: 1_000_000) == .bool(false))
    }

    @Test("of many constant patterns only some are compiled beforehand; the others are charged for when they are needed")
    func patterns() throws {
        let text = (0..<150).map { "s.matches('^x{\($0)}$')" }.joined(separator: " || ")
        #expect(try evaluate(text, cost: 10_000_000, ["s": .string("y")]) == .bool(false))
        #expect(code(try evaluate(text, cost: 1_000_000, ["s": .string("y")])) == "cost-limit")
    }

    @Test("map and filter end at the first error")
    func firstError() throws {
        let numbers = Value.list((0..<1_000).map { .int($0) })
        #expect(code(try evaluate("n.map(x, 1 / x)", cost: 200, ["n": numbers])) == "division-by-zero")
        #expect(code(try evaluate("n.filter(x, 1 / x > 0)", cost: 200, ["n": numbers])) == "division-by-zero")
    }
}
