import CEL
import Testing

@Suite("One program serves many threads at once")
struct ConcurrencyTests {
    @Test("each evaluation gives what its own variables make of it")
    func manyTasks() async throws {
        let environment = Environment(
            libraries: [StandardLibrary(), BindingsLibrary(), StringsLibrary()], variables: ["i": .int, "s": .string, "l": .list(.int)])
        let text = """
            cel.bind(t, s + string(i), t.matches('^[a-z医]+[0-9]+$') && t.matches(s + '.*') && l.exists(x, x == i)
                && l.map(x, x * 2).filter(x, x >= 0).size() == l.size() && t.replace('医', 'y').contains('y' + string(i)))
            """
        let checked = try environment.compile(text)
        let programs = [environment.program(checked), environment.uncheckedProgram(try environment.parse(text))]
        let tracing = environment.tracingProgram(checked)
        await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for turn in 0..<300 {
                        let i = Int64(task * 1_000 + turn)
                        let found = turn % 3 != 0
                        let values: [String: Value] = [
                            "i": .int(i), "s": .string("医"), "l": .list([.int(1_000_000), .int(found ? i : i + 1), .int(7)]),
                        ]
                        let results = programs.map { $0.evaluate(values) } + [tracing.evaluate(values).value]
                        wrong += results.filter { $0 != .bool(found || i == 7) }.count
                    }
                    return wrong
                }
            }
            for await wrong in group { #expect(wrong == 0) }
        }
    }
}
