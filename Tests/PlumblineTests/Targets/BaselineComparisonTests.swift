import Plumbline
import Quantities
import TestSupport
import Testing

/// `change` and `growth` against a baseline, as a whole and on average a year.
@Suite("change and growth against a baseline")
struct BaselineComparisonTests {
    private static let table = "key: [id, year], period: year"
    private static let fields = """
        id: {type: string}, year: {type: period}, rate: {type: percent}, cost: {type: decimal, unit: 元},
        people: {type: integer, unit: 人}
        """
    private static let header = "id,year,rate,cost,people\n"

    private static let examples: [(rule: String, rows: [String], line: String)] = [
        // A compound rate is decided by powers: 200.00 at 5 % over five years comes to 255.2563125.
        ("period: 2025, baseline: {period: 2020}, observe: cost, target: {growth: {at_most: 5%, against: baseline, yearly: compound}}",
         ["2020,,200.00,", "2025,,255.25,"], "within_limit 4.999% of ≤ 5% (baseline 2020, compound), -0.001pp"),
        ("period: 2025, baseline: {period: 2020}, observe: cost, target: {growth: {at_most: 5%, against: baseline, yearly: compound}}",
         ["2020,,200.00,", "2025,,255.26,"], "beyond_limit 5.0003% of ≤ 5% (baseline 2020, compound), +0.0003pp"),
        // The limit met exactly shows as the limit.
        ("period: 2022, baseline: {period: 2020, value: 100 元}, observe: cost, target: {growth: {at_most: 10%, against: baseline, yearly: compound}}",
         ["2022,,121,"], "within_limit 10% of ≤ 10% (baseline 2020, compound), 0pp"),
        ("period: 2022, baseline: {period: 2020, value: 100 元}, observe: cost, target: {growth: {less_than: 10%, against: baseline, yearly: compound}}",
         ["2022,,121,"], "beyond_limit 10% of < 10% (baseline 2020, compound), 0pp"),
        ("period: 2022, baseline: {period: 2020, value: 100 元}, observe: cost, target: {growth: {at_most: 10%, against: baseline, yearly: linear}}",
         ["2022,,121,"], "beyond_limit 10.5% of ≤ 10% (baseline 2020, linear), +0.5pp"),
        ("period: 2025, baseline: {period: 2020}, observe: people, target: {growth: {at_least: 100%, against: baseline}}",
         ["2020,,,48", "2025,,,95"], "beyond_limit 97.92% of ≥ 100% (baseline 2020), -2.08pp, add 1"),
        ("period: 2025, baseline: {period: 2020}, observe: people, target: {growth: {at_least: 5%, against: baseline, yearly: compound}}",
         ["2020,,,100", "2025,,,127"], "beyond_limit 4.90% of ≥ 5% (baseline 2020, compound), -0.10pp, add 1"),
        ("period: 2025, baseline: {period: 2020}, observe: people, target: {growth: {at_least: 6%, against: baseline, yearly: linear}}",
         ["2020,,,100", "2025,,,127"], "beyond_limit 5.4% of ≥ 6% (baseline 2020, linear), -0.6pp, add 3"),
        ("period: 2025, baseline: {period: 2020, value: 44.82%}, observe: rate, target: {change: {at_most: -0.5pp, against: baseline, yearly: linear}}",
         ["2025,42.32%,,"], "within_limit -0.5pp of ≤ -0.5pp (baseline 2020, linear), 0pp"),
        ("period: 2025, baseline: {period: 2020, value: 44.82%}, observe: rate, target: {change: {at_most: -0.5pp, against: baseline, yearly: linear}}",
         ["2025,42.33%,,"], "beyond_limit -0.498pp of ≤ -0.5pp (baseline 2020, linear), +0.002pp"),
        ("period: 2025, baseline: {period: 2020}, observe: people, target: {change: {at_least: 10 人, against: baseline, yearly: linear}}",
         ["2020,,,50", "2025,,,97"], "beyond_limit 9.4 人 of ≥ 10 人 (baseline 2020, linear), -0.6 人, add 3"),
        // Of nothing there is no growth, nor of a debt.
        ("period: 2025, baseline: {period: 2020}, observe: people, target: {growth: {at_least: 100%, against: baseline}}",
         ["2020,,,0", "2025,,,3"], "zero_base"),
        ("period: 2025, baseline: {period: 2020}, observe: cost, target: {growth: {at_least: 100%, against: baseline, yearly: compound}}",
         ["2020,,-5,", "2025,,3,"], "zero_base"),
        // What fell below nothing has no rate, and is beyond every floor.
        ("period: 2025, baseline: {period: 2020}, observe: cost, target: {growth: {at_least: -99%, against: baseline, yearly: compound}}",
         ["2020,,5,", "2025,,-3,"], "beyond_limit -100% of ≥ -99% (baseline 2020, compound), -1pp"),
        ("period: 2025, baseline: {period: 2020}, observe: people, target: {growth: {at_least: 100%, against: baseline}}",
         ["2025,,,3"], "no_such_period"),
        // The baseline's figure stands for the period before where that is the baseline's.
        ("period: 2021, baseline: {period: 2020, value: 44.82%}, observe: rate, target: {change: {at_most: -0.5pp, against: previous}}",
         ["2021,44.32%,,"], "within_limit -0.5pp of ≤ -0.5pp (previous), 0pp"),
        ("period: 2021, baseline: {period: 2020, value: 44.82%}, observe: rate, target: {change: {at_most: -0.5pp, against: year_ago}}",
         ["2021,44.33%,,"], "beyond_limit -0.49pp of ≤ -0.5pp (year_ago), +0.01pp"),
        ("period: 2022, baseline: {period: 2020, value: 44.82%}, observe: rate, target: {change: {at_most: -0.5pp, against: previous}}",
         ["2021,44.32%,,", "2022,43%,,"], "within_limit -1.32pp of ≤ -0.5pp (previous), -0.82pp"),
        ("period: 2022, baseline: {period: 2020, value: 44.82%}, observe: rate, target: {change: {at_most: -0.5pp, against: previous}}",
         ["2022,43%,,"], "no_such_period"),
        // A quarter is a quarter of a year: 1 % more than the quarter before is 4 % a year, or 4.06 % compound.
        ("period: 2025Q2, observe: cost, target: {growth: {at_most: 4%, against: previous, yearly: linear}}",
         ["2025Q1,,100,", "2025Q2,,101,"], "within_limit 4% of ≤ 4% (previous, linear), 0pp"),
        ("period: 2025Q2, observe: cost, target: {growth: {at_most: 4%, against: previous, yearly: compound}}",
         ["2025Q1,,100,", "2025Q2,,101,"], "beyond_limit 4.06% of ≤ 4% (previous, compound), +0.06pp"),
        ("period: 2025-07, baseline: {period: 2024-01}, observe: people, target: {growth: {at_least: 10%, against: baseline, yearly: compound}}",
         ["2024-01,,,1000", "2025-07,,,1153"], "beyond_limit 9.96% of ≥ 10% (baseline 2024-01, compound), -0.04pp, add 1"),
    ]

