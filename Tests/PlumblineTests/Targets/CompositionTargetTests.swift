import Diagnostics
import Plumbline
import Quantities
import TestSupport
import Testing

@Suite("composition")
struct CompositionTargetTests {
    private static let enumerations = "{tier: {order: [D, C, B, A], bands: {upper: [B, A]}}, kind: {values: [x, y]}}"
    private static let fields = "tier: {type: tier}, kind: {type: kind}, town: {type: string}, beds: {type: integer}"

    private static func rule(_ composition: String, _ more: String = "") -> String {
        "observe: tier, target: {composition: {\(composition)}}\(more.isEmpty ? "" : ", ")\(more)"
    }

    private static func fixture(_ composition: String, _ more: String = "") throws -> TargetFixture {
        try TargetFixture(fields: fields, rule: rule(composition, more), enumerations: enumerations)
    }

    private static func csv(_ tiers: String) -> String { "tier,town\n" + tiers.map { "\($0 == "?" ? "" : String($0)),t\n" }.joined() }

    private static let examples: [(composition: String, tiers: String, line: String)] = [
        // Five of seven are 71.43 %; six are 85.71 %.
        ("at_or_above: {B: 85%}", "ABBBBCC", "beyond_limit 71.43% of ≥ 85% (B+ ≥ 85%), -13.57pp, convert 1, add 7"),
        ("at_or_above: {B: 85%}", "ABBBBBC", "within_limit 85.71% of ≥ 85% (B+ ≥ 85%), +0.71pp"),
        ("at_or_above: {A: 50%, B: 75%}", "ABCC", "beyond_limit 25% of ≥ 50% (A+ ≥ 50%, B+ ≥ 75%), -25pp, convert 1, add 2"),
        ("parts: {A: {at_least: 50%}}", "AB", "within_limit 50% of ≥ 50% (A ≥ 50%), 0pp"),
        ("parts: {A: {more_than: 50%}}", "AB", "beyond_limit 50% of > 50% (A > 50%), 0pp, convert 1, add 1"),
        ("parts: {A: {at_most: 25%}}", "AABB", "beyond_limit 50% of ≤ 25% (A ≤ 25%), +25pp, convert 1, remove 2"),
        ("parts: {D: {at_most: 0%}}", "AABD", "beyond_limit 25% of ≤ 0% (D ≤ 0%), +25pp, convert 1, remove 1"),
        ("parts: {upper: {at_least: 75%}}", "ABCB", "within_limit 75% of ≥ 75% (upper ≥ 75%), 0pp"),
        // A lacks a fifth of its limit, B a half.
        ("parts: {A: {at_least: 50%}, B: {at_least: 40%}}", "AAAABBCCCC", "beyond_limit 20% of ≥ 40% (A ≥ 50%, B ≥ 40%), -20pp, convert 2, add 4"),
        ("parts: {A: {at_least: 50%}, B: {at_least: 50%}}", "ABCC", "beyond_limit 25% of ≥ 50% (A ≥ 50%, B ≥ 50%), -25pp, convert 1, add 2"),
        // Just at its bound the one that has to be passed is short, and the one that has to be reached is not.
        ("parts: {A: {at_least: 0%}, B: {more_than: 0%, at_most: 70%}}", "C", "beyond_limit 0% of 0% (A ≥ 0%, B > 0%, B ≤ 70%), 0pp, convert 1, add 1"),
        ("parts: {A: {at_least: 0%}, B: {more_than: 50%}}", "BC", "beyond_limit 50% of 50% (A ≥ 0%, B > 50%), 0pp, convert 1, add 1"),
        ("parts: {A: {at_least: 20%}, B: {at_least: 20%}}, whole: 100%", "AABBC", "beyond_limit 80% of 100% (A ≥ 20%, B ≥ 20%, Σ = 100%), -20pp, convert 1, add impossible, remove impossible"),
        ("parts: {A: {at_least: 20%}, B: {at_least: 20%}}, whole: 80%", "AABBC", "within_limit 40% of 20% (A ≥ 20%, B ≥ 20%, Σ = 80%), +20pp"),
    ]

    @Test("each part's share is held against its bounds, exactly, and the worst one is told", arguments: examples)
    func example(composition: String, tiers: String, line: String) throws {
        #expect(try Self.fixture(composition).lines(Self.csv(tiers)) == [line])
    }

    @Test("strata are reckoned apart")
    func strata() throws {
        let fixture = try Self.fixture("parts: {A: {at_least: 50%}}, within: [town]")
        let findings = try fixture.findings("tier,town\nA,s\nB,s\nB,t\nC,t\n")
        #expect(findings.map { "\($0.record.key) \($0.reason.rawValue)" } == ["s within_limit", "t beyond_limit"])
    }

