import Plumbline
import Testing

@Suite("records whose key came twice")
struct RepeatedKeyTests {
    private static let tables = [
        "inst: {key: [id], fields: {id: {type: string}, kind: {type: string}, beds: {type: integer}}}",
        "staff: {key: [id], fields: {id: {type: string}, inst: {references: inst, list: staff}, pay: {type: decimal}}}",
    ]
    private static let staff = "id,inst,pay\nS1,A,1\nS2,A,2\nS3,B,3\n"

    @Test("copies that say the same are one record to references, lists and groups")
    func alike() throws {
        let fixture = try AuditFixture(
            tables: Self.tables,
            rules: [
                "id: list, title: t, for: inst, observe: staff.count(), target: {at_least: 2}",
                "id: reference, title: t, for: staff, require: inst.beds > 5",
                "id: group, title: t, for: inst, require: staff.count() >= 2, coverage: {at_least: 50%}",
            ])
        let files = [("inst", "id,kind,beds\nA,h,9\nB,h,9\n"), ("inst", "id,kind,beds\nA,h,\n"), ("staff", Self.staff)]
        #expect(try fixture.lines(files) == [
            "list A within_limit 2, 0", "list B beyond_limit 1, -1, add 1", "list A within_limit 2, 0",
            "group all coverage_met 50%, 0pp",
            "reference S1 condition_true", "reference S2 condition_true", "reference S3 condition_true",
        ])
    }

    @Test("copies that say different things are none that a reference or a group can rest on")
    func different() throws {
        let fixture = try AuditFixture(
            tables: Self.tables,
            rules: [
                "id: list, title: t, for: inst, observe: staff.count(), target: {at_least: 2}",
                "id: reference, title: t, for: staff, require: inst.beds > 5",
                "id: group, title: t, for: inst, require: beds > 5, coverage: {at_least: 60%}",
            ])
        let files = [("inst", "id,kind,beds\nA,h,9\nB,h,9\n"), ("inst", "id,kind,beds\nA,h,1\n"), ("staff", Self.staff)]
        #expect(try fixture.lines(files) == [
            "list A ambiguous_record", "list B beyond_limit 1, -1, add 1", "list A ambiguous_record",
            "group all missing_decides",
            "reference S1 ambiguous_record", "reference S2 ambiguous_record", "reference S3 condition_true",
        ])
    }

    static let yearTable = "year: {key: [inst, year], period: year, fields: {inst: {references: inst, list: years}, year: {type: period}, beds: {type: integer}}}"

    @Test("a row of a year that came twice is one, to those who judge it and to those who look at it from another year")
    func years() throws {
        let fixture = try AuditFixture(
            tables: Self.tables + [Self.yearTable],
            rules: [
                "id: own, title: t, for: year, period: 2025, observe: beds, target: {at_least: 3}",
                "id: before, title: t, for: year, period: 2025, require: at(2024).beds < beds && previous.beds < beds",
                "id: all, title: t, for: year, period: {all: 2024..2025}, require: beds > 5",
            ])
        let row = "A,2024,5\nA,2025,7\n"
        let findings = try fixture.run([("inst", "id,kind,beds\nA,h,9\n"), ("year", "inst,year,beds\n\(row)\(row)")]).findings
        #expect(findings.map(fixture.line) == ["own A@2025 within_limit 7, +4", "before A@2025 condition_true", "all A condition_false"])
        #expect(findings.last?.periods.count == 2)
        let differing = try fixture.lines([("inst", "id,kind,beds\nA,h,9\n"), ("year", "inst,year,beds\n\(row)A,2024,6\n")])
        #expect(differing.contains("before A@2025 ambiguous_record"))
    }
}
