import Diagnostics
import Plumbline
import Testing

@Suite("the periods that a rule judges")
struct PeriodTests {
    /// A row a unit and period.
    private static let years = """
        unit: {key: [unit, period], period: period, fields: {unit: {type: string}, period: {type: period}, \
        beds: {type: integer, range: 0..1000}}}
        """
    private static let header = "unit,period,beds\n"

    private static let choices: [(period: String, rows: [String], lines: [String])] = [
        ("2025", ["A,2024,1", "A,2025,5", "B,2024,9"], ["A@2025 within_limit 5, 0", "B@2025 no_such_period"]),
        (
            "{each: 2023..2025}", ["A,2025,5", "A,2023,4"],
            ["A@2023 beyond_limit 4, -1, add 1", "A@2024 no_such_period", "A@2025 within_limit 5, 0"]
        ),
        ("{each: [2023, 2025]}", ["A,2024,5", "A,2025,6"], ["A@2023 no_such_period", "A@2025 within_limit 6, +1"]),
        ("{each: 2025Q1..2025Q2}", ["A,2025Q2,5", "A,2024Q1,1"], ["A@2025Q1 no_such_period", "A@2025Q2 within_limit 5, 0"]),
        ("{each: 2024-12..2025-01}", ["A,2025-01,5", "A,2024-12,1"], ["A@2024-12 beyond_limit 1, -4, add 4", "A@2025-01 within_limit 5, 0"]),
        ("{all: 2024..2025}", ["A,2024,5", "A,2025,6"], ["A within_limit 6, +1"]),
        ("{all: 2024..2025}", ["A,2024,4", "A,2025,6"], ["A beyond_limit 4, -1, add 1"]),
        ("{all: 2024..2025}", ["A,2025,6"], ["A no_such_period"]),
        ("{all: 2024..2025}", ["A,2025,4"], ["A beyond_limit 4, -1, add 1"]),
        ("{all: 2024..2025}", ["A,2024,", "A,2025,6"], ["A missing"]),
        ("{any: 2024..2025}", ["A,2024,4", "A,2025,6"], ["A within_limit 6, +1"]),
        ("{any: 2024..2025}", ["A,2025,6"], ["A within_limit 6, +1"]),
        ("{any: 2024..2025}", ["A,2024,4", "A,2025,3"], ["A beyond_limit 3, -2, add 2"]),
        ("{any: 2024..2025}", ["A,2025,3"], ["A no_such_period"]),
        ("{any: 2024..2025}", ["A,2024,3", "A,2025,"], ["A missing"]),
    ]

    @Test("a record with a row a period is judged in each period that the rule names, absent ones too", arguments: choices)
    func keyed(period: String, rows: [String], lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, period: \(period), observe: beds, target: {at_least: 5}")
        let found = try fixture.lines(Self.header + rows.joined(separator: "\n"))
        #expect(found == lines)
        #expect(try fixture.lines(Self.header + rows.reversed().joined(separator: "\n")).sorted() == lines.sorted())
    }

    @Test("a verdict over several periods says what each of them came to")
    func periodVerdicts() throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, period: {all: 2023..2025}, observe: beds, target: {at_least: 5}")
        let findings = try fixture.run([("unit", Self.header + "A,2025,4\nA,2023,7\n")]).findings
        #expect(findings.map { $0.periods.map { "\($0.period) \($0.reason.rawValue)" } } == [
            ["2023 within_limit", "2024 no_such_period", "2025 beyond_limit"]
        ])
    }

    @Test("two rows of one period are both judged, and reported")
    func duplicates() throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, period: 2025, observe: beds, target: {at_least: 5}")
        let run = try fixture.run([("unit", Self.header + "A,2025,4\nA,2025,6\n")])
        #expect(run.findings.map(fixture.line) == ["A@2025 beyond_limit 4, -1, add 1", "A@2025 within_limit 6, +1"])
        #expect(run.totals.dataProblems.map(\.code.rawValue) == ["duplicate-key"])
        #expect(run.totals.summaries[0].ledger.duplicates == 1)
    }

    @Test("a table with periods and neither period nor due date is no rule to judge by")
    func nothingToJudge() {
        #expect(throws: (any Error).self) {
            try AuditFixture(table: Self.years, rule: "for: unit, observe: beds, target: {at_least: 5}")
        }
    }
}

