import Diagnostics
import Plumbline
import Testing

@Suite("rosters")
struct RosterTests {
    private static let roster = "id,name,kind\n1,甲,医院\n2,乙,医院\n3,丙,疾控机构\n"
    private static let header = "data: [{table: institution, file: roster.csv, roster: true}]"

    private func fixture(_ rules: String...) -> SubmissionFixture {
        SubmissionFixture(vocabulary: CareVocabulary.text, rules: rules, header: Self.header, data: ["roster.csv": Self.roster])
    }

    @Test("whoever is on it and sent nothing is a finding, and who is not on it is a problem and judged")
    func absentAndStrange() throws {
        let run = try fixture("for: institution, observe: beds, target: {at_least: 6 张}").run([
            "institution.csv": "id,name,beds\n1,,10\n9,外,5\n"
        ])
        #expect(run.lines == ["r0 甲 within_limit 10 4", "r0 外 beyond_limit 5 -1", "r0 乙 no_record", "r0 丙 no_record"])
        #expect(run.problems == ["not-on-roster data/institution.csv:3"])
    }

    @Test("what the roster says of a record its own row need not say, also in the scope")
    func filled() throws {
        let run = try fixture("for: institution, where: kind == '医院', observe: beds, target: {at_least: 6 张}").run([
            "institution.csv": "id,beds\n3,1\n1,10\n9,5\n"
        ])
        #expect(run.lines == [
            "r0 丙 out_of_scope", "r0 甲 within_limit 10 4", "r0 9 scope_unknown", "r0 乙 no_record",
        ])
        let evidence = try fixture("for: institution, require: kind == '医院' && beds > 5").run(["institution.csv": "id,beds\n1,10\n"])
        #expect(evidence.findings[0].evidence.map { "\($0.field) \($0.address.file):\($0.address.line) \($0.text ?? "")" } == [
            "kind rules/roster.csv:2 医院", "beds data/institution.csv:2 10",
        ])
    }

    @Test("what the roster says of a record also leads to other records, puts it into groups, and says of which period it is")
    func filledAround() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              region: {key: [id], fields: {id: {type: string}, people: {type: integer}}}
              unit:
                key: [id]
                period: year
                fields: {id: {type: string}, region: {references: region, list: units}, city: {type: string}, year: {type: period}, beds: {type: integer}}
              city: {group: unit, by: [city], list: units}

            """
        let fixture = SubmissionFixture(
            vocabulary: vocabulary, rules: [
                "for: region, observe: units.count(), target: {at_least: 1}",
                "for: unit, period: 2025, observe: region.people + beds, target: {at_least: 1}",
                "for: city, observe: 'units.sum(u, u.beds)', target: {at_least: 1}",
            ], header: "data: [{table: unit, file: units.csv, roster: true}]",
            data: ["units.csv": "id,region,city,year\n1,N,东,2025\n2,X,西,2024\n"])
        let run = try fixture.run(["region.csv": "id,people\nN,7\n", "unit.csv": "id,beds\n1,3\n2,4\n"])
        #expect(run.lines == [
            "r0 N within_limit 1 0", "r1 1@2025 within_limit 10 9", "r1 2@2024 other_period", "r2 东 within_limit 3 2", "r2 西 within_limit 4 3",
        ])
        #expect(run.problems.filter { !$0.hasPrefix("missing-column") } == ["reference-to-nothing rules/units.csv:3"])
    }

    @Test("a cell that is there and cannot be read is not taken from the roster")
    func unreadable() throws {
        let run = try fixture("for: institution, require: kind == '医院'").run(["institution.csv": "id,kind\n1,病院\n2,\n3,\n"])
        #expect(run.findings.map(\.reason) == [.unreadable, .conditionTrue, .conditionFalse])
    }

    @Test("where the table itself was not sent, everybody on the roster is a finding")
    func nobody() throws {
        let run = try fixture("for: institution, observe: beds, target: {at_least: 6 张}").run(["staff.csv": "id,institution\na,1\n"])
        #expect(run.lines == ["r0 甲 no_record", "r0 乙 no_record", "r0 丙 no_record"])
        #expect(run.totals.summaries[0].status == .judged)
    }

    @Test("records of a roster that nobody submits have the lists that others send")
    func villages() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              village: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}}}
              clinic: {key: [id], fields: {id: {type: string}, village: {references: village, list: clinics}}}

            """
        let fixture = SubmissionFixture(
            vocabulary: vocabulary, rules: ["for: village, observe: clinics.count(), target: {at_least: 1 所}"],
            header: "data: [{table: village, file: villages.csv, roster: true}]", data: ["villages.csv": "id,name\nA,东村\nB,西村\n"])
        let run = try fixture.run(["clinic.csv": "id,village\n1,A\n2,A\n3,Q\n"])
        #expect(run.lines == ["r0 东村 within_limit 2 1", "r0 西村 beyond_limit 0 -1"])
        #expect(run.problems == ["reference-to-nothing data/clinic.csv:4"])
        let none = try fixture.run(["other.csv": "x\n1\n"])
        #expect(none.lines == ["r0 东村 list_not_submitted", "r0 西村 list_not_submitted"])
    }

    @Test("a list of whom nothing came is not taken for empty while others sent theirs")
    func unsentList() throws {
        let run = try fixture("for: institution, observe: projects.count(), target: {at_least: 1}").run([
            "institution.csv": "id\n1\n", "project.csv": "institution,cost\n2,5\n",
        ])
        #expect(run.lines == ["r0 甲 beyond_limit 0 -1", "r0 乙 within_limit 1 0", "r0 丙 no_record"])
    }

    private static let years = """
        vocabulary: v
        tables:
          region: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}}}
          region_year:
            key: [region, year]
            period: year
            fields:
              region: {references: region, list: years}
              year: {type: period}
              beds: {type: integer, unit: 张, range: 0..}

        """

    private func years(_ rule: String) -> SubmissionFixture {
        SubmissionFixture(
            vocabulary: Self.years, rules: ["for: region_year, \(rule)"],
            header: "data: [{table: region, file: regions.csv, roster: true}]",
            data: ["regions.csv": "id,name\nA,甲县\nB,乙县\nC,丙县\n"])
    }

    @Test("a region on the roster has to have its row of the year")
    func parents() throws {
        let files = ["region_year.csv": "region,year,beds\nB,2024,7\nA,2025,7\n"]
        #expect(try years("period: 2025, observe: beds, target: {at_least: 5 张}").lines(files) == [
            "r0 B@2025 no_such_period", "r0 A@2025 within_limit 7 2", "r0 丙县@2025 no_record",
        ])
        #expect(try years("period: {each: 2024..2025}, observe: beds, target: {at_least: 5 张}").lines(files) == [
            "r0 B@2024 within_limit 7 2", "r0 B@2025 no_such_period", "r0 A@2024 no_such_period", "r0 A@2025 within_limit 7 2",
            "r0 丙县@2024 no_record", "r0 丙县@2025 no_record",
        ])
    }

    @Test("the scope of an absent row is known as far as its key leads")
    func absentScope() throws {
        let files = ["region_year.csv": "region,year,beds\nA,2025,7\n"]
        let lines = try years("period: 2025, where: region.name != '乙县', observe: beds, target: {at_least: 5 张}").lines(files)
        #expect(lines == ["r0 A@2025 within_limit 7 2", "r0 乙县@2025 out_of_scope", "r0 丙县@2025 no_record"])
    }

    @Test("a key that stands twice on a roster, or twice in a file, is told with its place")
    func duplicates() throws {
        let fixture = SubmissionFixture(
            vocabulary: CareVocabulary.text, rules: ["for: institution, require: beds > 0"], header: Self.header,
            data: ["roster.csv": "id,name\n1,甲\n1,又\n"])
        let run = try fixture.run(["institution.csv": "id,beds\n1,1\n1,0\n"])
        #expect(run.lines == ["r0 甲 condition_true", "r0 甲 condition_false"])
        #expect(run.problems == ["duplicate-key rules/roster.csv:3", "duplicate-key data/institution.csv:3"])
    }

    @Test("of a yearly table without a single row, whoever is on the roster of what its key names is known all the same")
    func noRows() throws {
        let run = try CountyVocabulary.fixture(
            "for: region_year, where: region.level == '县', period: 2021, observe: people, target: {at_least: 1 人}",
            header: "data: [{table: region, file: roster.csv, roster: true}]", data: ["roster.csv": CountyVocabulary.regions]
        ).run(["region_year.csv": "region,year,people\n"])
        let counties = run.lines.filter { !$0.contains("out_of_scope") }
        #expect(counties == ["r0 越城区@2021 no_record", "r0 新昌县@2021 no_record"])
    }
}
