import CEL
import TestSupport
import Testing

@Suite("What is decided with unknown parts holds whatever these parts turn out to be")
struct SubstitutionTests {
    private static let environment = RandomProgram.environment

    @Test("a value is the value for every substitution, and the residual gives what the whole gives", arguments: 0..<8)
    func random(batch: Int) throws {
        var tally = (decided: 0, unknown: 0)
        for seed in UInt64(batch * 500)..<UInt64((batch + 1) * 500) {
            var source = RandomProgram(seed: 1_000_000 + seed)
            let text = source.text(seed % 2 == 0 ? .bool : .any, depth: 4)
            guard let checked = try? Self.environment.compile(text), !checked.referencedVariables.isEmpty else { continue }
            var trial = SubstitutionTrial(seed: seed, checked: checked, text: text, source: source)
            try trial.run()
            if trial.isDecided { tally.decided += 1 } else { tally.unknown += 1 }
        }
        #expect(tally.decided > 30 && tally.unknown > 30, "\(tally)")
    }

    @Test(
        "the residual keeps what the whole would be at fault for",
        arguments: [
            ("true && r", "r"), ("p && r", "p, r"), ("(p ? r : 1) + i", "i"), ("r + i", "i"), ("[r, 'a'] == n || q", "q"),
            ("i + (p ? r : 2)", "i"), ("(p || q) && r == 1", "q"),
        ])
    func misfits(text: String, unknown: String) throws {
        var source = RandomProgram(seed: 1)
        var values = source.values(someMissing: false)
        values["r"] = .string("x")
        values["p"] = .bool(true)
        let checked = try Self.environment.compile(text)
        let patterns = unknown.split(separator: ", ").map { AttributePattern(String($0)) }
        let partial = Self.environment.partialProgram(checked).evaluate(values, unknowns: patterns)
        let expected = Self.environment.program(checked).evaluate(values)
        let residual = Self.environment.program(try Self.environment.check(partial.residual)).evaluate(values)
        #expect(residual.isIdentical(to: expected), "\(partial.residual.unparsed()): \(residual), not \(expected)")
    }
}

/// One expression with some of its variables, or parts of them, unknown.
private struct SubstitutionTrial {
    let text: String
    let checked: CheckedExpression
    private let environment = RandomProgram.environment
    private let known: [String: Value]
    private let patterns: [AttributePattern]
    private var source: RandomProgram
    private(set) var isDecided = false

    init(seed: UInt64, checked: CheckedExpression, text: String, source: RandomProgram) {
        self.text = text
        self.checked = checked
        self.source = source
        known = self.source.values(someMissing: false)
        var random = SeededGenerator(seed: seed)
        patterns = checked.referencedVariables.filter { _ in Bool.random(using: &random) }.map {
            Self.pattern($0, &random)
        }
    }

    private static func pattern(_ name: String, _ random: inout SeededGenerator) -> AttributePattern {
        let parts: [AttributePattern.Qualifier]? =
            switch name {
            case "m": ["k"]
            case "l", "ls": [Bool.random(using: &random) ? 0 : .any]
            case "r": [["k", .any, "a"].randomElement(using: &random) ?? .any]
            case "n": [1]
            default: nil
            }
        return AttributePattern(name, Bool.random(using: &random) ? parts ?? [] : [])
    }

    mutating func run() throws {
        let program = environment.program(checked)
        let partial = environment.partialProgram(checked).evaluate(known, unknowns: patterns)
        let whole = program.evaluate(withUnknowns)
        isDecided = partial.value.isKnown
        try checkCauses(partial.value)
        let residual = try environment.check(partial.residual)
        let residualProgram = environment.program(residual)
        let read = try environment.compile(partial.residual.unparsed())
        #expect(read.root.unparsed() == residual.root.unparsed(), "\(text)")
        if partial.value.isKnown, !partial.value.isOptional { try #require(partial.residual.isConstant, "\(text): \(partial.residual.unparsed())") }
        for _ in 0..<4 {
            let values = substituted()
            let full = program.evaluate(values)
            check(partial.value, full, values, "partial")
            if patterns.allSatisfy(\.qualifiers.isEmpty) { check(whole, full, values, "unknown values") }
            let rest = residualProgram.evaluate(values)
            try #require(rest.isIdentical(to: full), "\(text) became \(partial.residual.unparsed()): \(rest), not \(full), \(patterns), \(values)")
            try #require(environment.program(read).evaluate(values).isIdentical(to: full), "\(text): \(partial.residual.unparsed())")
        }
    }

    /// A value is the value in full, an error an error.
    private func check(_ value: Value, _ full: Value, _ values: [String: Value], _ way: String) {
        switch value {
        case .unknown: return
        case .error: if case .error = full { return }
        default: if value.isIdentical(to: full) { return }
        }
        Issue.record("\(way): \(text): \(value), but \(full) with \(values); \(patterns)")
    }

    private func checkCauses(_ value: Value) throws {
        guard case .unknown(let set) = value else { return }
        for cause in set.causes {
            #expect(patterns.contains { cause.subject.hasPrefix($0.variable) }, "\(text): \(cause)")
        }
    }

    private var withUnknowns: [String: Value] {
        var values = known
        for pattern in patterns {
            values[pattern.variable] = .unknown(UnknownSet(UnknownCause(code: "missing", subject: pattern.variable)))
        }
        return values
    }

    private mutating func substituted() -> [String: Value] {
        var values = known
        for pattern in patterns {
            guard let type = RandomProgram.types[pattern.variable] else { continue }
            let new = source.value(of: type)
            values[pattern.variable] = values[pattern.variable]?.replacing(pattern.qualifiers, by: new) ?? new
        }
        return values
    }
}

private extension Expression {
    var isConstant: Bool {
        if case .constant = node { true } else { false }
    }
}

private extension Value {
    /// Whether there are optional values in it, which have no literal.
    var isOptional: Bool {
        switch self {
        case .object: true
        case .list(let elements): elements.contains(where: \.isOptional)
        case .map(let map): map.contains { $0.value.isOptional }
        default: false
        }
    }

    /// The value with a part replaced by the part of another, where both have it.
    func replacing(_ qualifiers: [AttributePattern.Qualifier], by other: Value) -> Value {
        guard let qualifier = qualifiers.first else { return other }
        switch (self, other, qualifier) {
        case (.map(let map), .map(let new), .key(let key)):
            let pairs = map.map { ($0.key, $0.key == key ? new[key] ?? $0.value : $0.value) }
            return (try? MapValue(pairs)).map { .map($0) } ?? self
        case (.list(let elements), .list(let new), .key(.int(let index))):
            guard elements.indices.contains(Int(index)), new.indices.contains(Int(index)) else { return self }
            var changed = elements
            changed[Int(index)] = new[Int(index)]
            return .list(changed)
        case (_, _, .any): return other.isKindred(to: self) ? other : self
        default: return self
        }
    }

    private func isKindred(to other: Value) -> Bool {
        switch (self, other) {
        case (.list, .list), (.map, .map): true
        default: false
        }
    }
}
