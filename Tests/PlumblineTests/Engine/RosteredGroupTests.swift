import Plumbline
import Testing

@Suite("groups of whom a roster knows, and members of whom little is known")
struct RosteredGroupTests {
    private static let tables = [
        "area: {key: [id], fields: {id: {type: string}, kind: {type: string}}}",
        "unit: {key: [id], fields: {id: {type: string}, area: {references: area, list: units}, kind: {type: string}, beds: {type: integer}}}",
        "unit_year: {key: [unit, year], period: year, fields: {unit: {references: unit}, year: {type: period}, beds: {type: integer}}}",
    ]

    @Test("a rostered parent that came twice has one group, also where nobody is in it")
    func twice() throws {
        let fixture = try AuditFixture(
            tables: Self.tables, rules: ["for: unit, require: beds > 0, coverage: {at_least: 1 个, per: area}"],
            rosters: [("area", "id\nE\nW\n")])
        let files = [("area", "id,kind\nE,k\nW,k\nW,k\n"), ("unit", "id,area,beds\n1,E,1\n")]
        #expect(try fixture.lines(files) == ["[E] coverage_met 1 个, 0 个", "[W] coverage_short 0 个, -1 个, add 1"])
    }

    @Test("without a requirement who may be in scope may only add to those that pass", arguments: [
        ("{at_least: 100%}", "all coverage_met 100%, 0pp"), ("{at_least: 1 个}", "all coverage_met 1 个, 0 个"),
        ("{at_least: 2 个}", "all missing_decides"), ("{at_most: 1 个}", "all missing_decides"),
    ])
    func membership(limit: String, line: String) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, where: kind == 'k', coverage: \(limit)"])
        #expect(try fixture.lines([("unit", "id,kind\n1,k\n2,\n")]) == [line])
    }

    @Test("a record that did not come in one of the years, and of which nobody knows the group, may be of any")
    func absent() throws {
        let fixture = try AuditFixture(
            tables: Self.tables,
            rules: ["for: unit_year, period: {each: 2024..2025}, require: beds > 0, coverage: {at_least: 60%, per: unit.area}"],
            rosters: [("unit", "id,area\n1,E\n2,\n")])
        let files = [("area", "id\nE\n"), ("unit", "id,area\n1,E\n"), ("unit_year", "unit,year,beds\n1,2024,1\n1,2025,1\n2,2024,1\n")]
        #expect(try fixture.lines(files) == ["[E]@2024 coverage_met 100%, +40pp", "[E]@2025 missing_decides", "[?]@2024 scope_unknown"])
    }

    @Test("who is named and did not come answers as one on a roster would", arguments: [
        ("period: 2025", "2026-01-01", ["乙@2025 no_record"]), ("period: 2025", "2025-12-31", ["乙@2025 before_due"]),
        ("period: {each: 2024..2025}", "2025-06-30", ["乙@2024 no_record", "乙@2025 before_due"]),
        ("period: {all: 2024..2025}", "2025-06-30", ["乙 no_record"]),
    ])
    func named(period: String, asOf: String, lines: [String]) throws {
        let rule = "for: unit_year, \(period), require: beds > 0"
        let years = ("unit_year", "unit,year,beds\n甲,2024,1\n甲,2025,1\n")
        let named = try AuditFixture(tables: Self.tables, rules: ["subjects: [甲, 乙], \(rule)"])
        #expect(try named.lines([("unit", "id\n甲\n"), years], asOf: asOf).filter { $0.hasPrefix("乙") } == lines)
        let rostered = try AuditFixture(tables: Self.tables, rules: [rule], rosters: [("unit", "id\n甲\n乙\n")])
        #expect(try rostered.lines([("unit", "id\n甲\n"), years], asOf: asOf).filter { $0.hasPrefix("乙") } == lines)
    }

    @Test("of years of which none is the rule's the first reason in the order of reasons is told")
    func outside() throws {
        let rule = """
            for: unit_year, period: {all: 2024..2025}, where: beds > 0, observe: beds, target: {at_least: [{when: beds > 5, limit: 9}]}
            """
        let fixture = try AuditFixture(tables: Self.tables, rules: [rule])
        #expect(try fixture.lines([("unit_year", "unit,year,beds\n甲,2024,1\n甲,2025,0\n")]) == ["甲 out_of_scope"])
    }
}
