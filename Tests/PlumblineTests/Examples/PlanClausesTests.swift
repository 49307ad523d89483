import Diagnostics
import Foundation
import PlumblineReaders
import TestSupport
import Testing

@testable import Plumbline

/// The folder of the clauses, each a ruleset in a file of its own, over one vocabulary.
private let folder = SharedData.repository.appending(path: "Tests/PlumblineTests/Clauses").resolvingSymlinksInPath()

private let clauses: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") && $0 != "vocabulary.yaml" }.map { String($0.dropLast(".yaml".count)) }.sorted()

/// Clauses of five health plans as rules, with the cases that say how each is read.
@Suite("clauses of plans")
struct PlanClausesTests {
    /// What lint has to say of a clause, and why that is right.
    private static let warnings: [String: (code: DiagnosticCode, why: String)] = [
        "24-in-county-care-not-kept": ("kept-level-not-reached", "what is to be kept was not reached in the base year"),
    ]

    @Test("there are thirty-five")
    func count() { #expect(clauses.count == 35) }

    @Test("a clause loads, and lint says no more of it than is to be said", arguments: clauses)
    func lint(clause: String) throws {
        let plan = try Self.plan(clause)
        let warning = Self.warnings[clause]
        #expect(plan.book.faults.all.map(\.code) == (warning.map { [$0.code] } ?? []), "\(warning?.why ?? "")")
        #expect(plan.book.faults.all.allSatisfy { $0.severity == .warning })
    }

    @Test("the cases of a clause come out, and one that the data can miss is missed in one of them", arguments: clauses)
    func cases(clause: String) throws {
        let plan = try Self.plan(clause)
        let result = CaseRunner(plan).run()
        #expect(result.failures.all.map(\.message.en) == [])
        #expect(result.untested == [])
        for rule in plan.rules where rule.unsetParameters.isEmpty {
            #expect(rule.rule.cases.contains { $0.outcome == .fail }, "\(rule.rule.id)")
        }
    }

    static func plan(_ clause: String, profile: String? = nil) throws -> AuditPlan {
        try AuditPlanner.plan(RuleBookLoader.load([folder.appending(path: "\(clause).yaml").path], profile: profile))
    }
}

/// What only data files can show of the clauses: rosters, and who is not there at all.
@Suite("clauses of plans, on files")
struct PlanClausesDataTests {
    private static let regions = """
        id,name,level,parent
        C,甲市,市,
        X,东县,县,C
        Y,西县,县,C
        T,河口镇,乡镇,X
        D1,第一师,师市,
        D2,第二师,师市,
        D11,第十一师,师市,
        V1,上村,村,T
        V2,下村,村,T

        """

    /// The findings of one of a clause's rules: `name@period reason`, without those that are not applicable.
    private func lines(
        _ clause: String, rule: String? = nil, roster: String? = regions, profile: String? = nil,
        _ files: [(table: String, csv: String)]
    ) throws -> [String] {
        let plan = try PlanClausesTests.plan(clause, profile: profile)
        func file(_ table: String, _ csv: String) -> Submission.File {
            Submission.File(source: ByteSource(name: "\(table).csv", bytes: Array(csv.utf8)), table: table, reader: CSVReader())
        }
        var submission = Submission()
        submission.files = files.map { file($0.table, $0.csv) }
        submission.references = roster.map { [Submission.Reference(file: file("region", $0), isRoster: true)] } ?? []
        var log = FindingLog()
        let totals = Audit(plan: plan, asOf: try Fixture.day).run(submission, into: &log)
        // Columns of days that these registers do not keep.
        #expect(totals.dataProblems.allSatisfy { $0.code.rawValue == "missing-column" })
        return log.findings.filter { plan.rules[$0.rule].rule.id == rule ?? plan.rules[0].rule.id && $0.reason != .outOfScope }
            .map { "\($0.record.name)\($0.record.period.map { "@\($0)" } ?? "") \($0.reason.rawValue)" }
    }

    @Test("a county without a facility is counted, for it is on the roster; one in a township counts for its county")
    func countyWithoutFacility() throws {
        let facilities = "id,kind,region,status\nF1,献血屋,T,投用\nF2,献血屋,C,投用\nF3,安宁疗护病区,X,投用\n"
        let found = try lines("22-county-without-blood-donation-house", [("facility", facilities)])
        #expect(found == ["东县@2025 coverage_met", "西县@2025 coverage_short"])
        let wards = try lines("22-county-without-blood-donation-house", rule: "county-short-of-hospice-wards", [("facility", facilities)])
        #expect(wards == ["东县@2025 coverage_short", "西县@2025 coverage_short"])
    }

    @Test("a division that is silent is on the roster all the same, and the eleventh is excepted by name")
    func silentDivision() throws {
        let found = try lines(
            "15-division-lacks-waste-capacity",
            [("region", "id,waste_capacities\nD1,规范储存、转运、集中处置\nD11,规范储存\n")])
        #expect(found == ["第一师 condition_true", "第十一师 excepted", "第二师 no_record"])
    }

    @Test("villages come from the roster, not from what was sent")
    func villages() throws {
        let found = try lines(
            "35-village-without-health-institution",
            [("institution", "id,name,region,primary_kind,opened_on,closed_on\nI1,上村卫生室,V1,村卫生室,2010-01-01,\n")])
        #expect(found == ["上村@2025 condition_true", "下村@2025 condition_false"])
    }

