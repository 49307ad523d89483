import Diagnostics
import Plumbline
import Testing

@Suite("asking about another rule")
struct RuleMeetingTests {
    /// Of the institutions of 甲 one passes, one fails, one cannot be told and one is no hospital.
    private static let files = [
        "region.csv": "id,name\nA,甲\nB,乙\nC,丙\nD,丁\n",
        "institution.csv": """
            id,region,kind,beds
            1,A,医院,50
            2,A,医院,5
            3,A,医院,
            4,A,诊所,1
            5,B,医院,50
            6,B,诊所,1
            7,C,诊所,1
            8,D,医院,5
            9,D,,50

            """,
    ]

    private static let base = "id: beds-short, for: institution, where: kind == '医院', observe: beds, target: {at_least: 20 张}"

    private static let asked: [(rule: String, lines: [String])] = [
        ("observe: \"institutions.share(i, i.meets('beds-short'))\", target: {at_least: 30%}", [
            "甲 within_limit 1/3..2/3", "乙 within_limit 1 0.7", "丙 empty_group", "丁 missing_decides",
        ]),
        ("observe: \"institutions.count(i, i.meets('beds-short'))\", target: {at_least: 2 家}", [
            "甲 missing_decides", "乙 beyond_limit 1 -1", "丙 beyond_limit 0 -2", "丁 beyond_limit 0..1",
        ]),
        ("observe: \"institutions.count(i, !i.meets('test/beds-short'))\", target: {at_most: 1 家}", [
            "甲 missing_decides", "乙 within_limit 0 -1", "丙 within_limit 0 -1", "丁 missing_decides",
        ]),
        ("require: \"institutions.exists(i, i.meets('beds-short'))\"", [
            "甲 condition_true", "乙 condition_true", "丙 condition_false", "丁 missing",
        ]),
        ("require: \"institutions.all(i, i.meets('beds-short'))\"", [
            "甲 condition_false", "乙 condition_true", "丙 empty_group", "丁 condition_false",
        ]),
        ("observe: \"institutions.filter(i, i.meets('beds-short')).sum(i, i.beds)\", target: {at_least: 60 张}", [
            "甲 missing", "乙 beyond_limit 50 -10", "丙 beyond_limit 0 -60", "丁 missing",
        ]),
    ]

    @Test("passes and fails count, the undecided could be either, and who is out of its scope is left out", arguments: asked)
    func counted(rule: String, lines: [String]) throws {
        let found = try CareVocabulary.fixture(Self.base, "id: asks, for: region, \(rule)").lines(Self.files)
        #expect(found.filter { $0.hasPrefix("asks") } == lines.map { "asks \($0)" })
    }

    @Test("under skip the measured stand for all, and under against what the others leave open is not met", arguments: [
        ("skip", ["甲 beyond_limit 0.5 -0.1", "乙 within_limit 1 0.4", "丙 empty_group", "丁 beyond_limit 0 -0.6"]),
        ("against", ["甲 beyond_limit 1/3 -4/15", "乙 within_limit 1 0.4", "丙 empty_group", "丁 beyond_limit 0..0.5"]),
    ])
    func missing(policy: String, lines: [String]) throws {
        let rule = "id: asks, for: region, missing: \(policy), observe: \"institutions.share(i, i.meets('beds-short'))\", target: {at_least: 60%}"
        let found = try CareVocabulary.fixture(Self.base, rule).lines(Self.files)
        #expect(found.filter { $0.hasPrefix("asks") } == lines.map { "asks \($0)" })
    }

    @Test("a rule can ask about one that asks itself, on the record that a reference leads to too")
    func chains() throws {
        let fixture = CareVocabulary.fixture(
            Self.base, "id: region-short, for: region, require: \"institutions.exists(i, i.meets('beds-short'))\"",
            "id: asks, for: institution, require: \"region.meets('region-short')\"")
        let found = try fixture.lines(Self.files).filter { $0.hasPrefix("asks") }
        #expect(found == [
            "asks 1 condition_true", "asks 2 condition_true", "asks 3 condition_true", "asks 4 condition_true",
            "asks 5 condition_true", "asks 6 condition_true", "asks 7 condition_false", "asks 8 missing", "asks 9 missing",
        ])
    }

    @Test("a rule that falls due is asked about in its due year, before it in the last that there is", arguments: [
        ("2025-12-31", "asks A within_limit 1 0"), ("2026-12-31", "asks A beyond_limit 0 -1"),
    ])
    func due(due: String, line: String) throws {
        let unit = "unit: {key: [id], fields: {id: {type: string}}}"
        let year = "unit_year: {key: [unit, year], period: year, fields: {unit: {references: unit, list: years}, year: {type: period}, beds: {type: integer}}}"
        let fixture = SubmissionFixture(
            vocabulary: "vocabulary: test\ntables:\n  \(unit)\n  \(year)\n",
            rules: [
                "id: base, for: unit_year, due: \(due), require: beds >= 20",
                "id: asks, for: unit, observe: \"years.count(y, y.meets('base'))\", target: {at_least: 1}",
            ])
        let found = try fixture.lines([
            "unit.csv": "id\nA\n", "unit_year.csv": "unit,year,beds\nA,2023,30\nA,2024,10\nA,2025,20\n\nA,2026,10\n",
        ])
        #expect(found.contains(line))
    }

    @Test("whom the plan exempts, and who is not named, does not count where a rule is asked about")
    func named() throws {
        let rule = "observe: \"institutions.share(i, i.meets('named'))\", target: {at_least: 60%}"
        let fixture = CareVocabulary.fixture(
            "id: named, for: institution, except: [{record: '2', why: x}], require: beds > 20", "id: asks, for: region, \(rule)")
        let files = ["region.csv": "id,name\nA,甲\n", "institution.csv": "id,region,beds\n1,A,50\n2,A,5\n"]
        #expect(try fixture.lines(files).first == "asks 甲 within_limit 1 0.4")
    }
}
