import Diagnostics
import Plumbline
import Testing

@Suite("the cells of other periods that a verdict rests on")
struct OtherPeriodEvidenceTests {
    private static let table = """
        unit: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, \
        beds: {type: integer, unit: 张, range: 0..}, staff: {type: integer, unit: 人}, share: {expression: staff / beds}}}
        """
    private static let rows = "unit,year,beds,staff\nA,2022,1,7\nA,2024,3,8\nA,2025,4,9\n"

    private static let rules: [(rule: String, cells: [String])] = [
        ("observe: beds - previous.beds, target: {at_least: 1 张}", ["beds 4", "previous.beds 3"]),
        ("observe: beds, target: {change: {at_least: 1 张, against: previous}}", ["beds 4", "previous.beds 3"]),
        ("observe: beds, target: {growth: {at_least: 1%, against: year_ago}}", ["beds 4", "year_ago.beds 3"]),
        ("baseline: {period: 2022}, observe: beds, target: {growth: {at_least: 1%, against: baseline}}", ["beds 4", "baseline.beds 1"]),
        // A figure that the rule states is no cell.
        ("baseline: {period: 2022, value: 1 张}, observe: beds, target: {growth: {at_least: 1%, against: baseline}}", ["beds 4"]),
        ("baseline: {period: 2024, value: 1 张}, observe: beds, target: {growth: {at_least: 1%, against: previous}}", ["beds 4"]),
        // What the limit is made from, too.
        ("observe: beds, target: {at_least: {value: at(2022).beds + previous.beds}}", ["beds 4", "at(2022).beds 1", "previous.beds 3"]),
        ("require: beds > previous.beds && staff > at(2022).staff", ["beds 4", "staff 9", "previous.beds 3", "at(2022).staff 7"]),
        // Of what is made from others these.
        ("require: share < previous.share", ["staff 9", "beds 4", "previous.staff 8", "previous.beds 3"]),
        // Where there is no row there is no cell.
        ("observe: beds - at(2020).beds, target: {at_least: 1 张}", ["beds 4"]),
    ]

    @Test("they are named as the rule writes them, with the row they stand in", arguments: rules)
    func cells(rule: String, cells: [String]) throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, period: 2025, \(rule)")
        let finding = try #require(try fixture.run([("unit", Self.rows)]).findings.first)
        #expect(finding.evidence.map { "\($0.field) \($0.text ?? "-")" } == cells)
        let lines = ["beds": 4, "staff": 4, "previous": 3, "year_ago": 3, "at(2022)": 2, "baseline": 2]
        #expect(finding.evidence.map(\.address.line) == cells.map { lines[String($0.prefix { $0 != "." && $0 != " " })] })
    }

    @Test("of a year without a row those of the other years are told")
    func absent() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, period: 2023, require: beds > previous.beds")
        let finding = try #require(try fixture.run([("unit", Self.rows)]).findings.first)
        #expect(finding.evidence.map { "\($0.field) \($0.text ?? "-")" } == ["previous.beds 1"])
    }
}
