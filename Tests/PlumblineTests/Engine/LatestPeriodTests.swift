import Diagnostics
import Plumbline
import Testing

@Suite("the latest period with a figure")
struct LatestPeriodTests {
    private static let years = """
        unit: {key: [unit, year], period: year, fields: {unit: {type: string}, year: {type: period}, \
        beds: {type: integer, range: 0..}, staff: {type: integer, range: 0..}}}
        """
    private static let header = "unit,year,beds,staff\n"

    private static let arms: [(rule: String, rows: [String], line: String, arms: String)] = [
        // One arm that is known is enough for a year to count.
        ("any_of", ["A,2019,,9", "A,2018,5,2"], "A@2019 missing", "missing | beyond_limit -1 add 1"),
        ("any_of", ["A,2019,,10", "A,2018,5,2"], "A@2019 within_limit 10, 0", "missing | within_limit 0"),
        ("all_of", ["A,2019,,9", "A,2018,5,10"], "A@2019 beyond_limit 9, -1, add 1", "missing | beyond_limit -1 add 1"),
        // A year in which none is known is passed over.
        ("all_of", ["A,2019,,", "A,2018,5,10"], "A@2018 within_limit 5, 0", "within_limit 0 | within_limit 0"),
        ("all_of", ["A,2019,,", "A,2014,5,10"], "A no_such_period", "no_such_period | no_such_period"),
    ]

    @Test("of several arms one that is known makes a year the latest", arguments: arms)
    func ofArms(manner: String, rows: [String], line: String, arms: String) throws {
        let fixture = try AuditFixture(
            table: Self.years,
            rule: "for: unit, period: {latest_since: 2015}, \(manner): "
                + "[{observe: beds, target: {at_least: 5}}, {observe: staff, target: {at_least: 10}}]")
        let findings = try fixture.run([("unit", Self.header + rows.joined(separator: "\n"))]).findings
        #expect(findings.map(fixture.line) == [line])
        #expect(findings.map(armLine) == [arms])
    }

    private static let observations = "indicator,region,period,breakdown,value,unit\nlife,C,2020,,80,\nlife,C,2022,,,\nlife,X,2019,,79,\nlife,X,2021,,81,\n"

