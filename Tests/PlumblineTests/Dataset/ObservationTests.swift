import Diagnostics
import Plumbline
import Testing

@Suite("what is observed period by period") struct ObservationTests {
    private static let observations = """
        indicator,region,period,breakdown,value,unit
        life,C,2020,,80,
        人均预期寿命,C,2021,,80.5,
        平均预期寿命,C,2022,,81,
        近视率,C,2021,,44.32%,
        近视率,C,2021,城镇,50,
        Life Expectancy,X,2021,,,
        blood,C,2021,,1.2,万单位
        床位数,C,2021,,300,张

        """

    private func run(_ rules: String..., more: [String: String] = [:], observations: String = observations) throws -> SubmissionFixture.Run {
        let files = ["region.csv": CountyVocabulary.regions, "observation.csv": observations].merging(more) { $1 }
        return try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: rules).run(files)
    }

    private func lines(_ rules: String..., more: [String: String] = [:], observations: String = observations) throws -> [String] {
        let files = ["region.csv": CountyVocabulary.regions, "observation.csv": observations].merging(more) { $1 }
        return try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: rules).run(files).lines
    }

    @Test("a cell of a wide file is told under its own header")
    func wide() throws {
        let mapping = "mapping: m\nfiles: [{file: wide.csv, table: observation, wide: {columns: 2020..2022, header: period, value: value}}]\n"
        let run = try run(
            "for: region, period: 2022, observe: life, target: {at_least: 80 岁}",
            more: ["mapping.yaml": mapping, "wide.csv": "indicator,region,2020,2021,2022\nlife,C,80,80,约81\n"], observations: "indicator,region,period,value\n")
        let columns = run.totals.dataProblems.filter { $0.address?.line == 2 && $0.file.hasSuffix("wide.csv") }.map(\.column)
        #expect(!columns.isEmpty && columns.allSatisfy { $0 == "2022" })
    }

    // A year is twelve months, in which all times are told.
    @Test("an indicator reads like a field of its record, by id, title and alias, in the period judged")
    func reads() throws {
        let lines = try lines("for: region, subjects: [绍兴市], period: {each: 2020..2023}, observe: life, target: {at_least: 80.5 岁}")
        #expect(lines.filter { !$0.contains("out_of_scope") } == [
            "r0 绍兴市@2020 beyond_limit 960 -6", "r0 绍兴市@2021 within_limit 966 0", "r0 绍兴市@2022 within_limit 972 6",
            "r0 绍兴市@2023 no_such_period",
        ])
    }

    @Test("a blank value is missing, a table that never came was not sent, and a region of which nothing came has no such period")
    func absent() throws {
        let rule = "for: region, where: level == '县', period: 2021, observe: life, target: {at_least: 80 岁}"
        #expect(try lines(rule).filter { !$0.contains("out_of_scope") } == ["r0 越城区@2021 missing", "r0 新昌县@2021 no_such_period"])
        let without = try CountyVocabulary.fixture(rule).run(["region.csv": CountyVocabulary.regions])
        #expect(without.plan.listTables(ofRule: 0) == ["observation"])
        let unsent = without.lines
        #expect(unsent.filter { !$0.contains("out_of_scope") } == [
            "r0 越城区@2021 list_not_submitted", "r0 新昌县@2021 list_not_submitted",
        ])
        let rostered = try CountyVocabulary.fixture(
            rule, header: "data: [{table: region, file: roster.csv, roster: true}]", data: ["roster.csv": CountyVocabulary.regions]
        ).run(["observation.csv": Self.observations]).lines
        #expect(rostered.filter { !$0.contains("out_of_scope") } == ["r0 越城区@2021 missing", "r0 新昌县@2021 no_record"])
    }

    @Test("of whom anything came there is no such period, whatever else the run looks at")
    func otherIndicator() throws {
        let rule = "for: region, where: name == '新昌县', period: 2021, observe: life, target: {at_least: 80 岁}"
        let lines = try CountyVocabulary.fixture(
            rule, header: "data: [{table: region, file: roster.csv, roster: true}]", data: ["roster.csv": CountyVocabulary.regions]
        ).run(["observation.csv": Self.observations + "blood,Y,2020,,1.2,万单位\n"]).lines
        #expect(lines.filter { !$0.contains("out_of_scope") } == ["r0 新昌县@2021 no_such_period"])
    }

    @Test("a record's own cell that says otherwise than the observation decides, and is a problem of the data", arguments: [("280", 1), ("300", 0), ("", 0)])
    func ownCell(beds: String, count: Int) throws {
        let found = try run(
            "for: region_year, period: 2021, observe: beds, target: {at_least: 200 张}",
            more: ["region_year.csv": "region,year,people,beds\nC,2021,1,\(beds)\n"])
        #expect(found.lines.contains { $0.contains("within_limit \(beds.isEmpty ? "300" : beds)") })
        #expect(found.problems.filter { $0.hasPrefix("observed") } == Array(repeating: "observed-otherwise data/region_year.csv:2", count: count))
    }

    @Test("rows that differ decide nothing, and are a problem of the data; a row that comes twice is one")
    func contradicted() throws {
        let rule = "for: region, subjects: [C], period: 2020, observe: life, target: {at_least: 80 岁}"
        let twice = "indicator,region,period,value\nlife,C,2020,80\n人均预期寿命,C,2020,80.0\n"
        let same = try run(rule, observations: twice)
        #expect(same.lines.contains("r0 绍兴市@2020 within_limit 960 0"))
        let differing = try run(rule, observations: twice + "平均预期寿命,C,2020,79\n")
        #expect(differing.lines.contains("r0 绍兴市@2020 ambiguous_record"))
        #expect(differing.problems.filter { $0.hasPrefix("observations") } == ["observations-differ data/observation.csv:4"])
    }

    @Test("the unit is the indicator's or the row's own, a bare number is no percentage, and an indicator may pick a part")
    func units() throws {
        #expect(try lines("for: region, subjects: [C], period: 2021, observe: myopia, target: {at_most: 45%}").contains(
            "r0 绍兴市@2021 within_limit 0.4432 -0.0068"))
        #expect(try lines("for: region, subjects: [C], period: 2021, observe: myopia_urban, target: {at_most: 45%}").contains(
            "r0 绍兴市@2021 beyond_limit 0.5 0.05"))
        #expect(try lines("for: region, subjects: [C], period: 2021, observe: blood, target: {at_least: 12000 单位}").contains(
            "r0 绍兴市@2021 within_limit 12000 0"))
        let bare = try run(
            "for: region, subjects: [C], period: 2021, observe: myopia, target: {at_most: 45%}",
            observations: "indicator,region,period,value\nmyopia,C,2021,44.3\n")
        #expect(bare.lines.contains("r0 绍兴市@2021 unreadable"))
        #expect(bare.problems.contains("unreadable-cell data/observation.csv:2"))
    }

    @Test("the row of the observation is the finding's evidence")
    func evidence() throws {
        let run = try run("for: region, subjects: [C], period: 2021, observe: life, target: {at_least: 80 岁}")
        let finding = try #require(run.findings.first { $0.reason == .withinLimit })
        #expect(finding.evidence.map { "\($0.field) \($0.address.file):\($0.address.line) \($0.column ?? "") \($0.text ?? "")" } == [
            "life data/observation.csv:3 value 80.5"
        ])
    }

    @Test("a misspelt indicator is told with the one that it was likely meant to be; others are no rule's concern")
    func misspelt() throws {
        let run = try run(
            "for: region, subjects: [C], period: 2021, observe: life, target: {at_least: 80 岁}",
            observations: "indicator,region,period,value\n人均预期寿命数,C,2021,80\n粮食产量,C,2021,1\n")
        #expect(run.problems == ["unknown-indicator data/observation.csv:2"])
    }

    @Test("other periods are reached by the calendar: previous, year_ago and at, also from the lists of others")
    func otherPeriods() throws {
        let rules = [
            "for: region, subjects: [C], period: 2021, require: life > previous.life && life > year_ago.life",
            "for: region, subjects: [C], period: 2022, observe: life / at(2020).life - 1, target: {at_least: 1%}",
            "for: region, subjects: [C], period: 2020, require: life > previous.life",
            "for: facility, period: 2021, require: \"region.life == q('80.5 岁') && region.at(2020).life == q('80 岁')\"",
        ]
        let run = try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: rules).run([
            "region.csv": CountyVocabulary.regions, "observation.csv": Self.observations, "facility.csv": "id,kind,region\nF,a,C\n",
        ])
        #expect(run.lines.filter { !$0.contains("out_of_scope") } == [
            "r0 绍兴市@2021 condition_true", "r1 绍兴市@2022 within_limit 0.0125 0.0025", "r2 绍兴市@2020 no_such_period",
            "r3 F@2021 condition_true",
        ])
    }

    @Test("without a period a rule judges the one of its due date, before it the last that was observed")
    func due() throws {
        let after = try lines("for: region, subjects: [C], due: 2022, observe: life, target: {at_least: 81 岁}")
        #expect(after.contains("r0 绍兴市@2022 within_limit 972 0"))
        let before = try run("for: region, subjects: [C], due: 2030, observe: life, target: {at_least: 82 岁}")
        let finding = try #require(before.findings.first { $0.reason == .beforeDue })
        #expect(finding.record.period?.description == "2022")
        #expect(finding.reasonToday == .beyondLimit)
    }

    @Test("what a table with a row a period has of a region may be observed too, and computed goes before it")
    func keyedByPeriod() throws {
        let years = "region,year,people\nC,2021,10000\n"
        let institutions = "id,region,opened_on,closed_on\nI,X,2010-01-01,\n"
        let staff = "id,institution,role,hired_on,left_on\nS1,I,全科医生,2015-01-01,\nS2,I,全科医生,2015-01-01,2021-06-01\n"
        let files = ["region_year.csv": years, "institution.csv": institutions, "staff.csv": staff]
        let observed = Self.observations + "doctors,C,2021,,3,\ndoctors,C,2022,,4,\n"
        let run = try run(
            "for: region_year, period: {each: 2021..2022}, observe: doctors, target: {at_least: 1 人/万人}",
            "for: region_year, period: 2021, observe: beds, target: {at_least: 300 张}", more: files, observations: observed)
        #expect(run.lines == ["r0 C@2021 within_limit 0.0001 0", "r0 C@2022 within_limit 0.0004 0.0003", "r1 C@2021 within_limit 300 0"])
        #expect(run.problems == ["indicator-differs data/observation.csv:10"])
    }
}
