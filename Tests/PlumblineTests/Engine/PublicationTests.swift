import Diagnostics
import Plumbline
import Testing

@Suite("when figures are published, and the latest there are")
struct PublicationTests {
    private static let years = """
        unit: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, \
        area: {type: string}, beds: {type: integer, range: 0..1000}}}
        """
    private static let header = "unit,year,area,beds\n"

    private static let days: [(rows: [String], asOf: String, line: String)] = [
        (["A,2021,,5"], "2023-06-29", "not_due not_published"),
        (["A,2022,,"], "2023-06-29", "not_due not_published"),
        (["A,2022,,5"], "2023-06-29", "pass within_limit"),
        (["A,2022,,4"], "2023-06-29", "fail beyond_limit"),
        (["A,2022,,x"], "2023-06-29", "not_measured unreadable"),
        // From the day itself on they are to be there.
        (["A,2021,,5"], "2023-06-30", "not_measured not_published"),
        (["A,2022,,"], "2023-06-30", "not_measured missing"),
        (["A,2022,,5"], "2023-06-30", "pass within_limit"),
        (["A,2021,,5"], "2022-06-30", "not_due not_published"),
        (["A,2022,,5"], "2022-06-30", "not_due before_due"),
    ]

    @Test("before the day what is not there is awaited, after it nobody published it", arguments: days)
    func expected(rows: [String], asOf: String, line: String) throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit, period: 2022, expected_on: 2023-06-30, observe: beds, target: {at_least: 5}")
        let run = try fixture.run([("unit", Self.header + rows.joined(separator: "\n"))], asOf: asOf)
        #expect(run.findings.map { "\($0.outcome.rawValue) \($0.reason.rawValue)" } == [line])
        let outcome = try #require(run.findings.first?.outcome)
        #expect(run.totals.summaries[0].outcomes.filter { $0.value > 0 } == [outcome: 1])
    }

    @Test("one verdict over periods waits for the one that is not published")
    func span() throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit, period: {all: 2021..2022}, expected_on: 2023-06-30, observe: beds, target: {at_least: 5}")
        func lines(_ rows: String, _ asOf: String) throws -> [String] {
            try fixture.run([("unit", Self.header + rows)], asOf: asOf).findings.map { "\($0.outcome.rawValue) \($0.reason.rawValue)" }
        }
        #expect(try lines("A,2021,,5\n", "2023-01-01") == ["not_due not_published"])
        #expect(try lines("A,2021,,4\n", "2023-01-01") == ["fail beyond_limit"])
        #expect(try lines("A,2021,,5\n", "2023-07-01") == ["not_measured not_published"])
        #expect(try lines("A,2021,,5\nA,2022,,5\n", "2023-01-01") == ["pass within_limit"])
    }

    private static let latest: [(rows: [String], lines: [String])] = [
        (["A,2018,E,5", "A,2016,E,4"], ["A@2018 within_limit 5, 0"]),
        // A blank year is passed over, what cannot be read too.
        (["A,2018,E,", "A,2016,E,4"], ["A@2016 beyond_limit 4, -1, add 1"]),
        (["A,2018,E,x", "A,2016,E,6"], ["A@2016 within_limit 6, +1"]),
        // Of a year without a row nobody can say that the rule does not apply.
        (["A,2014,W,9"], ["A scope_unknown"]),
        (["A,2019,W,9"], ["A@2019 out_of_scope"]),
        // What is of a year to come does not count yet.
        (["A,2027,E,9", "A,2015,E,5"], ["A@2015 within_limit 5, 0"]),
        (["A,2026,E,5"], ["A@2026 within_limit 5, 0"]),
        (["A,2018,E,5", "B,2016,E,4"], ["A@2018 within_limit 5, 0", "B@2016 beyond_limit 4, -1, add 1"]),
    ]

    @Test("of each record the latest period with a figure is judged", arguments: latest)
    func latestSince(rows: [String], lines: [String]) throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit, where: area != 'W', period: {latest_since: 2015}, observe: beds, target: {at_least: 5}")
        let found = try fixture.lines(Self.header + rows.joined(separator: "\n"))
        #expect(found == lines)
    }

    @Test("a record without a figure since then has no such period")
    func nowhere() throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, period: {latest_since: 2015}, observe: beds, target: {at_least: 5}")
        #expect(try fixture.lines(Self.header + "A,2014,E,9\nB,2016,E,\nC,2016,E,5\n") == [
            "A no_such_period", "B no_such_period", "C@2016 within_limit 5, 0",
        ])
    }

    @Test("a due date ends what counts as the latest, and until then nothing is due")
    func latestDue() throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit, period: {latest_since: 2015}, due: 2024, observe: beds, target: {at_least: 5}")
        let csv = Self.header + "A,2023,E,4\nA,2025,E,9\n"
        #expect(try fixture.lines(csv, asOf: "2026-01-01") == ["A@2023 beyond_limit 4, -1, add 1"])
        #expect(try fixture.lines(csv, asOf: "2024-12-31") == ["A@2023 before_due (beyond_limit) 4, -1, add 1"])
    }

    @Test("a coverage counts each record in its own latest period")
    func latestOfGroup() throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit, period: {latest_since: 2015}, observe: beds, target: {at_least: 5}, coverage: {at_least: 2 个}")
        #expect(try fixture.lines(Self.header + "A,2018,E,5\nA,2016,E,4\nB,2015,E,6\nC,2017,E,1\n") == ["all coverage_met 2 个, 0 个"])
    }

    @Test("another rule can ask whether the latest figure meets its limit")
    func asked() throws {
        let fixture = try AuditFixture(
            tables: [Self.years],
            rules: [
                "id: latest, title: t, for: unit, period: {latest_since: 2015}, observe: beds, target: {at_least: 5}",
                "id: asks, title: t, for: unit, period: 2018, require: '@record.meets(\"latest\")'".replacing("@record.", with: "at(2018)."),
            ])
        let found = try fixture.lines([("unit", Self.header + "A,2018,E,5\nA,2016,E,4\nB,2018,E,\nB,2016,E,9\n")])
        #expect(found.filter { $0.hasPrefix("asks") } == ["asks A@2018 condition_true", "asks B@2018 missing"])
    }

    private static let faults: [(rule: String, code: String)] = [
        ("period: {latest_since: 2015}, observe: beds, target: {growth: {at_least: 5%, against: previous}}", "compares-latest"),
        ("period: {latest_since: 2015..2020}, observe: beds, target: {at_least: 5}", "not-a-period"),
        ("period: {latest_since: 2015, each: 2015..2020}, observe: beds, target: {at_least: 5}", "one-manner-of-periods"),
        ("period: 2022, expected_on: 2021-12-31, observe: beds, target: {at_least: 5}", "expected-before-period"),
        ("period: {each: 2022..2024}, expected_on: 2023-12-31, observe: beds, target: {at_least: 5}", "expected-before-period"),
        ("period: 2022, expected_on: 2023年, observe: beds, target: {at_least: 5}", "bad-date"),
        ("period: {all: 2022..2024}, baseline: {period: 2020}, pace: linear, observe: beds, target: {at_least: 5}", "pace-without-due"),
    ]

    @Test("what cannot be meant is a fault of the rule", arguments: faults)
    func atFault(rule: String, code: String) throws {
        let error = #expect(throws: Diagnostics.self) { try AuditFixture(table: Self.years, rule: "for: unit, \(rule)") }
        #expect(error?.all.first?.code.rawValue == code)
    }
}