    @Test("every part is a side, with its share and number; what was not reported is counted")
    func sides() throws {
        let finding = try #require(try Self.fixture("parts: {A: {at_least: 50%}, B: {at_least: 25%}}", "missing: skip").findings(Self.csv("AAB?")).first)
        #expect(finding.group?.sides.map(\.title.en) == ["reported", "A ≥ 50%", "B ≥ 25%"])
        #expect(finding.group?.sides.map(\.counted) == [4, 2, 1])
        #expect(finding.group?.sides.map(\.missing) == [1, 0, 0])
        let figures = finding.group?.sides.map { side -> String in
            if case .number(let number)? = side.value { number.description } else { "" }
        }
        #expect(figures == ["0.75", "2/3", "1/3"])
    }

    private static let policies: [(policy: String, tiers: String, reason: String)] = [
        ("bounds", "AB?", "missing_decides"), ("skip", "AB?", "within_limit"), ("against", "AB?", "beyond_limit"),
        ("skip", "??", "missing"), ("against", "AAB?", "within_limit"), ("bounds", "AAAB?", "within_limit"),
        ("bounds", "BBBA?", "beyond_limit"),
    ]

    @Test("what is missing is taken as the rule says", arguments: policies)
    func missing(policy: String, tiers: String, reason: String) throws {
        #expect(try Self.fixture("parts: {A: {at_least: 50%}}", "missing: \(policy)").reasons(Self.csv(tiers)) == [reason])
    }

    @Test("a stratum of which nobody knows whether anyone is in scope is not measured, whatever the rule does about missing cells", arguments: ["bounds", "skip", "against"])
    func unknownScope(policy: String) throws {
        let fixture = try Self.fixture("parts: {A: {at_least: 50%}}", "where: kind == 'x', missing: \(policy)")
        #expect(try fixture.reasons("tier,town,kind\nA,t,\n") == ["scope_unknown"])
    }

    private static let faults: [(composition: String, faults: [String])] = [
        ("whole: 100%", ["one-composition"]),
        ("parts: {A: {at_least: 5%}}, at_or_above: {A: 5%}", ["one-composition"]),
        ("parts: {}", ["empty-list"]),
        ("parts: {E: {at_least: 5%}}", ["limit-type"]),
        ("parts: {A: {}}", ["part-without-bound"]),
        ("parts: {A: 5%}", ["yaml-wrong-type"]),
        ("parts: {A: {atleast: 5%}}", ["unknown-key"]),
        ("parts: {A: {at_least: 5%, more_than: 4%}}", ["two-bounds"]),
        ("parts: {A: {at_least: 50%, at_most: 40%}}", ["part-reversed"]),
        ("parts: {A: {at_least: 120%}}", ["part-not-a-share"]),
        ("parts: {A: {at_least: 0.5}}", ["part-not-a-share"]),
        ("parts: {A: {at_least: 5pp}}", ["part-not-a-share"]),
        ("parts: {A: {at_least: 5 家}}", ["unit-mismatch"]),
        ("parts: {A: {at_least: 60%}, B: {at_least: 50%}}", ["parts-beyond-whole"]),
        ("parts: {A: {at_most: 60%}, B: {at_most: 30%}}, whole: 100%", ["parts-short-of-whole"]),
        ("parts: {upper: {at_least: 5%}, A: {at_least: 5%}}", ["part-twice"]),
        ("parts: {A: {at_least: 0%}, B: {at_least: 0%}, C: {at_least: 0%}, D: {at_least: 0%}}, whole: 90%", ["whole-of-everything"]),
        ("at_or_above: {A: 5%}, whole: 100%", ["whole-of-cumulative"]),
        ("at_or_above: {A: {at_least: 5%}}", ["not-a-limit"]),
        ("parts: {A: {at_least: 5%}}, within: [nowhere]", ["unknown-field"]),
    ]

    @Test("what composition cannot make sense of is a fault", arguments: faults)
    func atFault(composition: String, faults: [String]) throws {
        let found = try TargetFixture.faults(fields: Self.fields, rule: Self.rule(composition), enumerations: Self.enumerations)
        #expect(found == faults)
    }

    @Test("only an ordered enumeration has grades above others, and numbers are no parts")
    func types() throws {
        for (observe, target, code) in [("kind", "at_or_above: {x: 5%}", "not-cumulative"), ("beds", "parts: {3: {at_least: 5%}}", "target-on-type")] {
            let rule = "observe: \(observe), target: {composition: {\(target)}}"
            #expect(try TargetFixture.faults(fields: Self.fields, rule: rule, enumerations: Self.enumerations) == [code])
        }
    }
}

