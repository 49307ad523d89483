import Testing

/// Limits that are computed, or differ by case.
@Suite("limits")
struct LimitTests {
    private static let fields = """
        kind: {type: string}, beds: {type: integer, unit: 张}, staff: {type: integer, unit: 人},
        docs: {type: integer, unit: 人}, norm: {type: decimal, unit: 张}, share: {type: percent}, floor: {type: percent},
        built: {type: date}, opened: {type: date}
        """
    private static let header = "kind,beds,staff,docs,norm,share,floor,built,opened\n"

    private static let computed: [(rule: String, record: String, line: String)] = [
        ("observe: beds, target: {at_least: {value: norm}}", "a,20,,,20,,,,", "within_limit 20 张 of ≥ 20 张 (norm), 0 张"),
        ("observe: beds, target: {at_least: {value: norm}}", "a,20,,,20.5,,,,", "beyond_limit 20 张 of ≥ 20.5 张 (norm), -0.5 张, add 1"),
        ("observe: beds, target: {more_than: {value: norm}}", "a,20,,,20,,,,", "beyond_limit 20 张 of > 20 张 (norm), 0 张, add 1"),
        ("observe: beds, target: {at_least: {value: norm}}", "a,20,,,,,,,", "missing"),
        ("observe: beds, target: {equals: {value: norm * 2}}", "a,20,,,10,,,,", "within_limit 20 张 of = 20 张 (norm * 2), 0 张"),
        ("observe: share, target: {at_most: {value: floor}}", "a,,,,,10%,9%,,", "beyond_limit 10% of ≤ 9% (floor), +1pp"),
        (
            "observe: docs / staff, target: {at_least: {value: floor}}", "a,,10,3,,,50%,,",
            "beyond_limit 30% of ≥ 50% (floor), -20pp, convert 2, add 4"
        ),
        (
            "observe: docs / staff, target: {at_least: {value: floor}}", "a,,10,3,,,100%,,",
            "beyond_limit 30% of ≥ 100% (floor), -70pp, convert 7, add impossible"
        ),
        (
            "observe: docs / staff, target: {at_least: {value: floor}}", "a,,3,1,,,1/3,,", "unreadable"
        ),
        ("observe: beds, target: {between: [{value: norm}, {value: norm + 2}]}", "a,23,,,20,,,,", "beyond_limit 23 张 of ∈ 22 张 (norm – norm + 2), +1 张, add impossible, remove 1"),
        ("observe: opened, target: {at_least: {value: built}}", "a,,,,,,,2025-03-01,2025-02-27", "beyond_limit 2025-02-27 of ≥ built, -2 天"),
    ]

    @Test("a computed limit holds each record against its own", arguments: computed)
    func computedLimit(rule: String, record: String, line: String) throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        #expect(try fixture.lines(Self.header + record) == [line])
    }

    private static let byCase = "observe: docs / staff, target: {at_least: [{when: kind == 'a', limit: 50%}, {when: beds > 10, limit: 30%}]}"
    private static let cases: [(record: String, line: String)] = [
        ("a,5,10,4,,,,,", "beyond_limit 40% of ≥ 50% (50% (kind == 'a'), 30% (beds > 10)), -10pp, convert 1, add 2"),
        ("b,11,10,4,,,,,", "within_limit 40% of ≥ 30% (50% (kind == 'a'), 30% (beds > 10)), +10pp"),
        ("b,5,10,4,,,,,", "no_limit"),
        (",5,10,4,,,,,", "missing"),
        ("b,,10,4,,,,,", "missing"),
        ("a,,10,4,,,,,", "beyond_limit 40% of ≥ 50% (50% (kind == 'a'), 30% (beds > 10)), -10pp, convert 1, add 2"),
    ]

    @Test("the first case that holds has the limit; where none does, there is none", arguments: cases)
    func limitByCase(record: String, line: String) throws {
        let fixture = try TargetFixture(fields: Self.fields.replacing("kind: {type: string}", with: "kind: {type: string}"), rule: Self.byCase)
        #expect(try fixture.lines(Self.header + record) == [line])
    }

    @Test("an unknown condition before one that holds leaves the record undecided")
    func unknownFirst() throws {
        let rule = "observe: docs, target: {at_least: [{when: beds > 10, limit: 3 人}, {when: true, limit: 1 人}]}"
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        #expect(try fixture.lines(Self.header + "a,,,2,,,,,\nb,5,,2,,,,,\nc,11,,2,,,,,") == [
            "missing", "within_limit 2 人 of ≥ 1 人 (3 人 (beds > 10), 1 人), +1 人",
            "beyond_limit 2 人 of ≥ 3 人 (3 人 (beds > 10), 1 人), -1 人, add 1",
        ])
    }

    @Test("cases stand within cases, and hold what is computed")
    func nested() throws {
        let rule = """
            observe: docs, target: {at_least: [{when: kind == 'a', limit: [{when: beds > 10, limit: {value: staff / 2}}]}, \
            {when: true, limit: 1 人}]}
            """
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        let reasons = try fixture.reasons(Self.header + "a,11,10,5,,,,,\na,11,10,4,,,,,\na,5,10,0,,,,,\nb,5,10,1,,,,,")
        #expect(reasons == ["within_limit", "beyond_limit", "no_limit", "within_limit"])
    }

    private static let faults: [(rule: String, faults: [String])] = [
        ("observe: beds, target: {at_least: {value: staff}}", ["unit-mismatch"]),
        ("observe: beds, target: {at_least: {value: built}}", ["limit-type"]),
        ("observe: share, target: {at_least: {value: 0.5}}", ["bare-number"]),
        ("observe: beds, target: {between: [{value: norm}, 30 人]}", ["unit-mismatch"]),
        ("observe: beds, target: {at_least: {value: norm, unit: 张}}", ["unknown-key"]),
        ("observe: beds, target: {at_least: [{when: true, limit: [{when: kind == 'a', limit: 3 人}]}]}", ["unit-mismatch"]),
        ("observe: beds, target: {one_of: [{value: norm}]}", ["not-a-limit"]),
    ]

    @Test("a limit has to be of the kind of what is observed, however it is written", arguments: faults)
    func kinds(rule: String, faults: [String]) throws {
        #expect(try TargetFixture.faults(fields: Self.fields, rule: rule) == faults)
    }

    @Test("a limit of more cases than anybody can check is a fault, not a crash")
    func manyCases() throws {
        let cases = (0..<5000).map { "{when: beds == \($0), limit: \($0) 人}" }.joined(separator: ", ")
        let faults = try TargetFixture.faults(fields: Self.fields, rule: "observe: docs, target: {at_least: [\(cases)]}")
        #expect(faults == ["too-many-cases"])
    }

    @Test("a hundred and fifty cases are planned and judged")
    func mostCases() throws {
        let cases = (1...150).map { "{when: beds == \($0), limit: \($0) 人}" }.joined(separator: ", ")
        let fixture = try TargetFixture(fields: Self.fields, rule: "observe: docs / staff, target: {at_least: [\(cases.replacing(" 人", with: "%"))]}")
        #expect(try fixture.reasons(Self.header + "a,150,10,16,,,,,\nb,1,100,0,,,,,") == ["within_limit", "beyond_limit"])
    }
}
