import Diagnostics
import Plumbline
import Testing

@Suite("until when a requirement has to be met")
struct DueTests {
    private static let years = """
        unit: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, \
        beds: {type: integer, range: 0..1000}}}
        """
    private static let plain = "unit: {key: [unit], fields: {unit: {type: string}, beds: {type: integer, range: 0..1000}}}"
    private static let target = "observe: beds, target: {at_least: 5}"

    private static let dates: [(rule: String, header: String, due: String?, isStated: Bool)] = [
        ("due: 2024-06-30", "due: 2025-12-31", "2024-06-30", true),
        ("due: 2024", "", "2024-12-31", true),
        ("due: 2024Q1", "", "2024-03-31", true),
        ("", "due: 2025-12-31", "2025-12-31", false),
        ("", "", nil, false),
    ]

    @Test("the rule's own date goes before its ruleset's, and the finding says which it is", arguments: dates)
    func whichDate(rule: String, header: String, due: String?, isStated: Bool) throws {
        let fixture = try AuditFixture(table: Self.plain, rule: "for: unit\(rule.isEmpty ? "" : ", ")\(rule), \(Self.target)", header: header)
        let found = try fixture.run([("unit", "unit,beds\nA,4\n")], asOf: "2030-01-01").findings
        #expect(found.map { $0.due?.date.description } == [due])
        #expect(found.map { $0.due?.isStated ?? false } == [isStated])
    }

    private static let days: [(asOf: String, lines: [String])] = [
        ("2024-06-29", ["A before_due (beyond_limit) 4, -1, add 1", "B before_due (within_limit) 5, 0", "C missing", "D unreadable"]),
        // The last day still counts.
        ("2024-06-30", ["A before_due (beyond_limit) 4, -1, add 1", "B before_due (within_limit) 5, 0", "C missing", "D unreadable"]),
        ("2024-07-01", ["A beyond_limit 4, -1, add 1", "B within_limit 5, 0", "C missing", "D unreadable"]),
    ]