    @Test("a named institution that is in no file does not vanish")
    func namedInstitutions() throws {
        let files = [("institution", "id,name,cdc_grade\nI1,船山区疾控中心,三级乙等\nI2,安居区疾控中心,二级甲等\n")]
        let found = try lines("18-county-cdc-below-level-three", roster: nil, files)
        #expect(found.sorted() == ["大英县疾控中心@2025 no_record", "船山区疾控中心@2025 within_limit"])
    }

    @Test("what is masked decides nothing until a profile supplies it")
    func parameters() throws {
        let institutions = "id,name,kind,admin_level\nI1,一院,医院,县级\nI2,二院,医院,县级\nI3,乡院,医院,乡级\n"
        let facilities = ["肿瘤防治中心", "慢性病管理中心", "微创介入中心", "麻醉疼痛诊疗中心", "重症监护中心"].enumerated()
            .map { "F\($0.offset),\($0.element),I1,投用\n" }.joined()
        let files = [("institution", institutions), ("facility", "id,kind,institution,status\n\(facilities)")]
        #expect(try lines("21-clinical-centres-below-share", roster: nil, files).allSatisfy { $0.hasSuffix(" parameter_unset") })
        let profile = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: profile) }
        try "profile: filled\nof: suining\nset: {params.hospital_scope: 县级}\n".write(to: profile, atomically: true, encoding: .utf8)
        let found = try lines("21-clinical-centres-below-share", roster: nil, profile: profile.path, files)
        #expect(found.count == 1 && found[0].hasSuffix(" coverage_short"))
    }

    @Test("a title lost for the end of one year fails them all, though it was regained")
    func lostTitle() throws {
        let honours = "holder,name,granted_on,lost_on\nL,国家卫生城市,2015-01-01,2023-03-01\nL,国家卫生城市,2024-11-01,\n"
        let found = try lines(
            "25-hygienic-city-title-lost", roster: "id,name,level,parent\nL,乐清市,市,\n", [("honour", honours)])
        #expect(found.count == 1 && found[0].hasPrefix("乐清市") && found[0].hasSuffix(" condition_false"))
    }

    @Test("a year with nobody is judged like any other")
    func yearWithNobody() throws {
        let talents = "id,programme,selected_on\n" + [2021, 2021, 2021, 2022, 2022, 2024].enumerated()
            .map { "T\($0.offset),青年岐黄学者,\($0.element)-06-01\n" }.joined()
        let found = try lines("33-young-scholars-below-yearly-number", roster: nil, [("talent", talents)])
        #expect(found.map { $0.split(separator: " ").last } == ["coverage_met", "coverage_short", "coverage_short", "coverage_short", "coverage_short"])
        #expect(found.allSatisfy { $0.contains("@202") })
    }

    @Test("observed figures are held against the year before, the base, and each other")
    func observations() throws {
        let division = "id,name,level,parent\nB,兵团,兵团,\n"
        let myopia = "indicator,region,period,breakdown,value\n"
            + [(2021, "44.32%"), (2022, "43.82%"), (2023, "43.33%"), (2025, "42%")].map { "youth_myopia_rate,B,\($0),,\($1)\n" }.joined()
        #expect(try lines("06-youth-myopia-falls-too-slowly", roster: division, [("observation", myopia)]) == [
            "兵团@2021 within_limit", "兵团@2022 within_limit", "兵团@2023 beyond_limit", "兵团@2024 no_such_period", "兵团@2025 no_such_period",
        ])
        let blood = "indicator,region,period,breakdown,value\n"
            + [(2020, 100), (2021, 102), (2022, 103)].map { "whole_blood_collected,C,\($0),,\($1)\n" }.joined()
        #expect(try lines("08-whole-blood-growth-below-floor", [("observation", blood)]) == [
            "甲市@2021 within_limit", "甲市@2022 beyond_limit", "甲市@2023 no_such_period", "甲市@2024 no_such_period", "甲市@2025 no_such_period",
        ])
        let life = "indicator,region,period,breakdown,value\nhealthy_life_expectancy,B,2020,,60\nhealthy_life_expectancy,B,2025,,66\n"
            + "life_expectancy,B,2020,,70\nlife_expectancy,B,2025,,77\n"
        #expect(try lines("07-healthy-life-expectancy-lags", roster: division, [("observation", life)]) == ["兵团@2025 within_limit"])
    }

    @Test("a reading on other regions than the clause's own is told with what they all come to")
    func readingOfCounties() throws {
        let plan = try PlanClausesTests.plan("24-in-county-care-not-kept")
        let rows = (2021...2025).flatMap { year in
            ["C,\(year),,91%", "X,\(year),,92%", "Y,\(year),,\(year == 2023 ? 85 : 95)%"].map { "in_county_care_rate,\($0)\n" }
        }
        let findings = try Fixture.run(plan, tables: [
            ("region", "region.csv", Self.regions),
            ("observation", "observation.csv", "indicator,region,period,breakdown,value\n" + rows.joined()),
        ]).findings.filter { $0.reason != .outOfScope }
        #expect(findings.map(\.reason) == [.withinLimit])
        #expect(findings.first.map(readingLines) == ["逐县达标 beyond_limit (pass 1, fail 1) no"])
    }
}
