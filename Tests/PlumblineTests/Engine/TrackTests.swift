import Diagnostics
import Plumbline
import Quantities
import Testing

@Suite("the way from a baseline to a due date")
struct TrackTests {
    private static let years = """
        unit: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, \
        rate: {type: decimal, unit: 人/万人}, share: {type: percent}}}
        """
    private static let header = "unit,year,rate,share\n"

    /// `off_track 3.076, 0.465`: the state, where the line stands, what is needed a year; in the limit's unit.
    private func track(_ finding: Finding, _ plan: AuditPlan) -> String {
        guard let track = finding.track else { return "\(finding.outcome.rawValue)" }
        let unit = plan.rules[finding.rule].limit?.unit
        let scale = unit?.scale.reciprocal ?? .one
        return ([track.state.rawValue] + [track.line, track.yearly].map { number in number.map { ($0 * scale).description } ?? "-" })
            .joined(separator: " ")
    }

    private static let doctors = "baseline: {period: 2020, value: 1.69 人/万人}, due: 2025, observe: rate, target: {at_least: 4 人/万人}"
    private static let ceiling = "baseline: {period: 2020, value: 40%}, due: 2025, observe: share, target: {at_most: 30%}"

    private static let lines: [(rule: String, rows: [String], asOf: String, track: String)] = [
        (doctors, ["2023,3.08,"], "2024-03-31", "on_track 3.076 0.46"),
        (doctors, ["2023,3.076,"], "2024-03-31", "on_track 3.076 0.462"),
        (doctors, ["2023,3.07,"], "2024-03-31", "off_track 3.076 0.465"),
        // The last figures there are, wherever the day stands.
        (doctors, ["2022,3.07,"], "2024-03-31", "on_track 2.614 0.31"),
        (doctors, ["2023,5,"], "2024-03-31", "on_track 3.076 -"),
        (doctors, ["2025,4,"], "2025-12-31", "on_track 4 -"),
        (doctors, ["2025,3.9,"], "2025-12-31", "off_track 4 -"),
        (doctors, [], "2024-03-31", ""),
        // A figure of the baseline's own year tells nothing of the way.
        (doctors, ["2020,1.69,"], "2021-03-31", "cannot_tell - -"),
        (doctors, ["2026,9,"], "2024-03-31", "cannot_tell - -"),
        ("pace: stepped, \(doctors)", ["2023,1.7,"], "2024-03-31", "on_track 1.69 -"),
        ("pace: stepped, \(doctors)", ["2023,1.68,"], "2024-03-31", "off_track 1.69 -"),
        ("pace: none, \(doctors)", ["2023,1.68,"], "2024-03-31", "not_due"),
        (doctors, ["2025,4,"], "2026-01-01", "pass"),
        (ceiling, ["2022,,36%"], "2023-03-31", "on_track 36 -2"),
        (ceiling, ["2022,,36.1%"], "2023-03-31", "off_track 36 -61/30"),
        ("baseline: {period: 2020, value: 40%}, due: 2024, observe: share, target: {equals: 30%}", ["2022,,35%"], "2023-03-31", "on_track 35 -2.5"),
        // From the data.
        ("baseline: {period: 2020}, due: 2025, observe: rate, target: {at_least: 4 人/万人}", ["2020,1.5,", "2022,2.5,"], "2023-03-31", "on_track 2.5 0.5"),
        ("baseline: {period: 2020}, due: 2025, observe: rate, target: {at_least: 4 人/万人}", ["2022,2.5,"], "2023-03-31", "cannot_tell - -"),
        // What is to change as a whole changes bit by bit; a yearly rate is asked for at any time.
        ("baseline: {period: 2020, value: 40%}, due: 2025, observe: share, target: {change: {at_least: 10pp, against: baseline}}",
         ["2022,,43%"], "2023-03-31", "off_track 4 7/3"),
        ("baseline: {period: 2020, value: 40%}, due: 2025, observe: share, target: {change: {at_least: 2pp, against: baseline, yearly: linear}}",
         ["2022,,44%"], "2023-03-31", "on_track 2 -"),
        ("baseline: {period: 2020, value: 40%}, due: 2025, observe: share, target: {growth: {at_least: 2%, against: baseline, yearly: compound}}",
         ["2022,,41%"], "2023-03-31", "off_track 2 -"),
        // Without a baseline nothing is said.
        ("due: 2025, observe: rate, target: {at_least: 4 人/万人}", ["2022,2.5,"], "2023-03-31", "not_due"),
    ]

