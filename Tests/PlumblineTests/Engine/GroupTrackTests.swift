import Diagnostics
import Plumbline
import Quantities
import Testing

@Suite("the way of a number of records")
struct GroupTrackTests {
    private static let years = """
        unit: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, met: {type: boolean}, beds: {type: integer}}}
        """
    private static let rows = "unit,year,met,beds\nA,2022,true,1\nB,2022,false,2\nC,2022,false,3\nD,2022,true,4\n"

    private static let tracks: [(rule: String, track: String)] = [
        ("baseline: {period: 2020, value: 30%}, due: 2025, require: met, coverage: {at_least: 80%}", "on_track 0.5 0.1"),
        ("baseline: {period: 2020, value: 40%}, due: 2025, require: met, coverage: {at_least: 80%}", "off_track 0.56 0.1"),
        ("baseline: {period: 2020, value: 1 个}, due: 2025, require: met, coverage: {at_least: 6 个}", "off_track 3 4/3"),
        ("baseline: {period: 2020, value: 30%}, pace: none, due: 2025, require: met, coverage: {at_least: 80%}", "none"),
        ("due: 2025, require: met, coverage: {at_least: 80%}", "none"),
    ]

    @Test("a share of records is held against the line from where it started", arguments: tracks)
    func line(rule: String, track: String) throws {
        let fixture = try AuditFixture(table: Self.years, rule: "for: unit, \(rule)")
        let finding = try #require(try fixture.run([("unit", Self.rows)], asOf: "2023-03-31").findings.first)
        let found = finding.track.map { track in
            [track.state.rawValue, track.line?.description, track.yearly?.description]
                .compactMap(\.self).joined(separator: " ")
        }
        #expect(finding.outcome == .notDue)
        #expect(found ?? "none" == track)
    }

    @Test("the figure that a group starts from is held against the group's limit", arguments: [
        ("baseline: {period: 2020, value: 3 个}, due: 2025, require: met, coverage: {at_least: 80%}", "unit-mismatch"),
        ("baseline: {period: 2020, value: 30%}, pace: linear, due: 2025, require: met, coverage: {between: [80%, 90%]}", "pace-without-line"),
        ("baseline: {period: 2020}, pace: linear, due: 2025, require: met, coverage: {at_least: 80%}", "pace-without-line"),
    ])
    func atFault(rule: String, code: String) throws {
        let error = #expect(throws: Diagnostics.self) { try AuditFixture(table: Self.years, rule: "for: unit, \(rule)") }
        #expect(error?.all.map(\.code.rawValue) == [code])
    }

    @Test("members that are held against what they were have a baseline of their own")
    func ofMembers() throws {
        let fixture = try AuditFixture(
            table: Self.years,
            rule: "for: unit, period: 2022, baseline: {period: 2020, value: 2}, observe: beds, target: {growth: {at_least: 50%, against: baseline}}, coverage: {at_least: 2 个}")
        let finding = try #require(try fixture.run([("unit", Self.rows)], asOf: "2023-03-31").findings.first)
        #expect(finding.reason == .coverageMet)
    }
}
