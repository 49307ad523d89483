import Testing

@Suite("change and growth")
struct PeriodComparisonTests {
    private static let table = "key: [id, year], period: year"
    private static let fields = """
        id: {type: string}, year: {type: period}, rate: {type: percent}, blood: {type: integer, unit: 个},
        docs: {type: integer, unit: 人}, staff: {type: integer, unit: 人}, income: {type: decimal, unit: 万元}
        """
    private static let header = "id,year,rate,blood,docs,staff,income\n"

    private static let examples: [(rule: String, before: String, now: String, line: String)] = [
        ("observe: rate, target: {change: {at_most: -0.5pp, against: previous}}", "44.82%,,,,", "44.32%,,,,",
         "within_limit -0.5pp of ≤ -0.5pp (previous), 0pp"),
        ("observe: rate, target: {change: {at_most: -0.5pp, against: previous}}", "44.82%,,,,", "44.33%,,,,",
         "beyond_limit -0.49pp of ≤ -0.5pp (previous), +0.01pp"),
        ("observe: rate, target: {change: {at_most: -0.5pp, against: year_ago}}", "44.82%,,,,", "44.33%,,,,",
         "beyond_limit -0.49pp of ≤ -0.5pp (year_ago), +0.01pp"),
        ("observe: rate, target: {change: {at_most: -0.5pp, against: previous}}", ",,,,", "44.33%,,,,", "missing"),
        ("observe: blood, target: {change: {at_least: 10 个, against: previous}}", ",100,,,", ",107,,,",
         "beyond_limit 7 个 of ≥ 10 个 (previous), -3 个, add 3"),
        ("observe: blood, target: {growth: {at_least: 2%, against: previous}}", ",100000,,,", ",102000,,,",
         "within_limit 2% of ≥ 2% (previous), 0pp"),
        ("observe: blood, target: {growth: {at_least: 2%, against: previous}}", ",100000,,,", ",101999,,,",
         "beyond_limit 1.999% of ≥ 2% (previous), -0.001pp, add 1"),
        ("observe: blood, target: {growth: {more_than: 2%, against: previous}}", ",100,,,", ",102,,,",
         "beyond_limit 2% of > 2% (previous), 0pp, add 1"),
        ("observe: blood, target: {growth: {at_most: 2%, against: previous}}", ",100,,,", ",105,,,",
         "beyond_limit 5% of ≤ 2% (previous), +3pp, remove 3"),
        ("observe: blood, target: {growth: {at_least: 100%, against: previous}}", ",48,,,", ",95,,,",
         "beyond_limit 97.92% of ≥ 100% (previous), -2.08pp, add 1"),
        ("observe: blood, target: {growth: {at_least: 2%, against: previous}}", ",0,,,", ",5,,,", "zero_base"),
        // Of two causes the first in the order of the reasons is told.
        ("observe: blood, target: {growth: {at_least: 2%, against: previous}}", ",0,,,", ",,,,", "missing"),
        ("observe: docs / staff, target: {change: {at_least: 10pp, against: previous}}", ",,3,10,", ",,3,10,",
         "beyond_limit 0pp of ≥ 10pp (previous), -10pp, convert 1, add 2"),
        ("observe: docs / staff, target: {growth: {at_least: 10%, against: previous}}", ",,0,0,", ",,3,10,", "zero_denominator"),
        ("observe: income, target: {growth: {at_least: 10%, against: previous}}", ",,,,100", ",,,,109.99",
         "beyond_limit 9.99% of ≥ 10% (previous), -0.01pp"),
    ]

    @Test("the value is held against what it was in the other period", arguments: examples)
    func example(rule: String, before: String, now: String, line: String) throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: "period: 2024, \(rule)", table: Self.table)
        #expect(try fixture.lines(Self.header + "H,2023,\(before)\nH,2024,\(now)\n") == [line])
    }

    @Test("without a row for the other period there is nothing to compare with")
    func noPeriod() throws {
        let rule = "period: 2024, observe: blood, target: {growth: {at_least: 2%, against: previous}}"
        let fixture = try TargetFixture(fields: Self.fields, rule: rule, table: Self.table)
        #expect(try fixture.lines(Self.header + "H,2022,,100,,,\nH,2024,,105,,,\n") == ["no_such_period"])
    }

    @Test("the limit may be computed, and may differ by case")
    func limits() throws {
        let rule = """
            period: 2024, observe: blood,
            target: {growth: {at_least: [{when: id == 'H', limit: 2%}, {when: true, limit: {value: previous.rate}}], against: previous}}
            """
        let fixture = try TargetFixture(fields: Self.fields, rule: rule.replacing("\n", with: " "), table: Self.table)
        let csv = Self.header + "H,2023,,100,,,\nH,2024,,101,,,\nI,2023,1%,100,,,\nI,2024,,101,,,\n"
        #expect(try fixture.reasons(csv) == ["beyond_limit", "within_limit"])
    }

    private static let faults: [(rule: String, faults: [String])] = [
        ("observe: rate, target: {change: {at_most: -0.5%, against: previous}}", ["change-in-percent"]),
        ("observe: rate, target: {change: {at_most: -0.5, against: previous}}", ["bare-number"]),
        ("observe: rate, target: {change: {at_most: -5 个, against: previous}}", ["unit-mismatch"]),
        ("observe: income, target: {change: {at_least: 5%, against: previous}}", ["unit-mismatch"]),
        ("observe: income, target: {change: {at_least: 5, against: previous}}", ["bare-number"]),
        ("observe: income, target: {change: {at_least: 5 万元, against: previous}}", []),
        ("observe: blood, target: {growth: {at_least: 2pp, against: previous}}", ["growth-in-points"]),
        ("observe: blood, target: {growth: {at_least: 2, against: previous}}", ["bare-number"]),
        ("observe: blood, target: {growth: {at_least: 2 个, against: previous}}", ["unit-mismatch"]),
        ("observe: blood, target: {growth: {at_least: 2%}}", ["missing-key"]),
        ("observe: blood, target: {growth: {against: previous}}", ["bound-missing"]),
        ("observe: blood, target: {growth: {at_least: 2%, at_most: 3%, against: previous}}", ["two-bounds"]),
        ("observe: blood, target: {growth: {at_least: 2%, against: baseline}}", ["baseline-missing"]),
        ("observe: blood, target: {growth: 2%}", ["not-a-comparison"]),
        ("observe: blood - previous.blood, target: {change: {at_least: 2 个, against: previous}}", ["compares-already"]),
        ("observe: blood - at(2020).blood, target: {change: {at_least: 2 个, against: previous}}", ["compares-already"]),
        ("observe: id, target: {change: {at_least: 2 个, against: previous}}", ["target-on-type"]),
    ]

    @Test("a change is in the value's unit, points for shares, and a growth in percent", arguments: faults)
    func atFault(rule: String, faults: [String]) throws {
        #expect(try TargetFixture.faults(fields: Self.fields, rule: "period: 2024, \(rule)", table: Self.table) == faults)
    }

    @Test("a table without periods has nothing to compare with")
    func noPeriods() throws {
        let rule = "observe: n, target: {growth: {at_least: 2%, against: previous}}"
        #expect(try TargetFixture.faults(fields: "n: {type: integer}", rule: rule) == ["no-periods"])
    }
}
