import Diagnostics
import Plumbline
import Testing

@Suite("steps that are reached by a date")
struct ReachingDateTests {
    private static let steps = "{build_step: {order: [谋划, 开工, 主体完工, 竣工, 投用], bands: {建设中: [开工, 主体完工]}}}"
    private static let table = """
        project: {key: [id], fields: {id: {type: string}, asked: {type: build_step}, \
        status: {type: build_step, reached_on: {开工: started_on, 主体完工: topped_out_on, 投用: in_use_on}}, \
        started_on: {type: date}, topped_out_on: {type: date, blank: none}, in_use_on: {type: date, blank: none}}}
        """
    private static let header = "id,asked,status,started_on,topped_out_on,in_use_on\n"

    private static let examples: [(target: String, row: String, asOf: String, line: String)] = [
        ("主体完工", "A,,投用,,2023-12-31,2025-02-01", "2025-06-30", "A within_limit 投用, +2 grades"),
        ("主体完工", "A,,投用,,2024-01-01,2025-02-01", "2025-06-30", "A late 投用, +1 天"),
        ("主体完工", "A,,投用,,,2025-02-01", "2025-06-30", "A date_missing"),
        ("主体完工", "A,,投用,,,", "2025-06-30", "A date_missing"),
        // What came later came in time, and so did what came before it.
        ("主体完工", "A,,投用,,,2023-10-01", "2025-06-30", "A within_limit 投用, +2 grades"),
        ("主体完工", "A,,开工,2020-01-01,,", "2025-06-30", "A beyond_limit 开工, -1 grade"),
        ("主体完工", "A,,,,,", "2025-06-30", "A missing"),
        // A step for which the vocabulary has no date is reached as the data stand.
        ("竣工", "A,,投用,,,2023-10-01", "2025-06-30", "A within_limit 投用, +1 grade"),
        ("竣工", "A,,投用,,2023-10-01,2024-10-01", "2025-06-30", "A within_limit 投用, +1 grade"),
        ("竣工", "A,,竣工,,,", "2025-06-30", "A within_limit 竣工, 0 grades"),
        ("谋划", "A,,开工,,,", "2025-06-30", "A within_limit 开工, +1 grade"),
        ("竣工", "A,,主体完工,,2023-10-01,", "2025-06-30", "A beyond_limit 主体完工, -1 grade"),
        ("投用", "A,,投用,,,2024-12-31", "2025-06-30", "A late 投用, +366 天"),
        // Of a band its lowest.
        ("建设中", "A,,开工,2023-12-31,,", "2025-06-30", "A within_limit 开工, 0 grades"),
        ("建设中", "A,,竣工,2024-01-10,,", "2025-06-30", "A late 竣工, +10 天"),
        ("{value: asked}", "A,主体完工,投用,,2024-01-01,2025-02-01", "2025-06-30", "A late 投用, +1 天"),
        ("{value: asked}", "A,开工,投用,2023-01-01,2024-01-01,2025-02-01", "2025-06-30", "A within_limit 投用, +3 grades"),
        ("{value: params.step}", "A,,投用,,2024-01-01,2025-02-01", "2025-06-30", "A late 投用, +1 天"),
        // Until the day nothing is late, dated or not.
        ("主体完工", "A,,投用,,,", "2023-12-31", "A before_due (within_limit) 投用, +2 grades"),
        ("主体完工", "A,,开工,2023-01-01,,", "2023-06-30", "A before_due (beyond_limit) 开工, -1 grade"),
    ]

