import CEL
import Testing

@Suite("The parts of an expression") struct ExpressionPartTests {
    private static let environment = Environment(
        variables: ["a": .int, "b": .int, "list": .list(.int)])

    @Test("are the whole and all below it, but for literals and what stands inside of loops", arguments: [
        ("a", ["a"]), ("a + 2 * b", ["a + 2 * b", ".a", ".2 * b", "..b"]),
        ("(a + 1) > b && !(a == 1)", ["(a + 1) > b && !(a == 1)", ".(a + 1) > b", "..(a + 1)", "...a", "..b", ".!(a == 1)", "..(a == 1)", "...a"]),
        ("list.exists(x, x > a) || a > 1", ["list.exists(x, x > a) || a > 1", ".list.exists(x, x > a)", "..list", ".a > 1", "..a"]),
        ("[a, b].map(x, x + 1).size()", ["[a, b].map(x, x + 1).size()", ".[a, b].map(x, x + 1)", "..[a, b]", "...a", "...b"]),
        ("1", ["1"]),
    ])
    func parts(text: String, parts: [String]) throws {
        let checked = try Self.environment.compile(text)
        let scalars = Array(text.unicodeScalars)
        #expect(checked.parts.map { part in
            String(repeating: ".", count: part.depth) + scalars[part.expression.range].map(String.init).joined()
        } == parts)
    }

    @Test("each has the value that it has within the whole")
    func values() throws {
        let checked = try Self.environment.compile("list.all(x, x > a) ? a + b : b")
        let values = checked.parts.map { part in
            let program = Self.environment.program(part.expression, of: checked)
            let slots: [String: Value] = ["a": .int(1), "b": .int(2), "list": .list([.int(2), .int(3)])]
            return program.evaluate(slots: program.variables.map { slots[$0] }).description
        }
        #expect(values == ["3", "true", "[2, 3]", "3", "1", "2", "2"])
    }
}
