import Testing

@Suite("Targets on durations")
struct DurationTargetTests {
    private static let fields = "called: {type: datetime}, arrived: {type: datetime}, waited: {type: duration}, minutes: {type: decimal, unit: min}"

    private static let examples: [(rule: String, row: String, line: String)] = [
        ("observe: arrived - called, target: {less_than: 13 min}", "2025-01-01T08:00:00Z,2025-01-01T08:12:59Z,-,-", "within_limit 12.98 min of < 13 min, -0.02 min"),
        ("observe: arrived - called, target: {less_than: 13 min}", "2025-01-01T08:00:00Z,2025-01-01T08:13:00Z,-,-", "beyond_limit 13 min of < 13 min, 0 min"),
        ("observe: arrived - called, target: {at_most: 0.5 h}", "2025-01-01T08:00:00Z,2025-01-01T08:45:00Z,-,-", "beyond_limit 0.75 h of ≤ 0.5 h, +0.25 h"),
        ("observe: arrived - called, target: {between: [1 min, 2 min]}", "2025-01-01T08:00:00Z,2025-01-01T08:00:30Z,-,-", "beyond_limit 0.5 min of ∈ 1 min – 2 min, -0.5 min"),
        ("observe: waited, target: {at_most: 13 min}", "-,-,13m,-", "within_limit 13 min of ≤ 13 min, 0 min"),
        ("observe: waited, target: {at_most: {value: minutes}}", "-,-,13m,12", "beyond_limit 13 min of ≤ 12 min (minutes), +1 min"),
        ("observe: arrived - called, target: {less_than: 13 min}", "2025-01-01T08:00:00Z,-,-,-", "missing"),
        ("require: arrived - called <= q('2 min')", "2025-01-01T08:00:00Z,2025-01-01T08:02:00Z,-,-", "condition_true"),
        ("require: q('2 min') >= arrived - called", "2025-01-01T08:00:00Z,2025-01-01T08:02:01Z,-,-", "condition_false"),
    ]

    @Test("a duration is held against a limit in a unit of time, and told in that unit", arguments: examples)
    func targets(rule: String, row: String, line: String) throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        #expect(try fixture.lines("called,arrived,waited,minutes\n\(row)\n") == [line])
    }

    private static let faults: [(rule: String, faults: [String])] = [
        ("observe: arrived - called, target: {at_most: 13}", ["bare-number"]),
        ("observe: arrived - called, target: {at_most: 13 km}", ["unit-mismatch"]),
        ("observe: arrived - called, target: {at_most: 85%}", ["unit-mismatch"]),
        ("require: arrived - called <= q('2 km')", ["unit-mismatch"]),
    ]

    @Test("a limit that is no time does not load", arguments: faults)
    func atFault(rule: String, faults: [String]) throws {
        #expect(try TargetFixture.faults(fields: Self.fields, rule: rule) == faults)
    }

    @Test("means, medians, sums and extremes of a list's durations are times", arguments: [
        ("calls.avg(c, c.arrived - c.called)", "beyond_limit 720 120"),
        ("calls.median(c, c.arrived - c.called)", "within_limit 480 -120"),
        ("calls.sum(c, c.arrived - c.called)", "beyond_limit 2160 1560"),
        ("calls.max(c, c.arrived - c.called)", "beyond_limit 1320 720"),
        ("calls.sum(c, c.arrived - c.called) / calls.count()", "beyond_limit 720 120"),
    ])
    func lists(observe: String, line: String) throws {
        let fixture = SubmissionFixture(
            vocabulary: """
                vocabulary: test
                tables:
                  unit: {key: [id], fields: {id: {type: string}}}
                  call: {key: row, fields: {unit: {references: unit, list: calls}, called: {type: datetime}, arrived: {type: datetime}}}
                """,
            rules: ["for: unit, observe: '\(observe)', target: {at_most: 10 min}"])
        let run = try fixture.run(["unit.csv": "id\na\n", "call.csv": """
            unit,called,arrived
            a,2025-01-01T08:00:00Z,2025-01-01T08:06:00Z
            a,2025-01-01T08:00:00Z,2025-01-01T08:08:00Z
            a,2025-01-01T08:00:00Z,2025-01-01T08:22:00Z

            """])
        #expect(run.lines == ["r0 a \(line)"])
    }
}