    @Test("an indicator is judged in the last year in which it was observed")
    func observed() throws {
        let regions = "id,name,level,parent\nC,C,市,\nX,X,县,C\nY,Y,县,C\n"
        func lines(_ rule: String) throws -> [String] {
            try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: [rule])
                .run(["region.csv": regions, "observation.csv": Self.observations]).lines
        }
        let rule = "for: region, period: {latest_since: 2019}, observe: life, target: {at_least: 80 岁}"
        #expect(try lines(rule) == ["r0 C@2020 within_limit 960 0", "r0 X@2021 within_limit 972 12", "r0 Y no_such_period"])
        // Nothing later than the due date counts.
        #expect(try lines("due: 2020, \(rule)") == ["r0 C@2020 within_limit 960 0", "r0 X@2019 beyond_limit 948 -12", "r0 Y no_such_period"])
        #expect(try lines(rule.replacing("2019", with: "2021")) == ["r0 C no_such_period", "r0 X@2021 within_limit 972 12", "r0 Y no_such_period"])
    }

    @Test("a year in which everything of a list is blank is none with a figure", arguments: [
        ("sts.at(period).avg(q, q.pay)", "bounds", ["a,2024,h,50,1", "a,2025,h,,1"], "h@2024 within_limit 50, +45"),
        ("sts.at(period).avg(q, q.pay)", "against", ["a,2024,h,50,1", "a,2025,h,,1"], "h@2024 within_limit 50, +45"),
        ("sts.at(period).avg(q, q.pay)", "bounds", ["a,2024,h,50,1", "a,2025,h,,1", "b,2025,h,40,1"], "h@2025 within_limit 20 to 70"),
        ("sts.at(period).filter(q, q.k == 1).sum(q, q.pay)", "against", ["a,2024,h,50,1", "a,2025,h,,1"], "h@2024 within_limit 50, +45"),
        ("sts.at(period).count(q, q.pay > 5)", "bounds", ["a,2024,h,50,1", "a,2025,h,,1"], "h@2024 beyond_limit 1, -4, add 4"),
        ("sts.at(period).avg(q, q.pay)", "bounds", ["a,2025,h,,1"], "h no_such_period"),
    ])
    func blankYear(expression: String, missing: String, rows: [String], line: String) throws {
        let fixture = try AuditFixture(
            tables: [
                "hosp: {key: [id], fields: {id: {type: string}}}",
                """
                st: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, \
                hosp: {references: hosp, list: sts}, pay: {type: integer, range: 0..100}, k: {type: integer}}}
                """,
            ],
            rules: ["for: hosp, due: 2025-12-31, missing: \(missing), period: {latest_since: 2020}, observe: '\(expression)', target: {at_least: 5}"])
        let found = try fixture.lines([("hosp", "id\nh\n"), ("st", "id,year,hosp,pay,k\n" + rows.joined(separator: "\n"))])
        #expect(found == [line])
    }

    @Test("whoever is on the roster and sent nothing at all has no record")
    func rostered() throws {
        let fixture = try AuditFixture(
            tables: [
                "unit: {key: [id], fields: {id: {type: string}}}",
                "year: {key: [unit, year], period: year, fields: {unit: {references: unit, list: years}, year: {type: period}, beds: {type: integer}}}",
            ],
            rules: ["for: year, period: {latest_since: 2015}, observe: beds, target: {at_least: 5}"],
            rosters: [("unit", "id\nA\nB\nC\n")])
        #expect(try fixture.lines([("year", "unit,year,beds\nA,2018,5\nB,2012,5\n")]) == [
            "A@2018 within_limit 5, 0", "B no_such_period", "C no_record",
        ])
    }
}

extension LatestPeriodTests {
    @Test("of whom nothing came at all, no other period is asked for", arguments: ["previous.beds", "year_ago.beds", "at(2023).beds"])
    func otherPeriodOfNobody(observe: String) throws {
        let fixture = try AuditFixture(
            tables: [
                "unit: {key: [id], fields: {id: {type: string}}}",
                "year: {key: [unit, year], period: year, fields: {unit: {references: unit, list: years}, year: {type: period}, beds: {type: integer}}}",
            ],
            rules: ["for: year, period: 2024, observe: \(observe), target: {at_least: 5}"], rosters: [("unit", "id\nA\nB\nC\n")])
        #expect(try fixture.lines([("year", "unit,year,beds\nA,2023,5\nB,2024,5\n")]) == [
            "A@2024 within_limit 5, 0", "B@2024 no_such_period", "C@2024 no_record",
        ])
    }
}

/// Registers, which are seen as of a day.
extension LatestPeriodTests {
    @Test("a register that falls due inside a year is counted as it stood on the day")
    func registers() throws {
        let fixture = try AuditFixture(
            tables: [
                "unit: {key: [id], fields: {id: {type: string}}}",
                "title: {key: [id], valid: {from: granted_on, until: lost_on}, fields: {id: {type: string}, unit: {references: unit, list: titles}, "
                    + "granted_on: {type: date}, lost_on: {type: date, blank: none}}}",
            ],
            rules: ["for: unit, due: 2025-06-30, observe: titles.count(), target: {at_least: 2}"])
        let files = [("unit", "id\nA\n"), ("title", "id,unit,granted_on,lost_on\n1,A,2020-01-01,\n2,A,2025-06-30,\n3,A,2025-07-01,\n4,A,2019-01-01,2025-06-30\n")]
        #expect(try fixture.lines(files) == ["A@2025 within_limit 2, 0"])
        // Until the day it is seen as it stands, and nothing is due.
        #expect(try fixture.lines(files, asOf: "2025-06-30") == ["A@2025 before_due (within_limit) 2, 0"])
    }
}