/// Records that each happened once, and are of the period of their date.
extension PeriodTests {
    private static let calls = """
        call: {key: [id], period: year_of(called_at), fields: {id: {type: string}, called_at: {type: date}, \
        area: {type: string}, minutes: {type: integer, range: 0..}}}
        """
    private static let callHeader = "id,called_at,area,minutes\n"

    private static let events: [(period: String, rows: [String], lines: [String])] = [
        (
            "2025", ["a,2025-03-01,E,5", "b,2024-12-31,E,9", "c,2025-12-31,E,9"],
            ["a@2025 within_limit 5, -3", "b@2024 other_period", "c@2025 beyond_limit 9, +1, remove 1"]
        ),
        ("{each: 2024..2025}", ["b,2024-12-31,E,9", "d,2023-01-01,E,1"], ["b@2024 beyond_limit 9, +1, remove 1", "d@2023 other_period"]),
        // Of an event without a date nobody can say that it is not judged, nor that it is.
        ("2025", ["a,,E,5"], ["a scope_unknown"]),
        ("{each: 2024..2025}", ["a,,E,9"], ["a scope_unknown"]),
        ("2025", ["a,,W,5"], ["a out_of_scope"]),
    ]

    @Test("an event is judged in its own period, and one of another period is not what the rule judges", arguments: events)
    func event(period: String, rows: [String], lines: [String]) throws {
        let fixture = try AuditFixture(
            table: Self.calls, rule: "for: call, where: area == 'E', period: \(period), observe: minutes, target: {at_most: 8}")
        let found = try fixture.lines(Self.callHeader + rows.joined(separator: "\n"))
        #expect(found == lines)
    }

    @Test("without a period the events of the due date's period are judged")
    func eventsDue() throws {
        let fixture = try AuditFixture(
            table: Self.calls, rule: "for: call, due: 2025, observe: minutes, target: {at_most: 8}")
        #expect(try fixture.lines(Self.callHeader + "a,2025-03-01,E,5\nb,2024-03-01,E,5\n") == ["a@2025 within_limit 5, -3", "b@2024 other_period"])
    }

    @Test("a share over events counts those of each period, and one of no known period may be of any")
    func sharesOfEvents() throws {
        let fixture = try AuditFixture(
            table: Self.calls, rule: "for: call, period: {each: 2023..2025}, require: minutes <= 8, coverage: {at_least: 50%}")
        #expect(try fixture.lines(Self.callHeader + "a,2025-03-01,E,5\nb,2025-04-01,E,9\nc,2024-03-01,E,9\n") == [
            "all@2023 empty_group", "all@2024 coverage_short 0%, -50pp, convert 1, add 1", "all@2025 coverage_met 50%, 0pp",
        ])
        let undated = try fixture.run([("call", Self.callHeader + "a,2025-03-01,E,5\nb,,E,5\nc,2024-03-01,E,5\nd,2025-03-02,E,9\n")])
        #expect(undated.findings.map(\.reason.rawValue) == ["scope_unknown", "coverage_met", "coverage_met"])
        let ledger = undated.totals.summaries[0].ledger
        #expect((ledger.records, ledger.scopeUnknown) == (4, 1))
    }

    @Test("where what is not reported is not met, one of no known period counts in none")
    func undatedAgainst() throws {
        let fixture = try AuditFixture(
            table: Self.calls,
            rule: "for: call, period: {each: 2024..2025}, missing: against, require: minutes <= 8, coverage: {at_least: 50%}")
        #expect(try fixture.lines(Self.callHeader + "a,2025-03-01,E,5\nb,,E,5\n") == [
            "all@2024 scope_unknown", "all@2025 coverage_met 100%, +50pp",
        ])
    }
}

/// Tables that know no periods, under rules that do.
extension PeriodTests {
    private static let people = "person: {key: [id], fields: {id: {type: string}, chosen_on: {type: date}, left_on: {type: date, blank: none}}}"

