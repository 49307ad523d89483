import Diagnostics
import Plumbline
import Testing

@Suite("references and lists")
struct ReferenceTests {
    private static let regions = "id,name,parent,people\nC,市,,100\nX,县,C,60\nD,甲区,C,\nD,乙区,C,5\n"
    private static let institutions = """
        id,name,region,kind,beds
        1,一,X,医院,10
        2,二,,医院,20
        3,三,Z,医院,30
        4,四,C,医院,40
        5,五,D,医院,50

        """

    private static let chains: [(rule: String, reasons: [String])] = [
        ("require: \"region.name == '县'\"", ["condition_true", "missing", "no_such_record", "condition_false", "ambiguous_record"]),
        (
            "require: \"region.parent != null && region.parent.name == '市'\"",
            ["condition_true", "missing", "no_such_record", "condition_false", "ambiguous_record"]
        ),
        ("require: region.parent == null", ["condition_false", "missing", "no_such_record", "condition_true", "ambiguous_record"]),
        ("require: measured(region)", ["condition_true", "condition_false", "condition_false", "condition_true", "condition_false"]),
        (
            "require: beds > 15 || region.people > 50",
            ["condition_true", "condition_true", "condition_true", "condition_true", "condition_true"]
        ),
        ("where: region.people > 50, require: beds > 15", [
            "condition_false", "scope_unknown", "scope_unknown", "condition_true", "scope_unknown",
        ]),
        ("observe: region.people / region.parent.people, target: {at_least: 50%}", [
            "within_limit", "missing", "no_such_record", "rule_error", "ambiguous_record",
        ]),
    ]

    @Test("a reference is followed to the record that it names, or says why it leads nowhere", arguments: chains)
    func followed(rule: String, reasons: [String]) throws {
        let fixture = CareVocabulary.fixture("for: institution, \(rule)")
        let run = try fixture.run(["region.csv": Self.regions, "institution.csv": Self.institutions])
        #expect(run.findings.map(\.reason.rawValue) == reasons)
    }

    @Test("a reference to nothing and a key that stands twice are data problems")
    func problems() throws {
        let fixture = CareVocabulary.fixture("for: institution, require: measured(region)")
        let run = try fixture.run(["region.csv": Self.regions, "institution.csv": Self.institutions])
        #expect(run.problems == ["duplicate-key data/region.csv:5", "reference-to-nothing data/institution.csv:4"])
    }

    @Test("a reference to nothing names the record that is called most like it; another's number is not that", arguments: [
        ("越成区", "; the nearest is '越城区'"), ("K1X", "; the nearest is 'K1'"), ("K7", ""), ("杭州市", ""),
    ])
    func nearest(region: String, told: String) throws {
        let fixture = CareVocabulary.fixture("for: institution, require: measured(region)")
        let run = try fixture.run(["region.csv": "id,name\nK1,越城区\nK2,柯桥区\n", "institution.csv": "id,region\n1,\(region)\n"])
        let problem = try #require(run.totals.dataProblems.first { $0.code == "reference-to-nothing" })
        #expect(problem.message.en == "table 'region' has no record '\(region)'\(told)")
    }

    @Test("where the parents' table never came, references lead nowhere and are no problem of the data")
    func noParents() throws {
        let fixture = CareVocabulary.fixture("for: institution, require: \"region.name == '县'\"")
        let run = try fixture.run(["institution.csv": "id,region\n1,X\n2,\n"])
        #expect(run.findings.map(\.reason) == [.noSuchRecord, .missing])
        #expect(run.problems == [])
    }

    private static let staff = """
        id,institution,pay,licensed
        a,1,4000,是
        b,1,6000,否
        c,2,5000,是
        d,4,7000,是
        e,,9000,是
        f,9,9000,是

        """

    private static let aggregates: [(expression: String, limit: String, lines: [String])] = [
        ("institutions.count()", "1", ["市 within_limit 2 1", "县 beyond_limit 0 -1"]),
        ("institutions.sum(i, i.beds)", "10 张", ["市 within_limit 50 40", "县 beyond_limit 0 -10"]),
        ("institutions.sum(i, i.staff.count())", "3", ["市 within_limit 3 0", "县 beyond_limit 0 -3"]),
        ("institutions.avg(i, i.staff.avg(s, s.pay))", "6001 元", ["市 beyond_limit 6000 -1", "县 empty_group"]),
        ("institutions.share(i, i.staff.avg(s, s.pay) >= 5000)", "50%", ["市 within_limit 1 0.5", "县 empty_group"]),
        ("institutions.share(i, i.staff.all(s, s.licensed))", "51%", ["市 beyond_limit 0.5 -0.01", "县 empty_group"]),
        ("institutions.max(i, i.staff.sum(s, s.pay))", "10001 元", ["市 beyond_limit 10000 -1", "县 empty_group"]),
        ("institutions.filter(i, i.beds > 10).count()", "1", ["市 within_limit 1 0", "县 beyond_limit 0 -1"]),
        ("parts.count()", "1", ["市 within_limit 1 0", "县 beyond_limit 0 -1"]),
        ("parts.sum(p, p.people) / people", "60%", ["市 within_limit 0.6 0", "县 beyond_limit 0 -0.6"]),
        ("institutions.distinct(i, i.kind)", "2", ["市 beyond_limit 1 -1", "县 beyond_limit 0 -2"]),
    ]

    @Test("aggregates go over lists, and over lists of lists", arguments: aggregates)
    func aggregated(expression: String, limit: String, lines: [String]) throws {
        let fixture = CareVocabulary.fixture("for: region, observe: '\(expression)', target: {at_least: \(limit)}")
        let found = try fixture.lines([
            "region.csv": "id,name,parent,people\nC,市,,100\nX,县,C,60\n",
            "institution.csv": "id,region,kind,beds\n1,C,医院,10\n4,C,医院,40\n2,,医院,5\n", "staff.csv": Self.staff,
        ])
        #expect(found == lines.map { "r0 \($0)" })
    }

    private static let several: [(rule: String, reasons: [String])] = [
        ("require: \"'医院' in kinds\"", ["condition_true", "condition_true", "condition_false", "missing", "unreadable"]),
        ("require: kinds.size() >= 2", ["condition_false", "condition_true", "condition_false", "missing", "unreadable"]),
        ("require: \"words == null || 'a' in words\"", ["condition_true", "condition_true", "condition_false", "condition_true", "condition_true"]),
        ("require: measured(kinds)", ["condition_true", "condition_true", "condition_true", "condition_false", "condition_false"]),
        ("require: \"kinds.all(k, k != '诊所')\"", ["condition_true", "condition_true", "condition_false", "missing", "unreadable"]),
    ]

    @Test("a cell can hold several values, which a rule sees as a list", arguments: several)
    func severalValues(rule: String, reasons: [String]) throws {
        let vocabulary = """
            vocabulary: v
            enumerations: {kind: {values: [医院, 疾控机构, 诊所]}}
            tables:
              unit:
                key: [id]
                fields: {id: {type: string}, kinds: {type: kind, many: true}, words: {type: string, many: true, blank: none}}

            """
        let csv = "id,kinds,words\n1,医院,a\n2,医院、疾控机构,b；a\n3,诊所,b\n4,,\n5,医院、药房,\n"
        let run = try SubmissionFixture(vocabulary: vocabulary, rules: ["for: unit, \(rule)"]).run(["unit.csv": csv])
        #expect(run.findings.map(\.reason.rawValue) == reasons)
    }
}
