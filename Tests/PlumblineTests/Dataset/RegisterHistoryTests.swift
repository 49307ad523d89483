import Diagnostics
import Plumbline
import Testing

@Suite("registers as they stood") struct RegisterHistoryTests {
    private static let talents = """
        id,region,level,selected_on,left_on
        A,C,省级,2018-05-01,
        B,C,省级,2020-12-31,2023-01-01
        D,X,国家级,2021-01-01,2025-12-31
        E,C,市级,2019-01-01,

        """

    private func lines(_ rules: String..., talents: String = talents, more: [String: String] = [:]) throws -> [String] {
        let files = ["region.csv": CountyVocabulary.regions, "talent.csv": talents].merging(more) { $1 }
        return try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: rules).run(files).lines.filter { !$0.contains("out_of_scope") }
    }

    @Test("a list holds who is in the register at the end of the period: from the first day on, and not on the day of leaving")
    func periods() throws {
        let lines = try lines(
            "for: region, subjects: [C], period: {each: 2019..2025}, observe: \"talents.count(t, t.level >= '省级')\", target: {at_least: 2 人}")
        #expect(lines == [
            "r0 绍兴市@2019 beyond_limit 1 -1", "r0 绍兴市@2020 within_limit 2 0", "r0 绍兴市@2021 within_limit 3 1",
            "r0 绍兴市@2022 within_limit 3 1", "r0 绍兴市@2023 within_limit 2 0", "r0 绍兴市@2024 within_limit 2 0",
            "r0 绍兴市@2025 beyond_limit 1 -1",
        ])
    }

    @Test("without a period it is seen as of the day of the run, with a due date in that date's period")
    func now() throws {
        #expect(try lines("for: region, subjects: [C], observe: talents.count(), target: {at_least: 2 人}") == ["r0 绍兴市 within_limit 2 0"])
        #expect(try lines("for: region, subjects: [C], due: 2021, observe: talents.count(), target: {at_least: 2 人}") == [
            "r0 绍兴市@2021 within_limit 4 2"
        ])
    }

    @Test("where the rule states a due date within the period, it is seen as of that day: what was done later came too late")
    func dueWithinPeriod() throws {
        let count = "for: region, subjects: [C], observe: talents.count(), target: {at_least: 4 人}"
        // D is selected on the first day of 2021, and F in its December.
        let talents = Self.talents + "F,C,市级,2021-12-01,\n"
        #expect(try lines("\(count), due: 2021", talents: talents) == ["r0 绍兴市@2021 within_limit 5 1"])
        #expect(try lines("\(count), due: 2021-06-30", talents: talents) == ["r0 绍兴市@2021 within_limit 4 0"])
        #expect(try lines("\(count), due: 2021-11-30, period: 2021", talents: talents) == ["r0 绍兴市@2021 within_limit 4 0"])
        #expect(try lines("\(count), due: 2021-12-01", talents: talents) == ["r0 绍兴市@2021 within_limit 5 1"])
        // Other periods are seen at their ends.
        #expect(try lines("\(count), due: 2021-06-30, period: 2022", talents: talents) == ["r0 绍兴市@2022 within_limit 5 1"])
        #expect(try lines("for: talent, due: 2021-06-30, require: level >= '市级'", talents: talents).filter { $0.contains("F@") } == [
            "r0 F@2021 other_period"
        ])
    }

    @Test("other periods are reached from the record, and from the lists of others")
    func otherPeriods() throws {
        #expect(try lines("for: region, subjects: [C], period: 2021, require: talents.count() == 4 && previous.talents.count() == 3 && at(2018).talents.count() == 1") == [
            "r0 绍兴市@2021 condition_true"
        ])
        #expect(try lines("for: region, subjects: [C], period: {all: 2020..2025}, require: \"talents.exists(t, t.id == 'B')\"") == [
            "r0 绍兴市 condition_false"
        ])
    }

    @Test("a record that is not in the register in the period judged is not judged then")
    func members() throws {
        #expect(try lines("for: talent, period: 2023, require: level >= '省级'") == [
            "r0 A@2023 condition_true", "r0 B@2023 other_period", "r0 D@2023 condition_true", "r0 E@2023 condition_false",
        ])
        #expect(try lines("for: talent, where: level >= '省级', period: {each: 2020..2021}, coverage: {at_least: 3 人}") == [
            "r0 @2020 coverage_short 2 -1", "r0 @2021 coverage_met 3 0",
        ])
    }

    @Test("of whom the first day is not known it is open whether they were there, as far as that matters")
    func unknownDays() throws {
        let talents = Self.talents + "F,C,国家级,,\nG,C,市级,,2020-01-01\n"
        let lists = try lines(
            "for: region, subjects: [C], period: 2021, observe: \"talents.count(t, t.level >= '省级')\", target: {at_least: 3 人}",
            "for: region, subjects: [C], period: 2021, observe: \"talents.count(t, t.level >= '省级')\", target: {at_least: 4 人}",
            "for: region, subjects: [C], period: 2021, observe: talents.count(), target: {at_least: 4 人}",
            "for: region, subjects: [C], period: 2021, observe: talents.size(), target: {at_least: 4}",
            "for: region, subjects: [C], period: 2021, missing: skip, observe: talents.count(), target: {at_least: 5 人}",
            "for: region, subjects: [C], period: 2021, missing: skip, observe: \"talents.filter(t, t.level >= '省级').count()\", target: {at_least: 4 人}",
            talents: talents)
        #expect(lists == [
            "r0 绍兴市@2021 within_limit 3..4", "r1 绍兴市@2021 missing_decides", "r2 绍兴市@2021 within_limit 4..5",
            "r3 绍兴市@2021 missing", "r4 绍兴市@2021 beyond_limit 4 -1", "r5 绍兴市@2021 beyond_limit 3 -1",
        ])
        #expect(try lines("for: talent, period: 2021, require: level >= '市级'", talents: talents).suffix(2) == [
            "r0 F@2021 scope_unknown", "r0 G@2021 other_period",
        ])
    }

    @Test("a file without the columns of the days is a list of today, which holds in all periods")
    func plainList() throws {
        let talents = "id,region,level\nA,C,省级\nB,C,省级\n"
        #expect(try lines("for: region, subjects: [C], period: {each: 2020..2021}, observe: talents.count(), target: {at_least: 2 人}", talents: talents) == [
            "r0 绍兴市@2020 within_limit 2 0", "r0 绍兴市@2021 within_limit 2 0",
        ])
    }

    @Test("an indicator of a year sees the institutions and the staff of that year's end, each worked out once a year")
    func indicators() throws {
        let files = [
            "region_year.csv": "region,year,people\nC,2020,10000\nC,2021,10000\nC,2022,10000\n",
            "institution.csv": "id,region,opened_on,closed_on\nI,X,2010-01-01,\nJ,T,2021-03-01,2022-03-01\n",
            "staff.csv": """
                id,institution,role,hired_on,left_on
                S1,I,全科医生,2015-01-01,
                S2,I,全科医生,2021-07-01,
                S3,J,全科医生,2021-07-01,
                S4,I,护士,2015-01-01,

                """,
        ]
        #expect(try lines("for: region_year, period: {each: 2020..2022}, observe: doctors, target: {at_least: 2 人/万人}", more: files) == [
            "r0 C@2020 beyond_limit 0.0001 -0.0001", "r0 C@2021 within_limit 0.0003 0.0001", "r0 C@2022 within_limit 0.0002 0",
        ])
        // What rests on a reference alone is lifted out and remembered, for each period by itself.
        #expect(try lines("for: region_year, period: {each: 2020..2022}, observe: \"region.institutions.sum(i, i.staff.count())\", target: {at_least: 0}", more: files)
            .map { $0.split(separator: " ")[3] } == ["2", "4", "3"])
    }
}
