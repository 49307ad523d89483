import CEL
import Testing

@Suite("Traces")
struct TraceTests {
    private let environment = Environment(
        variables: ["beds": .int, "kind": .string, "staff": .list(.map(key: .string, value: .dyn))])

    private func lines(_ text: String, _ variables: [String: Value]) throws -> [String] {
        let trace = environment.tracingProgram(try environment.compile(text)).evaluate(variables)
        return trace.lines(of: text)
    }

    private func person(_ dept: String, _ salary: Int64) throws -> Value {
        .map(try MapValue([(.string("dept"), .string(dept)), (.string("salary"), .int(salary))]))
    }

    @Test("each part stands with its text and what it came to")
    func parts() throws {
        let lines = try lines("beds * 2 >= 100 && kind == '医院'", ["beds": .int(51), "kind": .string("医院")])
        #expect(
            lines == [
                "beds * 2 >= 100 && kind == '医院' = true", "  beds * 2 >= 100 = true", "    beds * 2 = 102",
                "      beds = 51", "  kind == '医院' = true", "    kind = '医院'",
            ])
    }

    @Test("what was not needed is not there")
    func notNeeded() throws {
        let lines = try lines("beds > 100 && kind == 'x'", ["beds": .int(1)])
        #expect(lines == ["beds > 100 && kind == 'x' = false", "  beds > 100 = false", "    beds = 1"])
    }

    @Test("the element that decides a loop is told, and the parts are what they came to for it")
    func decidingElement() throws {
        let staff = Value.list([try person("ph", 9), try person("wic", 3), try person("eh", 4)])
        let text = "staff.all(s, s.salary > 5)"
        let trace = environment.tracingProgram(try environment.compile(text)).evaluate(["staff": staff])
        #expect(trace.value == .bool(false))
        #expect(trace.decision(of: trace.expression.root)?.index == 1)
        let lines = trace.lines(of: text)
        #expect(lines.contains("  s.salary > 5 = false"))
        #expect(lines.contains("    s.salary = 3"))
    }

    @Test("within a loop that nothing decided, the parts came to something for each turn, and are left out")
    func undecidedLoop() throws {
        let lines = try lines("staff.all(s, s.salary > 5)", ["staff": .list([try person("ph", 9), try person("eh", 8)])])
        #expect(lines.count == 2)
        #expect(lines.first == "staff.all(s, s.salary > 5) = true")
    }

    @Test("an inner loop's decision is forgotten with the turn of the outer loop that it belongs to")
    func innerLoop() throws {
        let text = "[1, 2].map(x, [1, 2].exists(y, y == x))"
        let trace = environment.tracingProgram(try environment.compile(text)).evaluate()
        #expect(trace.value == .list([.bool(true), .bool(true)]))
        #expect(trace.steps.allSatisfy { $0.decision == nil })
    }

    @Test("tracing changes no result", arguments: [
        "[1, 2, 3].map(x, x * 2)", "[1, 2, 3].filter(x, x > 1)", "{'a': 1}.exists(k, k == 'a')", "1 / 0 == 1 || true",
        "[0, 1].exists(x, 1 / x == 1)", "[1, 2].exists_one(x, x == 2)", "1 + 2 * 3 - 4",
    ])
    func sameResult(text: String) throws {
        let checked = try environment.compile(text)
        let plain = environment.program(checked).evaluate()
        #expect(environment.tracingProgram(checked).evaluate().value == plain)
    }
}