    @Test("the value is held against what it was in the baseline's period", arguments: examples)
    func example(rule: String, rows: [String], line: String) throws {
        let fixture = try TargetFixture(fields: Self.fields.replacing("\n", with: " "), rule: rule, table: Self.table)
        let csv = Self.header + rows.map { "H,\($0)\n" }.joined()
        #expect(try fixture.lines(csv) == [line])
    }

    @Test("a limit may be computed, and a computed rate is compared as powers too")
    func computed() throws {
        let rule = """
            period: 2025, baseline: {period: 2020}, observe: cost,
            target: {growth: {at_most: {value: rate}, against: baseline, yearly: compound}}
            """
        let fixture = try TargetFixture(
            fields: Self.fields.replacing("\n", with: " "), rule: rule.replacing("\n", with: " "), table: Self.table)
        let csv = Self.header + "H,2020,,200,\nH,2025,5%,255.25,\nI,2020,,200,\nI,2025,5%,255.26,\n"
        #expect(try fixture.reasons(csv) == ["within_limit", "beyond_limit"])
    }

    private static let standIns: [(rule: String, rows: [String], reasons: [String])] = [
        // The rule's figure goes before the data's, wherever the observed field is asked for in that period.
        ("period: 2025, baseline: {period: 2020, value: 100 元}, observe: cost, target: {at_most: {value: baseline.cost * 1.2}}",
         ["2020,,50,", "2025,,120,"], ["within_limit"]),
        ("period: 2025, baseline: {period: 2020, value: 100 元}, observe: cost, target: {at_most: {value: baseline.cost * 1.2}}",
         ["2025,,120.01,"], ["beyond_limit"]),
        ("period: 2021, baseline: {period: 2020, value: 100 元}, observe: cost, target: {at_most: {value: previous.cost}}",
         ["2021,,100,"], ["within_limit"]),
        ("period: 2022, baseline: {period: 2020, value: 100 元}, observe: cost, target: {at_most: {value: previous.cost}}",
         ["2021,,90,", "2022,,100,"], ["beyond_limit"]),
        ("period: 2021, baseline: {period: 2020, value: 100 元}, observe: cost, target: {at_most: {value: previous.cost * previous.rate}}",
         ["2020,200%,1,", "2021,,200,"], ["within_limit"]),
    ]

