import Diagnostics
import Plumbline
import Testing

@Suite("records that lie within each other") struct HierarchyTests {
    private static let facilities = "id,kind,region\nF1,献血屋,T\nF2,献血屋,X\nF3,中医馆,U\nF4,献血屋,C\n"

    private func lines(_ rule: String, _ more: [String: String] = [:], header: String = "", data: [String: String] = [:]) throws -> [String] {
        let files = ["region.csv": CountyVocabulary.regions, "facility.csv": Self.facilities].merging(more) { $1 }
        return try CountyVocabulary.fixture(rule, header: header, data: data).run(files).lines
    }

    @Test("a field a level leads to the record there, itself where it is of that level, and to none from above it")
    func levels() throws {
        #expect(try lines("for: region, require: county != null && county.name == '越城区'") == [
            "r0 浙江省 condition_false", "r0 绍兴市 condition_false", "r0 越城区 condition_true", "r0 新昌县 condition_false",
            "r0 城南 condition_true", "r0 回山 condition_false",
        ])
        #expect(try lines("for: facility, require: region.city.name == '绍兴市'") == (1...4).map { "r0 F\($0) condition_true" })
        // A county lies in a city, and so in no division, which is below one.
        #expect(try lines("for: region, where: level == '县', require: division == null") .suffix(2) == ["r0 城南 out_of_scope", "r0 回山 out_of_scope"])
        #expect(try lines("for: region, where: level == '县', require: division == null")[2] == "r0 越城区 condition_true")
    }

    @Test("what lies below a record is in its lists, but for rows that are another's own")
    func lists() throws {
        let counts = try lines("for: region, observe: \"facilities.count(f, f.kind == '献血屋')\", target: {at_least: 0 个}")
        #expect(counts == [
            "r0 浙江省 within_limit 3 3", "r0 绍兴市 within_limit 3 3", "r0 越城区 within_limit 2 2", "r0 新昌县 within_limit 0 0",
            "r0 城南 within_limit 1 1", "r0 回山 within_limit 0 0",
        ])
        let parts = try lines("for: region, observe: parts.count(), target: {at_least: 0 个}")
        #expect(parts.map { $0.split(separator: " ")[3] } == ["5", "4", "1", "1", "0", "0"])
        let years = try lines(
            "for: region, where: level != '省', observe: \"years.sum(y, y.people)\", target: {at_least: 0 人}",
            ["region_year.csv": "region,year,people\nC,2024,500\nX,2024,300\nT,2024,100\n"])
        #expect(years.dropFirst().map { $0.split(separator: " ")[3] } == ["500", "300", "0", "100", "0"])
    }

    @Test("a parent that is not told, or is nowhere, is a record that there is not")
    func unknownParents() throws {
        let regions = "id,name,level,parent\nX,甲,县,\nY,乙,县,Z\nT,丙,乡镇,X\nQ,丁,,X\n"
        let run = try CountyVocabulary.fixture("for: region, require: city.name == '绍兴市'").run(["region.csv": regions])
        #expect(run.lines == ["r0 甲 no_such_record", "r0 乙 no_such_record", "r0 丙 no_such_record", "r0 丁 missing"])
        let counties = try CountyVocabulary.fixture("for: region, require: county.name == '甲'").run(["region.csv": regions]).lines
        #expect(counties == ["r0 甲 condition_true", "r0 乙 condition_false", "r0 丙 condition_true", "r0 丁 missing"])
    }

    @Test("a loop, a chain without end and a record within a lower one are problems of the data, and end")
    func loops() throws {
        let regions = "id,name,level,parent\nA,甲,县,B\nB,乙,县,A\nT,丙,乡镇,A\nS,丁,县,S\nV,戊,市,T\n"
        let run = try CountyVocabulary.fixture(
            "for: region, require: city == null", "for: region, observe: parts.count(), target: {at_least: 0 个}"
        ).run(["region.csv": regions])
        #expect(run.problems == [
            "hierarchy-loop data/region.csv:2", "hierarchy-loop data/region.csv:5", "hierarchy-turned data/region.csv:6",
        ])
        #expect(run.lines == [
            "r0 甲 no_such_record", "r1 甲 within_limit 3 3", "r0 乙 no_such_record", "r1 乙 within_limit 1 1",
            "r0 丙 no_such_record", "r1 丙 within_limit 1 1", "r0 丁 no_such_record", "r1 丁 within_limit 1 1",
            "r0 戊 condition_false", "r1 戊 within_limit 0 0",
        ])
        let chain = "id,name,level,parent\n" + (0..<3000).map { "R\($0),r,县,R\($0 + 1)\n" }.joined() + "R3000,r,县,\n"
        let deep = try CountyVocabulary.fixture("for: region, observe: parts.count(), target: {at_most: 65 个}").run(["region.csv": chain])
        #expect(deep.findings.allSatisfy { $0.reason == .withinLimit })
        #expect(deep.problems.contains { $0.hasPrefix("hierarchy-loop") })
    }

    @Test("coverage by a level judges the counties of a roster that have nothing, and no group of those that lie in none")
    func coverage() throws {
        let rule = "for: facility, where: kind == '献血屋', coverage: {per: region.county, at_least: 1 个}, due: 2025"
        let header = "data: [{table: region, file: roster.csv, roster: true}]"
        let roster = ["roster.csv": CountyVocabulary.regions]
        let run = try CountyVocabulary.fixture(rule, header: header, data: roster).run(["facility.csv": Self.facilities])
        #expect(run.lines == ["r0 越城区 coverage_met 2 1", "r0 新昌县 coverage_short 0 -1"])
        let plain = try CountyVocabulary.fixture(rule.replacing("region.county", with: "region"), header: header, data: roster)
            .run(["facility.csv": Self.facilities])
        #expect(plain.lines.count == 6)
    }

    @Test("records are grouped by a level as by any reference")
    func groups() throws {
        let vocabulary = CountyVocabulary.text.replacing(
            "  region_year:\n", with: "  county_group: {group: region, by: [county], list: regions}\n  region_year:\n")
        let lines = try SubmissionFixture(
            vocabulary: vocabulary, rules: ["for: county_group, where: county != null, observe: regions.count(), target: {at_least: 2 个}"]
        ).run(["region.csv": CountyVocabulary.regions]).lines
        #expect(lines == ["r0 X within_limit 2 0", "r0 Y within_limit 2 0"])
    }
}
