import Diagnostics
import Plumbline
import Testing

@Suite("other readings of a rule")
struct ReadingTests {
    private static let tables = [
        "county: {key: [id], fields: {id: {type: string}, open: {type: integer}, closed: {type: integer}}}",
        """
        unit: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, kind: {type: string}, \
        county: {references: county, list: units}, beds: {type: integer, unit: 张, range: 0..}, staff: {type: integer, unit: 人, range: 0..}}}
        """,
        """
        year: {key: [unit, year], period: year, fields: {unit: {references: unit, list: years}, year: {type: period}, \
        rate: {type: percent, range: 0%..100%}}}
        """,
    ]
    private static let units = ("unit", "id,name,kind,county,beds,staff\nA,甲,h,X,10,5\nB,乙,h,Y,20,9\nC,丙,k,Y,30,\n")
    private static let counties = ("county", "id,open,closed\nX,1,0\nY,0,2\n")
    private static let years = ("year", "unit,year,rate\nA,2023,90%\nA,2024,80%\nB,2023,91%\nB,2024,92%\n")

    /// A rule, and for each finding its line and what it would be under the readings.
    private static let rules: [(rule: String, lines: [String], readings: [[String]])] = [
        // The same record.
        ("for: unit, observe: beds, target: {at_least: 15 张}, other_readings: [{name: more, set: {target.at_least: 25 张}}]",
         ["A beyond_limit 10 张, -5 张, add 5", "B within_limit 20 张, +5 张", "C within_limit 30 张, +15 张"].map { $0.replacing("A ", with: "甲 ").replacing("B ", with: "乙 ").replacing("C ", with: "丙 ") },
         [["more beyond_limit -15 yes"], ["more beyond_limit -5 no"], ["more within_limit 5 yes"]]),
        // A key taken out, another put in its place.
        ("for: unit, require: beds > 15, other_readings: [{name: staff, set: {require: ~, observe: staff, target: {at_least: 6 人}}}]",
         ["甲 condition_false", "乙 condition_true", "丙 condition_true"],
         [["staff beyond_limit -1 yes"], ["staff within_limit 3 yes"], ["staff missing no"]]),
        // A reading of a narrower scope says nothing of those outside it.
        ("for: unit, require: beds > 15, other_readings: [{name: hospitals, set: {where: kind == 'h'}}]",
         ["甲 condition_false", "乙 condition_true", "丙 condition_true"],
         [["hospitals condition_false yes"], ["hospitals condition_true yes"], ["hospitals out_of_scope no"]]),
        // One of other records is shown by how many there are; out of scope nothing is said.
        ("for: unit, where: kind == 'k', require: beds > 15, other_readings: [{name: hospitals, set: {where: kind == 'h'}}]",
         ["甲 out_of_scope", "乙 out_of_scope", "丙 condition_true"],
         [[], [], ["hospitals condition_false (pass 1, fail 1) no"]]),
        // Another table.
        ("for: unit, where: id == 'A', require: beds > 15, other_readings: [{name: counties, set: {for: county, where: ~, require: open > 0}}]",
         ["甲 condition_false", "乙 out_of_scope", "丙 out_of_scope"], [["counties condition_false (pass 1, fail 1) yes"], [], []]),
        // Groups: all together, and each county by itself; all of them another way.
        ("for: unit, require: beds > 15, coverage: {at_least: 60%}, other_readings: [{name: by county, set: {coverage: {at_least: 60%, per: county}}}]",
         ["all coverage_met 66.67%, +6.67pp"], [["by county coverage_short (pass 1, fail 1) no"]]),
        ("for: unit, require: beds > 15, coverage: {at_least: 60%}, other_readings: [{name: two, set: {coverage: {at_least: 2 家}}}, {name: three, set: {coverage.at_least: 3 家}}]",
         ["all coverage_met 66.67%, +6.67pp"], [["two coverage_met 0 yes", "three coverage_short -1 no"]]),
        ("for: unit, require: beds > 15, coverage: {at_least: 60%, per: county}, other_readings: [{name: lax, set: {require: beds > 5}}]",
         ["[X] coverage_short 0%, -60pp, convert 1, add 2", "[Y] coverage_met 100%, +40pp"], [["lax coverage_met 0.4 no"], ["lax coverage_met 0.4 yes"]]),
        // Periods: the same one, one for all, all for one.
        ("for: year, period: {each: 2023..2024}, observe: rate, target: {at_least: 85%}, other_readings: [{name: strict, set: {target.at_least: 91%}}]",
         ["A@2023 within_limit 90%, +5pp", "A@2024 beyond_limit 80%, -5pp", "B@2023 within_limit 91%, +6pp", "B@2024 within_limit 92%, +7pp"],
         [["strict beyond_limit -0.01 no"], ["strict beyond_limit -0.11 yes"], ["strict within_limit 0 yes"], ["strict within_limit 0.01 yes"]]),
        ("for: year, period: {each: 2023..2024}, observe: rate, target: {at_least: 85%}, other_readings: [{name: at the end, set: {period: 2024}}]",
         ["A@2023 within_limit 90%, +5pp", "A@2024 beyond_limit 80%, -5pp", "B@2023 within_limit 91%, +6pp", "B@2024 within_limit 92%, +7pp"],
         [["at the end beyond_limit -0.05 @2024 no"], ["at the end beyond_limit -0.05 yes"], ["at the end within_limit 0.07 @2024 yes"], ["at the end within_limit 0.07 yes"]]),
        ("for: year, period: {all: 2023..2024}, observe: rate, target: {at_least: 85%}, other_readings: [{name: each, set: {period: {each: 2023..2024}}}, {name: any, set: {period: {any: 2023..2024}}}]",
         ["A beyond_limit 80%, -5pp", "B within_limit 92%, +7pp"],
         [["each beyond_limit (pass 1, fail 1) yes", "any within_limit 0.05 no"], ["each within_limit (pass 2) yes", "any within_limit 0.06 yes"]]),
        // Arms turned about.
        ("for: unit, any_of: [{observe: beds, target: {at_least: 15 张}}, {observe: staff, target: {at_least: 9 人}}], "
            + "other_readings: [{name: both, set: {any_of: ~, all_of: [{observe: beds, target: {at_least: 15 张}}, {observe: staff, target: {at_least: 9 人}}]}}]",
         ["甲 beyond_limit 10 张, -5 张, add 5", "乙 within_limit 9 人, 0 人", "丙 within_limit 30 张, +15 张"],
         [["both beyond_limit -4 yes"], ["both within_limit 0 yes"], ["both missing no"]]),
        // A reading with a due date of its own is not due before it.
        ("for: unit, due: 2030-12-31, require: beds > 15, other_readings: [{name: early, set: {due: 2026-12-31}}, {name: now, set: {due: 2025-12-31}}]",
         ["甲 before_due (condition_false)", "乙 before_due (condition_true)", "丙 before_due (condition_true)"],
         [["early before_due yes", "now condition_false yes"], ["early before_due yes", "now condition_true yes"], ["early before_due yes", "now condition_true yes"]]),
        // So of records of another table, all of which wait for the reading's own day.
        ("for: unit, where: id == 'A', due: 2025-12-31, require: beds > 15, other_readings: [{name: later, set: {for: county, where: ~, require: open > 0, due: 2026-12-31}}]",
         ["甲 condition_false", "乙 out_of_scope", "丙 out_of_scope"], [["later before_due (not_due 2) yes"], [], []]),
        // Before the due date it is today's verdicts that are compared.
        ("for: unit, due: 2030-12-31, require: beds > 15, other_readings: [{name: now, set: {due: 2025-12-31}}, {name: more, set: {require: beds > 25}}]",
         ["甲 before_due (condition_false)", "乙 before_due (condition_true)", "丙 before_due (condition_true)"],
         [["now condition_false yes", "more condition_false yes"], ["now condition_true yes", "more condition_false no"], ["now condition_true yes", "more condition_true yes"]]),
    ]

