import CEL
import Testing

@Suite("Every way of evaluating gives what a plain walk of the tree gives")
struct DifferentialTests {
    private static let environment = RandomProgram.environment

    @Test("over 20,000 random expressions, most of them well typed", arguments: 0..<20)
    func random(batch: Int) throws {
        let calls = CallTable(Self.environment)
        var tally = (checked: 0, known: 0, otherError: 0)
        for seed in UInt64(batch * 1_000)..<UInt64((batch + 1) * 1_000) {
            var source = RandomProgram(seed: seed)
            let text = source.text()
            let values = source.values()
            guard let tree = try? Self.environment.parse(text) else { continue }
            var reference = ReferenceEvaluator(Self.environment, values, calls: calls)
            let expected = reference.value(of: tree)
            guard !reference.isExhausted else { continue }
            let outcomes = outcomes(tree, values)
            tally.known += expected.isKnown ? 1 : 0
            tally.checked += outcomes.count > 1 ? 1 : 0
            tally.otherError += outcomes.contains { !$0.value.isKnown && $0.value.description != expected.description } ? 1 : 0
            for (way, value) in outcomes where !agrees(value, expected, reference) {
                Issue.record("seed \(seed), \(way): \(value), not \(expected)\n\(text)\n\(values.filter { text.contains($0.key) })")
                return
            }
        }
        #expect(tally.checked > 600 && tally.known > 400 && tally.otherError < 5, "\(tally)")
    }

    private func outcomes(_ tree: Expression, _ values: [String: Value]) -> [(way: String, value: Value)] {
        let environment = Self.environment
        var outcomes = [("unchecked", environment.uncheckedProgram(tree).evaluate(values))]
        guard let checked = try? environment.check(tree) else { return outcomes }
        let program = environment.program(checked)
        outcomes.append(("checked", program.evaluate(values)))
        outcomes.append(("activation", program.evaluate(Asking(values: values))))
        outcomes.append(("slots", program.evaluate(slots: program.variables.map { values[$0] })))
        outcomes.append(("traced", environment.tracingProgram(checked).evaluate(values).value))
        outcomes.append(("partial", environment.partialProgram(checked).evaluate(values, unknowns: []).value))
        return outcomes
    }

    /// The same kind and value. Of errors the same code; where several arose, the definition leaves open which of them is
    /// told, and any will do: a loop that filters tells the first that its condition met, where the fold of its tree
    /// tells the last.
    private func agrees(_ value: Value, _ expected: Value, _ reference: ReferenceEvaluator) -> Bool {
        if case .error(let error) = value, case .error = expected { return reference.metErrors.contains(error.code) }
        return value.isIdentical(to: expected)
    }
}

/// An activation that is no dictionary.
struct Asking: Activation {
    let values: [String: Value]

    func value(of variable: String) -> Value? { values[variable] }
}

extension Value {
    /// Whether both are of the same kind and value, maps in the same order: 1, 1u and 1.0 differ, NaN is NaN, -0.0
    /// is not 0.0.
    func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || a.bitPattern == b.bitPattern
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && zip(a, b).allSatisfy { $0.key.isIdentical(to: $1.key) && $0.value.isIdentical(to: $1.value) }
        case (.object, .object), (.error, .error): description == other.description
        default: type.runtimeName == other.type.runtimeName && self == other
        }
    }
}