    @Test("in limits the baseline's figure stands for the observed value of its period", arguments: standIns)
    func standIn(rule: String, rows: [String], reasons: [String]) throws {
        let fixture = try TargetFixture(fields: Self.fields.replacing("\n", with: " "), rule: rule, table: Self.table)
        #expect(try fixture.reasons(Self.header + rows.map { "H,\($0)\n" }.joined()) == reasons)
    }

    @Test("a table without periods is held against a figure that the rule states, a year at a time where it names the year")
    func withoutPeriods() throws {
        let fields = "id: {type: string}, n: {type: integer, unit: 人}"
        let baseline = "baseline: {period: 2020, value: 100 人}, observe: n"
        let whole = try TargetFixture(fields: fields, rule: "\(baseline), target: {growth: {at_least: 10%, against: baseline}}", table: "key: [id]")
        #expect(try whole.reasons("id,n\nA,110\nB,109\n") == ["within_limit", "beyond_limit"])
        let yearly = "target: {growth: {at_least: 10%, against: baseline, yearly: compound}}"
        let named = try TargetFixture(fields: fields, rule: "period: 2022, \(baseline), \(yearly)", table: "key: [id]")
        #expect(try named.reasons("id,n\nA,121\nB,120\n") == ["within_limit", "beyond_limit"])
        #expect(try TargetFixture.faults(fields: fields, rule: "\(baseline), \(yearly)", table: "key: [id]") == ["period-not-named"])
    }

    private static let faults: [(rule: String, faults: [String])] = [
        ("baseline: {period: 2020, value: 5 个}, observe: rate, target: {at_least: 5%}", ["unit-mismatch"]),
        ("baseline: {period: 2020, value: 44.82}, observe: rate, target: {at_least: 5%}", ["bare-number"]),
        ("baseline: {period: 2020, value: 44.82%}, observe: rate, target: {at_least: 5%}", []),
        ("baseline: {period: 2020, value: 9%}, observe: rate, target: {more_than: {value: previous.rate}}", []),
        ("baseline: {period: 2020, value: 9%}, observe: rate, target: {more_than: {value: previous.rate * 1.01}}", []),
        ("baseline: {period: 2020, value: 9%}, observe: rate, target: {more_than: {value: baseline.rate * 1.01}}", []),
        ("baseline: {period: 2020, value: 9%}, observe: rate, target: {more_than: {value: previous.rate + 0.1}}", ["bare-number"]),
        ("baseline: {period: 2020, value: 很多}, observe: rate, target: {at_least: 5%}", ["bad-quantity"]),
        ("baseline: {period: 2020, value: 5}, observe: id, target: {equals: a}", ["baseline-of-nothing"]),
        ("baseline: {period: 2020, value: 5%}, require: rate > 0", ["baseline-of-nothing"]),
        ("baseline: {period: 2020}, require: rate > baseline.rate", []),
        ("require: rate > baseline.rate", ["no-baseline"]),
        ("baseline: {period: 2025}, observe: rate, target: {at_least: 5%}", ["baseline-not-before"]),
        ("baseline: {period: 2026}, observe: rate, target: {at_least: 5%}", ["baseline-not-before"]),
        ("baseline: {period: 2020年底}, observe: rate, target: {at_least: 5%}", ["not-a-period"]),
        ("baseline: 2020, observe: rate, target: {at_least: 5%}", ["not-a-baseline"]),
        ("baseline: {value: 5%}, observe: rate, target: {at_least: 5%}", ["missing-key"]),
        ("baseline: {period: 2020, valeu: 5%}, observe: rate, target: {at_least: 5%}", ["unknown-key"]),
        ("pace: linear, observe: rate, target: {at_least: 5%}", ["pace-without-baseline"]),
        ("pace: none, observe: rate, target: {at_least: 5%}", []),
        ("pace: quick, baseline: {period: 2020}, observe: rate, target: {at_least: 5%}", ["unknown-value"]),
        ("pace: linear, baseline: {period: 2020}, observe: rate, target: {between: [5%, 10%]}", ["pace-without-line"]),
        ("pace: stepped, baseline: {period: 2020}, observe: rate, target: {change: {at_least: 5pp, against: previous}}", ["pace-without-line"]),
        ("pace: stepped, baseline: {period: 2020}, observe: rate, target: {change: {at_least: 5pp, against: baseline}}", []),
        ("observe: rate, target: {change: {at_least: 5pp, against: baseline}}", ["baseline-missing"]),
        ("baseline: {period: 2020}, observe: rate, target: {change: {at_least: 5pp, against: baseline, yearly: compound}}", ["compound-change"]),
        ("baseline: {period: 2020}, observe: rate, target: {growth: {at_least: -100%, against: baseline, yearly: compound}}", ["compound-below-nothing"]),
        ("baseline: {period: 2020}, observe: rate, target: {growth: {at_least: 5%, against: baseline, yearly: average}}", ["unknown-value"]),
        ("baseline: {period: 2020}, observe: rate - baseline.rate, target: {growth: {at_least: 5%, against: baseline}}", ["compares-already"]),
    ]

