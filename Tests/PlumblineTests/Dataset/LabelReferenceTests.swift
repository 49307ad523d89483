import Diagnostics
import Plumbline
import Testing

@Suite("records that others call by their label")
struct LabelReferenceTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          region: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}}}
          paper: {key: [id], fields: {id: {type: string}, region: {references: region, list: papers}}}
          region_year:
            key: [region, year]
            period: year
            fields: {region: {references: region, list: years}, year: {type: period}, nurses: {type: decimal, unit: 人/千人, title: 每千人口注册护士数}}

        """
    private static let roster = "id,name\n市本级,遂宁市\n甲县,甲\n甲区,甲\n"

    private func run(_ rule: String, _ files: [(table: String, name: String, text: String)]) throws -> (lines: [String], problems: [String]) {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n  - {id: r, title: t, \(rule)}\n"])
        let (findings, totals) = try Fixture.run(plan, tables: files)
        return (findings.map { "\($0.record.name) \($0.reason.rawValue)" }, totals.dataProblems.map(\.message.en))
    }

    @Test("a label that one record has is that record; one that several have is told")
    func references() throws {
        let papers = "id,region\n1,遂宁市\n2,甲\n3,乙\n"
        let (lines, problems) = try run(
            "for: region, require: papers.count() > 0", [("region", "r.csv", Self.roster), ("paper", "p.csv", papers)])
        #expect(lines == ["遂宁市 condition_true", "甲 condition_false", "甲 condition_false"])
        #expect(problems == ["several records of table 'region' are called '甲': write the key", "table 'region' has no record '乙'"])
    }

    private static let years = "region,year,nurses\n遂宁市,2024,3\n市本级,2025,4\n"

    @Test("a record that one row calls by its label and another by its key is one: in its periods")
    func entities() throws {
        let files = [("region", "r.csv", Self.roster), ("region_year", "y.csv", Self.years)]
        let (growing, _) = try run("for: region_year, period: 2025, observe: nurses, target: {growth: {more_than: 0%, against: previous}}", files)
        #expect(growing == ["遂宁市 within_limit"])
        let (all, _) = try run("for: region_year, period: {all: 2024..2025}, observe: nurses, target: {at_least: 3 人/千人}", files)
        #expect(all == ["遂宁市 within_limit"])
    }

    @Test("two rows of one period that call one record by its label and by its key have one key, and are told")
    func duplicates() throws {
        let files = [("region", "r.csv", Self.roster), ("region_year", "y.csv", "region,year,nurses\n市本级,2025,4\n遂宁市,2025,5\n")]
        let (_, problems) = try run("for: region_year, period: 2025, observe: nurses, target: {at_least: 3 人/千人}", files)
        #expect(problems.count == 1 && problems[0].hasPrefix("the key '遂宁市/2025' stands twice, first at y.csv line 2: both rows are judged"))
    }

    @Test("groups go by the record, whichever of its names the rows and the expected ones have")
    func groups() throws {
        let area = "  area: {group: paper, by: [region], list: pages, expected: [遂宁市]}\n"
        let papers = "id,region\n1,市本级\n2,遂宁市\n3,甲县\n"
        let vocabulary = Self.vocabulary + area
        let rules = "  - {id: r, title: t, for: area, observe: pages.count(), target: {at_least: 2 份}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: rules)
        let (findings, _) = try Fixture.run(plan, tables: [("region", "r.csv", Self.roster), ("paper", "p.csv", papers)])
        #expect(findings.map { "\($0.record.name) \($0.reason.rawValue)" } == ["市本级 within_limit", "甲县 beyond_limit"])
    }

    @Test("who is on the roster and called by the label is not absent")
    func absent() throws {
        let fixture = SubmissionFixture(
            vocabulary: Self.vocabulary, rules: ["for: region_year, period: 2025, observe: nurses, target: {at_least: 3 人/千人}"],
            header: "data: [{table: region, file: roster.csv, roster: true}]", data: ["roster.csv": Self.roster])
        let run = try fixture.run(["region_year.csv": "region,year,nurses\n遂宁市,2025,4\n甲县,2025,3\n"])
        #expect(run.lines == ["r0 遂宁市@2025 within_limit 0.004 0.001", "r0 甲县@2025 within_limit 0.003 0", "r0 甲@2025 no_record"])
    }

    @Test("of whom a row came under the label something was heard: a comparison does not wait for it")
    func heard() throws {
        let rule = "for: region_year, period: 2025, observe: nurses, target: {parity: {test: \"region.id == '市本级'\", against: \"region.id != '市本级'\", at_least: 100%, min_group: 1}}"
        let (lines, _) = try run(rule, [
            ("region", "r.csv", Self.roster), ("region_year", "y.csv", "region,year,nurses\n遂宁市,2025,4\n甲县,2025,3\n甲区,2025,3\n"),
        ])
        #expect(lines == [" within_limit"])
        let (open, _) = try run(rule, [("region", "r.csv", Self.roster), ("region_year", "y.csv", "region,year,nurses\n甲县,2025,3\n甲区,2025,3\n")])
        #expect(open != lines)
    }

    @Test("a figure of so many per thousand may stand beside the unit of what is counted")
    func counted() throws {
        let years = "region,year,每千人口注册护士数（人）\n遂宁市,2025,3.5\n"
        let (lines, problems) = try run(
            "for: region_year, period: 2025, observe: nurses, target: {at_least: 3.5 人/千人}", [("region", "r.csv", Self.roster), ("region_year", "y.csv", years)])
        #expect(lines == ["遂宁市 within_limit"] && problems == [])
    }

    @Test("a number of people under a name of the field that does not say of how many is no figure of so many per thousand")
    func number() throws {
        let vocabulary = Self.vocabulary.replacing("title: 每千人口注册护士数", with: "title: 每千人口注册护士数, aliases: [注册护士数]")
        let years = "region,year,注册护士数（人）\n遂宁市,2025,3500\n"
        let rules = "  - {id: r, title: t, for: region_year, period: 2025, observe: nurses, target: {at_least: 3.5 人/千人}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: rules)
        let (findings, totals) = try Fixture.run(plan, tables: [("region", "r.csv", Self.roster), ("region_year", "y.csv", years)])
        #expect(findings.map(\.reason) == [.unreadable])
        #expect(totals.dataProblems.map(\.code) == ["unit-mismatch"])
    }
}