    @Test("before the due date a value is held against the line", arguments: lines)
    func line(rule: String, rows: [String], asOf: String, track expected: String) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, \(rule)")
        let csv = Self.header + rows.map { "A,\($0)\n" }.joined()
        let findings = try fixture.run([("unit", csv)], asOf: asOf).findings
        #expect(findings.map { track($0, fixture.plan) } == (expected.isEmpty ? [] : [expected]))
    }

    private static let spans: [(period: String, rows: [String], asOf: String, line: String)] = [
        ("{all: 2021..2025}", ["2021,5,", "2022,5,"], "2023-01-01", "not_due on_track"),
        ("{all: 2021..2025}", ["2021,5,", "2022,3,"], "2022-12-31", "not_due off_track"),
        ("{all: 2021..2025}", ["2021,5,", "2022,3,"], "2023-01-01", "fail"),
        ("{all: 2021..2025}", [], "2023-01-01", ""),
        ("{all: 2021..2025}", ["2020,5,"], "2021-06-30", "not_due cannot_tell"),
        ("{any: 2021..2025}", ["2021,3,", "2022,5,"], "2022-12-31", "not_due on_track"),
        ("{any: 2021..2025}", ["2021,3,"], "2022-01-01", "not_due cannot_tell"),
    ]

    @Test("one verdict over periods is on track as long as nothing speaks against it", arguments: spans)
    func span(period: String, rows: [String], asOf: String, line: String) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, period: \(period), observe: rate, target: {at_least: 4 人/万人}")
        let findings = try fixture.run([("unit", Self.header + rows.map { "A,\($0)\n" }.joined())], asOf: asOf).findings
        #expect(findings.map { ([$0.outcome.rawValue] + [$0.track?.state.rawValue].compactMap(\.self)).joined(separator: " ") } == (line.isEmpty ? [] : [line]))
    }

    @Test("a record of no period stands on the line as of the day of the run")
    func withoutPeriods() throws {
        let fixture = try AuditFixture(
            table: "unit: {key: [unit], fields: {unit: {type: string}, share: {type: percent}}}",
            rule: "for: unit, baseline: {period: 2020, value: 0%}, due: 2022, observe: share, target: {at_least: 73%}")
        let findings = try fixture.run([("unit", "unit,share\nA,36.5%\nB,36.4%\n")], asOf: "2021-12-31").findings
        #expect(findings.map { track($0, fixture.plan) } == ["on_track 36.5 36.5", "off_track 36.5 36.6"])
    }
}

/// What a rule's baseline comes to beside the data.
extension TrackTests {
    private static let differences: [(row: String, problems: [String])] = [
        ("A,2020,1.69,", []), ("A,2020,1.694,", []), ("A,2020,1.695,", ["baseline-differs"]), ("A,2020,1.5,", ["baseline-differs"]),
        ("A,2020,,", []), ("A,2019,5,", []),
    ]

    @Test("a baseline that the data have otherwise is a data problem, told once, and the rule's decides", arguments: differences)
    func differs(row: String, problems: [String]) throws {
        let fixture = try AuditFixture(
            table: Self.years,
            rule: "for: unit, period: {each: 2021..2022}, baseline: {period: 2020, value: 1.69 人/万人}, observe: rate, target: {growth: {at_least: 0%, against: baseline}}")
        let run = try fixture.run([("unit", Self.header + "\(row)\nA,2021,1.69,\nA,2022,1.69,\n")])
        #expect(run.totals.dataProblems.map(\.code.rawValue) == problems)
        #expect(run.findings.map(\.reason) == [.withinLimit, .withinLimit])
        #expect(run.findings.first?.baseline == BaselineFigure(
            period: try #require(CalendarPeriod("2020")), value: Number(numerator: 169, denominator: 1_000_000),
            unit: try Unit.parse("人/万人"), isStated: true))
    }

    @Test("an expression can name the record in the baseline's period")
    func named() throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit, period: 2025, baseline: {period: 2020}, require: share > baseline.share")
        let found = try fixture.lines(Self.header + "A,2020,,5%\nA,2025,,6%\nB,2020,,5%\nB,2025,,5%\nC,2025,,5%\n")
        #expect(found == ["A@2025 condition_true", "B@2025 condition_false", "C@2025 no_such_period"])
    }
}
