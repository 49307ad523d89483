import CEL
import Testing

@Suite("What a trace says of a part is what the part comes to by itself")
struct TracePropertyTests {
    private static let environment = RandomProgram.environment

    @Test("over random expressions", arguments: 0..<6)
    func random(batch: Int) throws {
        let calls = CallTable(Self.environment)
        var tally = (parts: 0, decisions: 0)
        for seed in UInt64(batch * 1_000)..<UInt64((batch + 1) * 1_000) {
            var source = RandomProgram(seed: 2_000_000 + seed)
            let text = source.decidableText(depth: 4)
            let values = source.values(someMissing: false)
            guard let checked = try? Self.environment.compile(text) else { continue }
            let trace = Self.environment.tracingProgram(checked).evaluate(values)
            for part in checked.parts {
                guard let value = trace.value(of: part.expression) else { continue }
                let alone = Self.environment.program(part.expression, of: checked).evaluate(values)
                tally.parts += 1
                try #require(value.isIdentical(to: alone), "seed \(seed): \(text): \(part.expression.unparsed()): \(value), not \(alone)")
            }
            try checkDecisions(checked.root, trace, [], &tally.decisions) { scope, node in
                var reference = ReferenceEvaluator(Self.environment, values, calls: calls)
                return reference.value(of: node.bound(scope))
            }
            #expect(trace.lines(of: text).count == trace.steps.count)
        }
        #expect(tally.parts > 1_000 && tally.decisions > 15, "\(tally)")
    }

    /// Goes down into loops that an element decided, with the loops' variables bound to that element.
    private func checkDecisions(
        _ node: Expression, _ trace: Trace, _ scope: [(name: String, value: Value)], _ count: inout Int,
        evaluate: ([(name: String, value: Value)], Expression) -> Value
    ) throws {
        if !scope.isEmpty, let value = trace.value(of: node) {
            let alone = evaluate(scope, node)
            try #require(value.isIdentical(to: alone), "\(node.unparsed()) with \(scope): \(value), not \(alone)")
        }
        guard case .comprehension(let loop) = node.node else {
            for child in node.children { try checkDecisions(child, trace, scope, &count, evaluate: evaluate) }
            return
        }
        try checkDecisions(loop.range, trace, scope, &count, evaluate: evaluate)
        guard let decision = trace.decision(of: node), loop.secondVariable == nil,
            case .call(_, nil, let sides) = loop.step.node, sides.count == 2
        else { return }
        count += 1
        #expect(trace.value(of: sides[1]) == trace.value(of: node))
        let inner = scope + [(loop.variable, decision.element)]
        try checkDecisions(sides[1], trace, inner, &count, evaluate: evaluate)
    }

    @Test("a part that the deciding turn skipped is not told of, though an earlier turn went through it")
    func staleParts() throws {
        let environment = Environment(variables: ["l": .list(.int)])
        let text = "l.exists(x, x == 1 || [7].exists(y, y > x + 10))"
        let trace = environment.tracingProgram(try environment.compile(text)).evaluate(["l": .list([.int(5), .int(1)])])
        #expect(
            trace.lines(of: text) == [
                "l.exists(x, x == 1 || [7].exists(y, y > x + 10)) = true ← [1] 1", "  l = [5, 1]",
                "  x == 1 || [7].exists(y, y > x + 10) = true", "    x == 1 = true", "      x = 1",
            ])
    }

    @Test("loops within loops tell the elements that decided both")
    func nestedLoops() throws {
        let environment = Environment(variables: ["l": .list(.list(.int))])
        let text = "l.all(x, x.exists(y, y > 2))"
        let lists: [Value] = [[1, 3], [1, 2]].map { (numbers: [Int64]) in .list(numbers.map { .int($0) }) }
        let trace = environment.tracingProgram(try environment.compile(text))
        #expect(
            trace.evaluate(["l": .list(lists)]).lines(of: text) == [
                "l.all(x, x.exists(y, y > 2)) = false ← [1] [1, 2]", "  l = [[1, 3], [1, 2]]", "  x.exists(y, y > 2) = false",
                "    x = [1, 2]",
            ])
        let other = "l.exists(x, x.exists(y, y > 2))"
        #expect(
            environment.tracingProgram(try environment.compile(other)).evaluate(["l": .list(lists)]).lines(of: other) == [
                "l.exists(x, x.exists(y, y > 2)) = true ← [0] [1, 3]", "  l = [[1, 3], [1, 2]]",
                "  x.exists(y, y > 2) = true ← [1] 3", "    x = [1, 3]", "    y > 2 = true", "      y = 3",
            ])
    }

    @Test("tests of fields, conditionals, names for values and optional values read as they are written")
    func forms() throws {
        let environment = Environment(
            libraries: [StandardLibrary(), BindingsLibrary(), OptionalsLibrary()],
            variables: ["m": .map(key: .string, value: .int), "i": .int])
        let values: [String: Value] = ["m": .map(try MapValue([(.string("k"), .int(1))])), "i": .int(4)]
        func lines(_ text: String) throws -> [String] {
            environment.tracingProgram(try environment.compile(text)).evaluate(values).lines(of: text)
        }
        #expect(try lines("has(m.k) ? i : 0") == ["has(m.k) ? i : 0 = 4", "  has(m.k) = true", "    m = {'k': 1}", "  i = 4"])
        #expect(
            try lines("cel.bind(x, i * 2, x + x)") == [
                "cel.bind(x, i * 2, x + x) = 16", "  i * 2 = 8", "    i = 4", "  x + x = 16", "    x = 8", "    x = 8",
            ])
        #expect(
            try lines("m.?z.orValue(i)") == ["m.?z.orValue(i) = 4", "  m.?z = optional.none()", "    m = {'k': 1}", "  i = 4"])
    }

    @Test("a long value is cut short in a line")
    func longValues() throws {
        let environment = Environment(variables: ["l": .list(.int), "s": .string])
        let text = "size(l) + size(s)"
        let trace = environment.tracingProgram(try environment.compile(text)).evaluate([
            "l": .list(Array(repeating: .int(1), count: 100_000)), "s": .string(String(repeating: "院", count: 100_000)),
        ])
        #expect(trace.lines(of: text).allSatisfy { $0.unicodeScalars.count < 250 })
        #expect(trace.lines(of: text).filter { $0.hasSuffix("…") }.count == 2)
    }
}

private extension Expression {
    /// The expression with values for names, the last outermost in effect.
    func bound(_ scope: [(name: String, value: Value)]) -> Expression {
        scope.reversed().reduce(self) { body, name in
            .comprehension(
                .init(
                    variable: "@unused", range: .list([]), accumulator: name.name, initial: .constant(name.value),
                    condition: .constant(.bool(false)), step: .identifier(name.name), result: body))
        }
    }
}
