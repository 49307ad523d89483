import Plumbline
import Quantities
import TestSupport
import Testing

/// Arms of random outcomes against the truth tables of three-valued logic, written out plainly.
@Suite("arms against a plain reference")
struct ArmsPropertyTests {
    /// What one arm comes to, and the cells that make it so.
    private enum State: CaseIterable {
        case passes, fails, missing, fault, excluded, unlimited, openScope

        var isApplicable: Bool { self != .excluded && self != .unlimited }
    }

    private struct Arm {
        let state: State
        /// Whether it has a value with a limit; else it is a condition.
        let isMeasured: Bool
        let limit: Int
        let value: Int

        init(using random: inout SeededGenerator) {
            let state = State.allCases.randomElement(using: &random) ?? .passes
            isMeasured = state == .unlimited || (state != .fault && Bool.random(using: &random))
            limit = Int.random(in: 1...9, using: &random)
            value = state == .passes ? limit + Int.random(in: 0...9, using: &random) : Int.random(in: 0..<limit, using: &random)
            self.state = state
        }

        func rule(_ place: Int) -> String {
            isMeasured
                ? "{where: w\(place) == 1, observe: v\(place), target: {at_least: [{when: l\(place) == 1, limit: \(limit)}]}}"
                : "{where: w\(place) == 1, require: int(c\(place)) >= \(limit)}"
        }

        /// `w, l, v, c`
        var cells: [String] {
            let scope = state == .excluded ? "0" : state == .openScope ? "" : "1"
            let value = state == .missing ? "" : String(value)
            return [scope, state == .unlimited ? "0" : "1", value, state == .fault ? "x" : value]
        }

        var reason: Reason {
            switch state {
            case .passes: isMeasured ? .withinLimit : .conditionTrue
            case .fails: isMeasured ? .beyondLimit : .conditionFalse
            case .missing: .missing
            case .fault: .ruleError
            case .excluded: .outOfScope
            case .unlimited: .noLimit
            case .openScope: .scopeUnknown
            }
        }
    }

    /// The rule's reason, and its gap where an arm with one stands for all.
    private func expected(_ isAny: Bool, _ arms: [Arm]) -> (reason: Reason, gap: Int?) {
        let applicable = arms.filter(\.state.isApplicable)
        if applicable.isEmpty { return (.armNotApplicable, nil) }
        let passing = applicable.filter { $0.state == .passes }
        let failing = applicable.filter { $0.state == .fails }
        if isAny, !passing.isEmpty { return chosen(passing, isFarthest: false) }
        if !isAny, !failing.isEmpty { return chosen(failing, isFarthest: true) }
        if applicable.contains(where: { $0.state == .fault }) { return (.ruleError, nil) }
        if applicable.contains(where: { $0.state == .openScope }) { return (.scopeUnknown, nil) }
        if applicable.contains(where: { $0.state == .missing }) { return (.missing, nil) }
        return chosen(isAny ? failing : passing, isFarthest: false)
    }

    private func chosen(_ arms: [Arm], isFarthest: Bool) -> (Reason, Int?) {
        let measured = arms.filter(\.isMeasured)
        guard let first = measured.first else { return (arms[0].reason, nil) }
        let best = measured.dropFirst().reduce(first) { best, arm in
            // |gap| / limit, multiplied out.
            let (own, other) = (abs(arm.value - arm.limit) * best.limit, abs(best.value - best.limit) * arm.limit)
            return (isFarthest ? own > other : own < other) ? arm : best
        }
        return (best.reason, best.value - best.limit)
    }

    @Test("any number of arms in any state", arguments: 0..<60)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let isAny = Bool.random(using: &random)
        let arms = (0..<Int.random(in: 2...5, using: &random)).map { _ in Arm(using: &random) }
        let fields = arms.indices.map { "w\($0): {type: integer}, l\($0): {type: integer}, v\($0): {type: integer}, c\($0): {type: string}" }
        let fixture = try AuditFixture(
            table: "unit: {key: [id], fields: {id: {type: string}, \(fields.joined(separator: ", "))}}",
            rule: "for: unit, \(isAny ? "any_of" : "all_of"): [\(arms.enumerated().map { $1.rule($0) }.joined(separator: ", "))]")
        let header = "id," + arms.indices.map { "w\($0),l\($0),v\($0),c\($0)" }.joined(separator: ",")
        let finding = try #require(
            try fixture.run([("unit", "\(header)\nA,\(arms.flatMap(\.cells).joined(separator: ","))\n")]).findings.first)
        let expected = expected(isAny, arms)
        #expect(finding.reason == expected.reason)
        #expect(finding.measurement.gap?.integer == expected.gap.map(Int64.init))
        #expect(finding.arms.map(\.reason) == arms.map(\.reason))
    }
}