    @Test("what a rule says of its baseline is held against the rest of it", arguments: faults)
    func atFault(rule: String, faults: [String]) throws {
        let fields = Self.fields.replacing("\n", with: " ")
        #expect(try TargetFixture.faults(fields: fields, rule: "period: 2025, \(rule)", table: Self.table) == faults)
    }
}

/// Compound rates against plain powers, over and over.
extension BaselineComparisonTests {
    private static let kinds = ["at_least", "at_most", "more_than", "less_than"]

    @Test("a compound rate is decided as exact powers are, shown on the same side of its limit, and closed by the smallest number", arguments: kinds)
    func powers(kind: String) throws {
        var generator = SeededGenerator(seed: 7)
        for rate in [-7, 0, 2, 5, 12] {
            for last in [2021, 2023, 2025] {
                let years = last - 2020
                let fixture = try TargetFixture(
                    fields: "id: {type: string}, year: {type: period}, n: {type: integer, unit: 人}",
                    rule: "period: \(last), baseline: {period: 2020}, observe: n, target: {growth: {\(kind): \(rate)%, against: baseline, yearly: compound}}",
                    table: Self.table)
                let pairs = (0..<60).map { _ in
                    let base = Int.random(in: 1...400, using: &generator)
                    // Near the limit, where rounding would decide.
                    let near = Double(base) * (1...years).reduce(1.0) { level, _ in level * (1 + Double(rate) / 100) }
                    return (base: base, value: max(0, Int(near) + Int.random(in: -2...2, using: &generator)))
                }
                let rows = pairs.enumerated().map { "u\($0),2020,\($1.base)\nu\($0),\(last),\($1.value)\n" }
                let findings = try fixture.findings("id,year,n\n" + rows.joined())
                #expect(findings.count == pairs.count)
                for (finding, pair) in zip(findings, pairs) {
                    let text = "\(pair.value) from \(pair.base), \(kind) \(rate)% in \(years)"
                    let holds = Self.holds(kind, pair.value, pair.base, rate, years)
                    #expect(finding.reason == (holds ? .withinLimit : .beyondLimit), "\(text)")
                    let gap = try #require(finding.measurement.gap)
                    #expect(gap.signum == Self.side(pair.value, pair.base, rate, years), "\(text)")
                    guard !holds else { continue }
                    #expect(finding.measurement.closings.map(\.text) == [Self.closing(kind, pair.value, pair.base, rate, years)], "\(text)")
                }
            }
        }
    }

    /// `value * 100^n` against `base * (100 + rate)^n`.
    private static func side(_ value: Int, _ base: Int, _ rate: Int, _ years: Int) -> Int {
        let grown = (1...years).reduce(Int128(value)) { power, _ in power * 100 }
        let asked = (1...years).reduce(Int128(base)) { power, _ in power * Int128(100 + rate) }
        return grown < asked ? -1 : grown == asked ? 0 : 1
    }

    private static func holds(_ kind: String, _ value: Int, _ base: Int, _ rate: Int, _ years: Int) -> Bool {
        let side = side(value, base, rate, years)
        switch kind {
        case "at_least": return side >= 0
        case "more_than": return side > 0
        case "at_most": return side <= 0
        default: return side < 0
        }
    }

    private static func closing(_ kind: String, _ value: Int, _ base: Int, _ rate: Int, _ years: Int) -> String {
        let step = ["at_least", "more_than"].contains(kind) ? 1 : -1
        let found = (1...1000).first { value + step * $0 >= 0 && holds(kind, value + step * $0, base, rate, years) }
        return found.map(String.init) ?? "impossible"
    }
}
