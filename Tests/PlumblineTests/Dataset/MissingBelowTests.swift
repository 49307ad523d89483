import Plumbline
import Testing

@Suite("lists that did not come of records that lie within each other")
struct MissingBelowTests {
    private static func vocabulary(isAtLeastOne: Bool) -> String { """
        vocabulary: v
        enumerations:
          level: {values: [市, 县, 乡]}
        tables:
          region:
            key: [id]
            hierarchy: {parent: parent, level: level, levels: {city: 市, county: 县, township: 乡}}
            fields:
              id: {type: string}
              parent: {references: region, list: parts, blank: none}
              level: {type: level}
          clinic:
            key: [id]
            fields:
              id: {type: string}
              region: {references: region, list: clinics\(isAtLeastOne ? ", at_least_one: true" : "")}
              open: {type: boolean}

        """
    }

    private static let roster = "id,parent,level\nC,,市\nA,C,县\nB,C,县\nA1,A,乡\nB1,B,乡\n"

    private func lines(_ rule: String, isAtLeastOne: Bool = true) throws -> [String] {
        let fixture = SubmissionFixture(
            vocabulary: Self.vocabulary(isAtLeastOne: isAtLeastOne), rules: [rule], header: "data: [{table: region, file: roster.csv, roster: true}]",
            data: ["roster.csv": Self.roster])
        return try fixture.lines(["region.csv": "id,parent,level\nA,C,县\nA1,A,乡\n", "clinic.csv": "id,region,open\nx,A1,true\n"])
    }

    @Test("the county answers for its townships, which are open with it")
    func groups() throws {
        #expect(try lines("for: clinic, require: open, coverage: {per: region.county, at_least: 1 家}") == ["r0 A coverage_met 1 0", "r0 B list_not_submitted"])
        #expect(try lines("for: clinic, require: open, coverage: {per: region.township, at_least: 1 家}") == ["r0 A1 coverage_met 1 0", "r0 B1 list_not_submitted"])
    }

    @Test("where nothing need stand in a place, one without a row of its own leaves nothing open")
    func places() throws {
        #expect(try lines("for: clinic, require: open, coverage: {at_least: 80%}", isAtLeastOne: false) == ["r0 coverage_met 1 0.2"])
        #expect(try lines("for: clinic, require: open, coverage: {at_least: 80%}") == ["r0 list_not_submitted"])
    }

    @Test("a rule that looks at townships alone waits for the county's list all the same, and the county is told")
    func scope() throws {
        #expect(try lines("for: clinic, where: region.level == '乡', require: open") == ["r0 x condition_true", "r0 B list_not_submitted"])
        #expect(try lines("for: clinic, where: region.county.id == 'A', require: open") == ["r0 x condition_true"])
    }
}