    @Test("a table without periods is judged in each by what the rule says of the period")
    func variable() throws {
        let fixture = try AuditFixture(
            table: Self.people,
            rule: "for: person, where: year_of(chosen_on) == period, period: {each: 2023..2025}, coverage: {at_least: 2 人}")
        let csv = "id,chosen_on,left_on\na,2024-01-01,\nb,2024-12-31,\nc,2023-05-05,\nd,2019-01-01,\n"
        #expect(try fixture.lines(csv) == [
            "all@2023 coverage_short 1 人, -1 人, add 1", "all@2024 coverage_met 2 人, 0 人", "all@2025 coverage_short 0 人, -2 人, add 2",
        ])
    }

    @Test("each of its records has a finding a period")
    func recordsOfNoPeriod() throws {
        let fixture = try AuditFixture(
            table: Self.people,
            rule: "for: person, where: chosen_on <= due, period: {each: 2023..2024}, require: 'left_on == null || year_of(left_on) > period'")
        let csv = "id,chosen_on,left_on\na,2020-01-01,2024-06-30\nb,2024-02-01,\n"
        #expect(try fixture.lines(csv) == [
            "a@2023 condition_true", "a@2024 condition_false", "b@2023 out_of_scope", "b@2024 condition_true",
        ])
    }
}

/// What expressions see of other periods.
extension PeriodTests {
    private static let steps: [(observe: String, period: String, rows: [String], line: String)] = [
        ("beds - previous.beds", "2025", ["A,2025,5", "A,2024,3"], "A@2025 within_limit 2, +1"),
        // A year without a row is a year without an answer, and not one to step over.
        ("beds - previous.beds", "2025", ["A,2025,5", "A,2023,3"], "A@2025 no_such_period"),
        ("beds - previous.beds", "2025", ["A,2025,5", "A,2024,3", "A,2024,4"], "A@2025 ambiguous_record"),
        ("beds - previous.beds", "2025", ["A,2025,5", "B,2024,3"], "A@2025 no_such_period"),
        ("beds - previous.beds", "2025", ["A,2025,5", "A,2024,"], "A@2025 missing"),
        ("beds - previous.beds", "2025", ["A,2025,5", "A,2024,x"], "A@2025 unreadable"),
        ("beds - previous.beds", "2024Q1", ["A,2024Q1,5", "A,2023Q4,3"], "A@2024Q1 within_limit 2, +1"),
        ("beds - year_ago.beds", "2024Q1", ["A,2024Q1,5", "A,2023Q4,3", "A,2023Q1,1"], "A@2024Q1 within_limit 4, +3"),
        ("beds - previous.beds", "2024-01", ["A,2024-01,5", "A,2023-12,3"], "A@2024-01 within_limit 2, +1"),
        ("beds - year_ago.beds", "2024-01", ["A,2024-01,5", "A,2023-12,3"], "A@2024-01 no_such_period"),
        ("beds - year_ago.beds", "2025", ["A,2025,5", "A,2024,3"], "A@2025 within_limit 2, +1"),
        ("beds - at(2020).beds", "2025", ["A,2025,5", "A,2020,1"], "A@2025 within_limit 4, +3"),
        ("beds - at(2020).beds", "2025", ["A,2025,5", "A,2021,1"], "A@2025 no_such_period"),
        // Of a year without a row the other years are known all the same.
        ("at(2020).beds", "2025", ["A,2020,1"], "A@2025 within_limit 1, 0"),
    ]

    @Test("other periods are found by the calendar, never by the order of rows", arguments: steps)
    func step(observe: String, period: String, rows: [String], line: String) throws {
        let rule = "for: unit, period: \(period), observe: \(observe), target: {at_least: 1}"
        let fixture = try AuditFixture(table: Self.years, rule: rule)
        for rows in [rows, rows.reversed()] {
            #expect(try fixture.lines(Self.header + rows.joined(separator: "\n")).filter { $0.hasPrefix("A") } == [line])
        }
    }
}
