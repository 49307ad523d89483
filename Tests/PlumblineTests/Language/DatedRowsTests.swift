import Diagnostics
import Plumbline
import Testing

@Suite("rows of a list by their periods") struct DatedRowsTests {
    private static let years = "region,year,people\nC,2022,30\nC,2020,10\nC,2023,\nC,2021,20\nX,2020,\nY,2021,5\nY,2021,6\n"

    private static let expectations: [(expression: String, reasons: [String])] = [
        ("years.latest(y, y.people)", ["30", "missing", "ambiguous_record", "empty_group"]),
        ("years.earliest(y, y.people)", ["10", "missing", "ambiguous_record", "empty_group"]),
        ("years.at(2021).sum(y, y.people)", ["20", "0", "ambiguous_record", "0"]),
        ("years.filter(y, y.year != year_of(date('2022-01-01'))).latest(y, y.people + 1)", ["21", "missing", "ambiguous_record", "empty_group"]),
    ]

    @Test("the latest and the earliest are by the calendar, of the rows that say anything", arguments: expectations)
    func ends(expression: String, reasons: [String]) throws {
        let regions = "id,name,level,parent\nC,C,市,\nX,X,县,C\nY,Y,县,C\nT,T,乡镇,X\n"
        let run = try CountyVocabulary.fixture("for: region, observe: \"\(expression)\", target: {at_least: 0 人}")
            .run(["region.csv": regions, "region_year.csv": Self.years])
        let told = run.lines.map { line in
            let parts = line.split(separator: " ")
            return String(parts.count > 3 ? parts[3] : parts[2])
        }
        #expect(told == reasons)
    }

    @Test("rows without periods have no order, and no row of a period")
    func withoutPeriods() throws {
        for expression in ["facilities.latest(f, f.kind) == 'a'", "facilities.at(2020).count() == 0"] {
            let book = try Fixture.book([
                "vocabulary.yaml": CountyVocabulary.text,
                "ruleset.yaml": "ruleset: t\nuses: [vocabulary.yaml]\nrules:\n  - {id: r, title: t, for: region, require: \"\(expression)\"}\n",
            ])
            #expect(throws: (any Error).self) { try AuditPlanner.plan(book) }
        }
    }
}