    @Test("a finding says what it would be under each of them, and whether it holds", arguments: rules)
    func readings(rule: String, lines: [String], readings: [[String]]) throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["due: 2024-12-31, \(rule)".replacing(rule.contains("due:") ? "due: 2024-12-31, " : "\u{0}", with: "")])
        let run = try fixture.run([Self.counties, Self.units, Self.years])
        #expect(run.findings.map(fixture.line) == lines)
        #expect(run.findings.map(readingLines) == readings)
        #expect(run.findings.map(\.holdsUnderAllReadings) == readings.map { $0.isEmpty ? nil : $0.allSatisfy { $0.hasSuffix("yes") } })
    }

    @Test("they are in no count and in no ledger")
    func uncounted() throws {
        let rule = "for: unit, observe: beds, target: {at_least: 15 张}"
        let plain = try AuditFixture(tables: Self.tables, rules: [rule]).run([Self.counties, Self.units])
        let read = try AuditFixture(tables: Self.tables, rules: ["\(rule), other_readings: [{name: more, set: {target.at_least: 25 张}}]"])
            .run([Self.counties, Self.units])
        #expect(read.totals.summaries == plain.totals.summaries)
        #expect(read.findings.map(\.reason) == plain.findings.map(\.reason))
        #expect(read.totals.dataProblems == plain.totals.dataProblems)
    }

    @Test("a reading of a table that did not come is not measured")
    func tableMissing() throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: [
            "for: year, period: 2024, observe: rate, target: {at_least: 85%}, other_readings: "
                + "[{name: beds, set: {for: unit, period: ~, due: 2024-12-31, observe: beds, target: {at_least: 1 张}}}]",
        ])
        #expect(try fixture.run([Self.years]).findings.map(readingLines).first == ["beds list_not_submitted no"])
    }

    @Test("rows without a key are told apart by their files")
    func withoutKeys() throws {
        let fixture = try AuditFixture(
            table: "row: {key: row, fields: {n: {type: integer}}}",
            rule: "for: row, require: n > 1, other_readings: [{name: more, set: {require: n > 2}}]")
        let run = try fixture.run([("row", "n\n2\n3\n"), ("row", "n\n1\n2\n")])
        #expect(run.findings.map(\.reason.rawValue) == ["condition_true", "condition_true", "condition_false", "condition_true"])
        #expect(run.findings.flatMap(readingLines) == ["more condition_false no", "more condition_true yes", "more condition_false yes", "more condition_false no"])
    }

    @Test("two records with one key have each their own")
    func repeatedKeys() throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: [
            "for: unit, observe: beds, target: {at_least: 15 张}, other_readings: [{name: more, set: {target.at_least: 25 张}}]",
        ])
        let findings = try fixture.run([("unit", "id,name,beds\nA,甲,20\nA,甲,30\n")]).findings
        #expect(findings.flatMap(readingLines) == ["more beyond_limit -5 no", "more within_limit 5 yes"])
    }

    @Test("of two records with one key, one that a reading leaves out is out of its scope, whatever it says of the other")
    func leftOut() throws {
        let fixture = try AuditFixture(
            tables: Self.tables, rules: ["for: unit, require: beds > 15, other_readings: [{name: hospitals, set: {where: kind == 'h'}}]"])
        let findings = try fixture.run([("unit", "id,name,kind,county,beds,staff\nA,甲,h,X,10,5\nA,甲,k,X,20,5\n")]).findings
        #expect(findings.map(readingLines) == [["hospitals condition_false yes"], ["hospitals out_of_scope no"]])
    }

    @Test("a parameter that only a reading names is used")
    func parameter() throws {
        let plan = try AuditFixture(
            tables: Self.tables,
            rules: ["for: unit, require: beds > 15, other_readings: [{name: more, set: {require: beds > params.more}}]"],
            header: "params: {more: {type: integer, value: 25}}").plan
        #expect(plan.book.faults.isEmpty)
        #expect(plan.rules[0].readings[0].name == Localized(same: "more"))
    }

    @Test("the figure of a single person stays withheld under a reading")
    func sensitive() throws {
        let fixture = try AuditFixture(
            table: "staff: {key: [id], fields: {id: {type: string}, pay: {type: decimal, sensitive: true}, years: {type: integer}}}",
            rule: "for: staff, require: years > 1, other_readings: [{name: pay, set: {require: ~, observe: pay, target: {at_least: 6000}}}]")
        let finding = try #require(try fixture.run([("staff", "id,pay,years\nA,5999,9\n")]).findings.first)
        #expect(readingLines(finding) == ["pay beyond_limit no"])
        #expect(finding.readings[0].measurement.isMasked)
    }
}