extension CompositionTargetTests {
    /// Bounds in tenths on some of the values, and what parts make together.
    private struct Wanted {
        var floors: [Character: Int] = [:]
        var ceilings: [Character: Int] = [:]
        var whole: Int?

        init(using random: inout SeededGenerator) {
            var left = 10
            for tier in "ABCD" where Int.random(in: 0..<3, using: &random) > 0 {
                let floor = Int.random(in: 0...min(5, left), using: &random)
                left -= floor
                floors[tier] = floor
                if Int.random(in: 0..<3, using: &random) == 0 { ceilings[tier] = Int.random(in: max(floor, 4)...10, using: &random) }
            }
            if floors.isEmpty { floors["A"] = 3 }
            let most = floors.keys.reduce(0) { $0 + (ceilings[$1] ?? 10) }
            if Int.random(in: 0..<3, using: &random) == 0, most >= 10 { whole = floors.count == 4 ? 10 : Int.random(in: (10 - left)...10, using: &random) }
        }

        var text: String {
            let parts = floors.keys.sorted().map { tier in
                "\(tier): {at_least: \(floors[tier, default: 0] * 10)%" + (ceilings[tier].map { ", at_most: \($0 * 10)%" } ?? "") + "}"
            }
            return "parts: {\(parts.joined(separator: ", "))}" + (whole.map { ", whole: \($0 * 10)%" } ?? "")
        }

        func holds(_ tiers: [Character]) -> Bool {
            func count(_ tier: Character) -> Int { tiers.count { $0 == tier } * 10 }
            let together = floors.keys.reduce(0) { $0 + count($1) }
            return floors.allSatisfy { count($0.key) >= $0.value * tiers.count }
                && ceilings.allSatisfy { count($0.key) <= $0.value * tiers.count }
                && whole.map { together == $0 * tiers.count } ?? true
        }
    }

    private static func completions(_ tiers: [Character]) -> [[Character]] {
        tiers.reduce([[]]) { all, tier in all.flatMap { done in (tier == "?" ? Array("ABCD") : [tier]).map { done + [$0] } } }
    }

    private static func outcome(_ answers: Set<Bool>) -> String {
        answers.count == 2 ? "not_measured" : answers.contains(true) ? "pass" : "fail"
    }

    @Test("the verdict is what all completions of the missing values have in common", arguments: 0..<40)
    func completions(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let wanted = Wanted(using: &random)
        let fixture = try Self.fixture(wanted.text + ", within: [town]")
        let groups = (0..<40).map { _ in
            (0..<Int.random(in: 1...7, using: &random)).map { place in
                place < 4 && Int.random(in: 0..<3, using: &random) == 0 ? "?" : "ABCD".randomElement(using: &random) ?? "A"
            } as [Character]
        }
        let rows = groups.enumerated().flatMap { town, tiers in tiers.map { "\($0 == "?" ? "" : String($0)),\(town)" } }
        let findings = try fixture.findings("tier,town\n" + rows.joined(separator: "\n"))
        #expect(findings.count == groups.count)
        for finding in findings {
            let tiers = groups[try #require(Int(finding.record.key))]
            let expected = Self.outcome(Set(Self.completions(tiers).map(wanted.holds)))
            #expect(finding.outcome.rawValue == expected, "\(wanted.text): \(String(tiers))")
        }
    }

    @Test("grades at or above come out as all completions do", arguments: 0..<10)
    func cumulative(seed: Int) throws {
        var random = SeededGenerator(seed: 100 + UInt64(seed))
        let floors = [Int.random(in: 0...4, using: &random), Int.random(in: 3...8, using: &random), Int.random(in: 6...10, using: &random)]
        let fixture = try Self.fixture("at_or_above: {A: \(floors[0] * 10)%, B: \(floors[1] * 10)%, C: \(floors[2] * 10)%}, within: [town]")
        let groups = (0..<40).map { _ in
            (0..<Int.random(in: 1...6, using: &random)).map { _ in "ABCD?".randomElement(using: &random) ?? "A" } as [Character]
        }
        let rows = groups.enumerated().flatMap { town, tiers in tiers.map { "\($0 == "?" ? "" : String($0)),\(town)" } }
        for finding in try fixture.findings("tier,town\n" + rows.joined(separator: "\n")) {
            let tiers = groups[try #require(Int(finding.record.key))]
            let answers = Self.completions(tiers).map { all in
                zip(["A", "AB", "ABC"], floors).allSatisfy { upper, floor in all.count(where: upper.contains) * 10 >= floor * all.count }
            }
            #expect(finding.outcome.rawValue == Self.outcome(Set(answers)), "\(floors): \(String(tiers))")
        }
    }
}