    @Test("a step that was reached after the due date fails as late, by so many days", arguments: examples)
    func example(target: String, row: String, asOf: String, line: String) throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: project, due: 2023, observe: status, target: {reaches: \(target)}",
            header: target.contains("params") ? "params: {step: {type: build_step, value: 主体完工}}" : "",
            enumerations: Self.steps)
        #expect(try fixture.lines(Self.header + row + "\n", asOf: asOf) == [line])
    }

    @Test("the finding says when it was reached")
    func reachedOn() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: project, due: 2023, observe: status, target: {reaches: 主体完工}", enumerations: Self.steps)
        let findings = try fixture.run([("project", Self.header + "A,,投用,,2024-01-01,2025-02-01\n")]).findings
        #expect(findings.map(\.measurement.reachedOn) == [CalendarDate(iso: "2024-01-01")])
    }

    @Test("without a due date nothing is late")
    func withoutDue() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: project, observe: status, target: {reaches: 主体完工}", enumerations: Self.steps)
        #expect(try fixture.lines(Self.header + "A,,投用,,,\n") == ["A within_limit 投用, +2 grades"])
    }

    @Test("of a number of records those that were late do not count")
    func coverage() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: project, due: 2023, observe: status, target: {reaches: 投用}, coverage: {at_least: 3 个}",
            enumerations: Self.steps)
        let rows = "A,,投用,,,2023-01-01\nB,,投用,,,2023-12-31\nC,,投用,,,2024-01-07\n"
        let findings = try fixture.run([("project", Self.header + rows)]).findings
        #expect(findings.map(fixture.line) == ["all coverage_short 2 个, -1 个, add 1"])
        #expect(findings.flatMap { $0.group?.members.map { "\($0.record.name) \($0.reason.rawValue)" } ?? [] } == ["C late"])
    }

    @Test("a date that cannot be read is told as such, with its place, and is not one that nobody filled in")
    func unreadable() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: project, due: 2023, observe: status, target: {reaches: 主体完工}", enumerations: Self.steps)
        let rows = "A,,投用,,2023-13-45,2025-02-01\nB,,投用,,2023-13-45,2023-10-01\nC,,投用,某日,,2025-02-01\n"
        let findings = try fixture.run([("project", Self.header + rows)]).findings
        #expect(findings.map(\.reason) == [.unreadable, .withinLimit, .dateMissing])
        let cells = findings[0].evidence.filter { $0.state == .unreadable }
        #expect(cells.map(\.field) == ["topped_out_on"] && cells.map(\.address.line) == [2])
    }

    static let odd: [(row: String, problems: [String])] = [
        ("A,,投用,2020-01-01,2021-01-01,2022-01-01", []),
        ("A,,投用,2020-01-01,2021-01-01,2031-01-01", ["date-in-future in_use_on 2031-01-01"]),
        // A plan for later may lie in the future.
        ("A,,开工,2020-01-01,2031-01-01,2032-01-01", []),
        ("A,,投用,2020-01-01,2023-01-01,2022-01-01", ["dates-out-of-order topped_out_on 2023-01-01"]),
        ("A,,投用,2023-06-01,,2022-01-01", ["dates-out-of-order started_on 2023-06-01"]),
        ("A,,投用,2023-06-01,,", []), ("A,,,2031-06-01,,", []),
    ]

    @Test("a date after the day of the run, or after that of a later step, is a problem of the data at its cell", arguments: odd)
    func oddDates(row: String, problems: [String]) throws {
        let step = "for: project, due: 2023, observe: status, target: {reaches: 投用}"
        // Whether the records are read and forgotten, or held because others of them are looked at.
        let streamed = ["id: r, title: t, \(step)", "id: u, title: u, for: project, require: measured(started_on) || measured(topped_out_on)"]
        for rules in [streamed, streamed + ["id: s, title: s, for: project, target: {unique: [topped_out_on]}"]] {
            let fixture = try AuditFixture(tables: [Self.table], rules: rules, enumerations: Self.steps)
            let found = try fixture.run([("project", Self.header + row + "\n")]).totals.dataProblems
            #expect(found.map { "\($0.code.rawValue) \($0.column ?? "") \($0.text ?? "")" } == problems)
            #expect(found.allSatisfy { $0.address?.line == 2 })
        }
    }
}
