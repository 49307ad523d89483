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

    @Test("a figure of so many per thousand may stand beside the unit of what is counted")
    func counted() throws {
        let years = "region,year,每千人口注册护士数（人）\n遂宁市,2025,3.5\n"
        let (lines, problems) = try run(
            "for: region_year, period: 2025, observe: nurses, target: {at_least: 3.5 人/千人}", [("region", "r.csv", Self.roster), ("region_year", "y.csv", years)])
        #expect(lines == ["遂宁市 within_limit"] && problems == [])
    }
}