    @Test("before the day nothing is decided but what it would be today, and what is blank stays blank", arguments: days)
    func before(asOf: String, lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.plain, rule: "for: unit, due: 2024-06-30, \(Self.target)")
        let found = try fixture.lines("unit,beds\nA,4\nB,5\nC,\nD,x\n", asOf: asOf)
        #expect(found == lines)
    }

    private static let histories: [(rule: String, rows: [String], asOf: String, lines: [String])] = [
        // Before it is due the last figures there are say how it stands; after it only the due year's count.
        ("due: 2025", ["A,2023,4", "A,2022,9"], "2024-06-30", ["A@2023 before_due (beyond_limit) 4, -1, add 1"]),
        ("due: 2025", ["A,2025,5"], "2025-12-31", ["A@2025 before_due (within_limit) 5, 0"]),
        ("due: 2025", ["A,2024,5"], "2026-01-01", ["A@2025 no_such_period"]),
        ("due: 2025", ["A,2024,9", "A,2025,4", "A,2026,9"], "2027-01-01", ["A@2025 beyond_limit 4, -1, add 1"]),
        // What comes after the due year is no news of it.
        ("due: 2023", ["A,2024,9"], "2023-06-30", ["A@2023 before_due"]),
        ("due: 2025-06-30", ["A,2025,4"], "2025-06-30", ["A@2025 before_due (beyond_limit) 4, -1, add 1"]),
        ("due: 2025-06-30", ["A,2025,4"], "2025-07-01", ["A@2025 beyond_limit 4, -1, add 1"]),
        // The period's own end.
        ("period: 2025", ["A,2025,4"], "2025-12-31", ["A@2025 before_due (beyond_limit) 4, -1, add 1"]),
        ("period: 2025", ["A,2024,4"], "2025-06-30", ["A@2025 before_due"]),
        ("period: 2025", ["A,2024,4"], "2026-01-01", ["A@2025 no_such_period"]),
        (
            "period: {each: 2024..2026}", ["A,2024,4", "A,2025,5"], "2025-06-30",
            ["A@2024 beyond_limit 4, -1, add 1", "A@2025 before_due (within_limit) 5, 0", "A@2026 before_due"]
        ),
        (
            "period: {each: 2024..2025}, due: 2026-06-30", ["A,2024,4", "A,2025,5"], "2026-06-30",
            ["A@2024 before_due (beyond_limit) 4, -1, add 1", "A@2025 before_due (within_limit) 5, 0"]
        ),
        ("period: {each: 2024..2025}, due: 2024-12-31", ["A,2024,4"], "2025-06-30", ["A@2024 beyond_limit 4, -1, add 1", "A@2025 before_due"]),
        ("period: {each: 2025Q1..2025Q2}", ["A,2025Q1,4"], "2025-04-01", ["A@2025Q1 beyond_limit 4, -1, add 1", "A@2025Q2 before_due"]),
    ]

    @Test("a period falls due at its end, or when rule or ruleset say so", arguments: histories)
    func history(rule: String, rows: [String], asOf: String, lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, \(rule), \(Self.target)")
        let found = try fixture.lines("unit,year,beds\n" + rows.joined(separator: "\n"), asOf: asOf)
        #expect(found == lines)
    }

    private static let whole: [(choice: String, rows: [String], asOf: String, line: String)] = [
        // One failed year under `all` is the end of it, one that passes under `any` likewise.
        ("{all: 2021..2025}", ["A,2021,5", "A,2022,4"], "2023-01-01", "A beyond_limit 4, -1, add 1"),
        ("{all: 2021..2025}", ["A,2021,5", "A,2022,5"], "2023-01-01", "A before_due (within_limit) 5, 0"),
        ("{any: 2021..2025}", ["A,2021,5"], "2022-01-01", "A within_limit 5, 0"),
        ("{any: 2021..2025}", ["A,2021,4"], "2022-01-01", "A before_due (beyond_limit) 4, -1, add 1"),
        // The year under way may still change, for better and for worse.
        ("{all: 2021..2025}", ["A,2021,5", "A,2022,4"], "2022-12-31", "A before_due (beyond_limit) 4, -1, add 1"),
        ("{any: 2021..2025}", ["A,2021,4", "A,2022,5"], "2022-12-31", "A before_due (within_limit) 5, 0"),
        // A year that is over and did not come, or came blank, keeps its own reason.
        ("{all: 2021..2025}", ["A,2022,5"], "2023-01-01", "A no_such_period"),
        ("{all: 2021..2025}", ["A,2021,", "A,2022,5"], "2023-01-01", "A missing"),
        ("{all: 2021..2025}", ["A,2021,", "A,2022,4"], "2023-01-01", "A beyond_limit 4, -1, add 1"),
        ("{all: 2021..2025}", ["A,2020,5"], "2021-06-30", "A before_due"),
        // Nor does a year that did not come take anything from the one under way, which may be the one.
        ("{any: 2021..2025}", ["A,2022,5"], "2022-12-31", "A before_due (within_limit) 5, 0"),
        ("{any: 2021..2025}", ["A,2021,", "A,2022,5"], "2022-12-31", "A before_due (within_limit) 5, 0"),
        ("{any: 2021..2025}", ["A,2021,", "A,2022,4"], "2022-12-31", "A missing"),
    ]

    @Test("one odd cell among years makes no other period due", arguments: [
        (["A,2025,4", "B,2025,5", "C,2025-03,9"], ["A@2025 beyond_limit 4, -1, add 1", "B@2025 within_limit 5, 0", "C@2025 no_such_period"]),
        (["A,2025,4", "B,2025-12,5"], ["A@2025 beyond_limit 4, -1, add 1", "B@2025 no_such_period"]),
        (["A,2024,4", "A,2025-12,4", "B,2025-12,5"], ["A@2025-12 beyond_limit 4, -1, add 1", "B@2025-12 within_limit 5, 0"]),
    ])
    func commonKind(rows: [String], lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, due: 2025, \(Self.target)")
        let found = try fixture.lines("unit,year,beds\n" + rows.joined(separator: "\n"))
        #expect(found == lines)
    }

    @Test("a verdict over several periods that no later data can change is given at once", arguments: whole)
    func overPeriods(choice: String, rows: [String], asOf: String, line: String) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, period: \(choice), \(Self.target)")
        let found = try fixture.lines("unit,year,beds\n" + rows.joined(separator: "\n"), asOf: asOf)
        #expect(found == [line])
    }

    @Test("before the day a number of records is told as it stands, too")
    func groups() throws {
        let fixture = try AuditFixture(
            table: Self.plain, rule: "for: unit, due: 2024-06-30, \(Self.target), coverage: {at_least: 2 个}")
        #expect(try fixture.lines("unit,beds\nA,4\nB,5\n", asOf: "2024-06-30") == ["all before_due (coverage_short) 1 个, -1 个, add 1"])
        #expect(try fixture.lines("unit,beds\nA,4\nB,5\n", asOf: "2024-07-01") == ["all coverage_short 1 个, -1 个, add 1"])
    }

    @Test("what is not in scope, or exempted, is so before the day as well")
    func scope() throws {
        let fixture = try AuditFixture(
            table: Self.plain, rule: "for: unit, where: beds > 1, except: [B], due: 2024-06-30, \(Self.target)")
        #expect(try fixture.lines("unit,beds\nA,1\nB,5\nC,\n", asOf: "2024-01-01") == ["A out_of_scope", "B excepted", "C scope_unknown"])
    }
}
