import Diagnostics
import Plumbline
import Testing

@Suite("records that a rule names")
struct NamedRecordTests {
    private static let table = "unit: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, beds: {type: integer, range: 0..}}}"
    private static let years = """
        unit_year: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, beds: {type: integer, range: 0..}}}
        """
    private static let csv = "id,name,beds\n1,甲,5\n2,乙,3\n3,丙,9\n"

    private static let named: [(names: String, csv: String, lines: [String])] = [
        ("subjects: [甲, 乙]", csv, ["甲 within_limit 5, 0", "乙 beyond_limit 3, -2, add 2", "丙 out_of_scope"]),
        ("subjects: ['1']", csv, ["甲 within_limit 5, 0", "乙 out_of_scope", "丙 out_of_scope"]),
        ("subjects: [甲, 丁]", csv, ["甲 within_limit 5, 0", "乙 out_of_scope", "丙 out_of_scope", "丁 no_record"]),
        (
            "subjects: [甲]", csv + "4,甲,9\n",
            ["甲 within_limit 5, 0", "乙 out_of_scope", "丙 out_of_scope", "甲 within_limit 9, +4", "甲 rule_error"]
        ),
        // A row that came twice is one record, and told as such.
        ("subjects: ['2']", "id,name,beds\n2,乙,3\n2,乙,3\n", ["乙 beyond_limit 3, -2, add 2", "乙 beyond_limit 3, -2, add 2"]),
        ("except: [乙]", csv, ["甲 within_limit 5, 0", "乙 excepted", "丙 within_limit 9, +4"]),
        ("except: ['2']", csv, ["甲 within_limit 5, 0", "乙 excepted", "丙 within_limit 9, +4"]),
        ("where: beds < 9, except: [丙]", csv, ["甲 within_limit 5, 0", "乙 beyond_limit 3, -2, add 2", "丙 excepted"]),
        ("where: beds < 9, except: [丙]", "id,name,beds\n3,丙,\n", ["丙 excepted"]),
        ("where: beds < 9, subjects: [丙, 甲]", csv, ["甲 within_limit 5, 0", "乙 out_of_scope", "丙 out_of_scope"]),
    ]

    @Test("those who must answer and those who are exempted are known by label or key", arguments: named)
    func records(names: String, csv: String, lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, \(names), observe: beds, target: {at_least: 5}")
        let found = try fixture.lines(csv)
        #expect(found == lines)
    }

    @Test("an exemption that nobody answers to is told, for rules over groups as well", arguments: ["", ", coverage: {at_least: 50%}"])
    func unknownException(coverage: String) throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: unit, except: [戊], observe: beds, target: {at_least: 5}\(coverage)")
        #expect(try fixture.run([("unit", Self.csv)]).totals.dataProblems.map(\.code.rawValue) == ["unknown-exception"])
    }

    @Test("who is exempted is written and counted, whatever the rule judges", arguments: ["", ", coverage: {at_least: 50%}"])
    func exceptedIsCounted(coverage: String) throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: unit, except: [乙], observe: beds, target: {at_least: 5}\(coverage)")
        let run = try fixture.run([("unit", Self.csv)])
        #expect(run.findings.filter { $0.reason == .excepted }.map(\.record.name) == ["乙"])
        #expect(run.totals.summaries[0].count(.notApplicable) == 1)
        #expect(run.totals.summaries[0].ledger.excluded == 1)
    }

    @Test("a named record with a row a period is known by its key, and its absent periods are told")
    func overPeriods() throws {
        let fixture = try AuditFixture(
            table: Self.years, rule: "for: unit_year, subjects: [A, C], period: {each: 2024..2025}, observe: beds, target: {at_least: 5}")
        #expect(try fixture.lines("unit,year,beds\nA,2024,5\nB,2024,5\n") == [
            "A@2024 within_limit 5, 0", "A@2025 no_such_period", "B@2024 out_of_scope", "B@2025 out_of_scope", "C@2024 no_record",
            "C@2025 no_record",
        ])
    }

    private static let covered: [(names: String, limit: String, line: String, members: [String])] = [
        ("subjects: [甲, 乙]", "50%", "all coverage_met 50%, 0pp", ["乙 beyond_limit -2"]),
        // Of three that must answer, one of whom nothing came could still decide.
        ("subjects: [甲, 乙, 丁]", "60%", "all missing_decides", ["乙 beyond_limit -2", "丁 no_record"]),
        ("subjects: [甲, 乙, 丁]", "70%", "all coverage_short 33.33%, -36.67pp, convert 2, add 4", ["乙 beyond_limit -2", "丁 no_record"]),
        ("subjects: [甲, 乙, 丁], missing: against", "60%", "all coverage_short 33.33%, -26.67pp, convert 1, add 2", ["乙 beyond_limit -2", "丁 no_record"]),
        ("subjects: [甲, 乙, 丁], missing: skip", "50%", "all coverage_met 50%, 0pp", ["乙 beyond_limit -2", "丁 no_record"]),
    ]

    @Test("a named record that did not come counts among those of a group", arguments: covered)
    func inGroups(names: String, limit: String, line: String, members: [String]) throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: unit, \(names), observe: beds, target: {at_least: 5}, coverage: {at_least: \(limit)}")
        let findings = try fixture.run([("unit", Self.csv)]).findings
        #expect(findings.map(fixture.line) == [line])
        #expect(findings.first.map(memberLines) == members)
    }

    @Test("a name that fits two records is an error of a group, too")
    func ambiguousInGroup() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: unit, subjects: [甲], observe: beds, target: {at_least: 5}, coverage: {at_least: 50%}")
        #expect(try fixture.lines(Self.csv + "4,甲,9\n") == ["all rule_error"])
    }
}
