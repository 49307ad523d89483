import Diagnostics
import Plumbline
import Testing

@Suite("tables of groups")
struct GroupTableTests {
    private func fixture(_ rules: String..., group: String, fields: String = "", more: String = "") -> SubmissionFixture {
        let vocabulary = """
            vocabulary: v
            tables:
              hospital:
                key: [id]
                fields: {id: {type: string}, district: {type: string}, city: {type: string}, beds: {type: integer, unit: 张, range: 0..}\(fields)}
              area: {group: hospital, \(group)}
            \(more)
            """
        return SubmissionFixture(vocabulary: vocabulary, rules: rules)
    }

    private static let hospitals = "id,district,city,beds\n1,东,A-x,5\n2,南,A-y,20\n3,,B-x,9\n4,东,B-x,6\n"

    @Test("a record for each value that is there, then for those that are expected, with the rows as its list")
    func distinctAndExpected() throws {
        let fixture = fixture(
            "for: area, observe: 'hospitals.sum(h, h.beds)', target: {at_least: 10 张}",
            group: "by: [district], expected: [西, 东], list: hospitals")
        let run = try fixture.run(["hospital.csv": Self.hospitals])
        #expect(run.lines == ["r0 东 within_limit 11 1", "r0 南 within_limit 20 10", "r0 西 beyond_limit 0 -10"])
    }

    @Test("where the grouped table never came, an expected group's list is not empty but unknown")
    func notSent() throws {
        let fixture = fixture(
            "for: area, observe: hospitals.count(), target: {at_most: 10 家}",
            group: "by: [district], expected: [西], list: hospitals", more: "  other: {key: [x], fields: {x: {type: string}}}\n")
        let run = try fixture.run(["other.csv": "x\n1\n"])
        #expect(run.lines == ["r0 西 list_not_submitted"])
        #expect(run.totals.summaries[0].status == .tableMissing)
        #expect(!run.totals.decidedAnything)
    }

    @Test("a table that came without a single row leaves expected groups empty")
    func noRows() throws {
        let fixture = fixture(
            "for: area, observe: hospitals.count(), target: {at_least: 1 家}",
            group: "by: [district], expected: [西], list: hospitals")
        let run = try fixture.run(["hospital.csv": "id,district,city,beds\n"])
        #expect(run.lines == ["r0 西 beyond_limit 0 -1"])
        #expect(run.totals.summaries[0].status == .judged)
    }

    @Test("a case gives a group with its rows, with none, or without saying")
    func cases() throws {
        let cases = """
            [{name: two, given: {district: 东, hospitals: [{beds: 6}, {beds: 6}]}, outcome: pass}, \
            {name: none, given: {district: 东, hospitals: []}, outcome: fail, reason: beyond_limit}, \
            {name: unsaid, given: {district: 东}, outcome: not_measured, reason: list_not_submitted}]
            """
        let fixture = fixture(
            "for: area, observe: 'hospitals.sum(h, h.beds)', target: {at_least: 10 张}, cases: \(cases)",
            group: "by: [district], list: hospitals")
        let result = CaseRunner(try fixture.run(["hospital.csv": "id\n"]).plan).run()
        #expect(result.caseCount == 3)
        #expect(result.failures.all.map(\.message.en) == [])
    }

    @Test("groups can be made by several fields, which are the group's own")
    func severalFields() throws {
        let fixture = fixture(
            "for: area, where: district != '南', observe: hospital.count(), target: {at_least: 1 家}", group: "by: [district, city]")
        let run = try fixture.run(["hospital.csv": Self.hospitals])
        #expect(run.lines == ["r0 东/A-x within_limit 1 0", "r0 南/A-y out_of_scope", "r0 东/B-x within_limit 1 0"])
    }

    @Test("groups can be made by what is computed, of the row itself and of what was computed before")
    func computed() throws {
        for fields in [
            ", province: \"city.split('-')[0]\"", ", code: \"city.split('-')[0]\", province: code + ''",
            ", province: {expression: \"city.split('-')[0]\", type: string}",
        ] {
            let fixture = fixture(
                "for: area, observe: 'hospitals.sum(h, h.beds)', target: {at_least: 20 张}",
                group: "by: [province], expected: [C], list: hospitals", fields: fields)
            let lines = try fixture.lines(["hospital.csv": Self.hospitals + "5,东,,7\n"])
            #expect(lines == ["r0 A within_limit 25 5", "r0 B beyond_limit 15 -5", "r0 C beyond_limit 0 -20"], "\(fields)")
        }
    }

    @Test("groups can be made by what lies on the record that a row refers to")
    func computedByReference() throws {
        let fixture = fixture(
            "for: area, observe: hospitals.count(), target: {at_least: 2 家}",
            group: "by: [province], list: hospitals",
            fields: ", town: {references: town}, province: town.province",
            more: "  town: {key: [id], fields: {id: {type: string}, province: {type: string}}}\n")
        let lines = try fixture.lines([
            "hospital.csv": "id,town\n1,a\n2,b\n3,c\n4,\n5,z\n", "town.csv": "id,province\na,川\nb,渝\nc,川\n",
        ])
        #expect(lines == ["r0 川 within_limit 2 0", "r0 渝 beyond_limit 1 -1"])
    }

    @Test("groups of a table's periods are records of these periods, and stand in no file")
    func byPeriod() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              visit: {key: [id], period: year, fields: {id: {type: string}, town: {type: string}, year: {type: period}, cost: {type: decimal}}}
              town_year: {group: visit, by: [town, year], list: visits}

            """
        let fixture = SubmissionFixture(
            vocabulary: vocabulary, rules: ["for: town_year, period: {each: 2024..2025}, observe: 'visits.sum(v, v.cost)', target: {at_least: 5}"])
        let run = try fixture.run(["visit.csv": "id,town,year,cost\n1,东,2024,3\n2,东,2024,4\n3,东,2025,1\n"])
        #expect(run.lines == ["r0 东@2024 within_limit 7 2", "r0 东@2025 beyond_limit 1 -4"])
        #expect(run.findings.allSatisfy { $0.record.address == nil })
    }

    @Test("groups can be made by a reference, which the group then has")
    func byReference() throws {
        let fixture = fixture(
            "for: area, where: \"town.province == '川'\", observe: hospitals.count(), target: {at_least: 2 家}",
            group: "by: [town], list: hospitals", fields: ", town: {references: town}",
            more: "  town: {key: [id], fields: {id: {type: string}, province: {type: string}}}\n")
        let run = try fixture.run([
            "hospital.csv": "id,town\n1,a\n2,b\n3,c\n4,a\n5,z\n", "town.csv": "id,province\na,川\nb,渝\nc,川\n",
        ])
        #expect(run.lines == [
            "r0 a within_limit 2 0", "r0 b out_of_scope", "r0 c beyond_limit 1 -1", "r0 z scope_unknown",
        ])
        #expect(run.problems == ["reference-to-nothing data/hospital.csv:6"])
    }
}
