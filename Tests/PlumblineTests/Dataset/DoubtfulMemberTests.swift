import Diagnostics
import Plumbline
import Testing

@Suite("rows that may be in a list or not")
struct DoubtfulMemberTests {
    private static let regions = "id,name,level,parent\nC,绍兴市,市,\n"
    private static let sure = "id,region,level,selected_on,left_on\nA,C,省级,2018-05-01,\nB,C,市级,2018-05-01,\n"
    /// F was selected nobody knows when.
    private static let talents = sure + "F,C,国家级,,\n"

    private func run(_ rules: String..., talents: String = talents, more: [String: String] = [:]) throws -> SubmissionFixture.Run {
        let rules = rules.map { "for: region, subjects: [C], period: 2021, \($0)" }
        let files = ["region.csv": Self.regions, "talent.csv": talents].merging(more) { $1 }
        return try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: rules).run(files)
    }

    static let conditions: [(condition: String, reason: String)] = [
        // Of another kind, whatever its day.
        ("talents.exists(t, t.level == '省级')", "condition_true"), ("talents.exists(t, t.level == '国家级')", "missing"),
        ("talents.exists(t, t.id == 'X')", "condition_false"), ("talents.all(t, t.id != 'X')", "condition_true"),
        ("talents.all(t, t.id != 'F')", "missing"), ("talents.all(t, t.level <= '省级')", "missing"),
        ("talents.all(t, t.level == '国家级')", "condition_false"),
        ("talents.count(t, t.level == '市级') == 1", "condition_true"), ("talents.count(t, t.level == '国家级') == 0", "missing_decides"),
        ("talents.filter(t, t.level == '市级').count() == 1", "condition_true"),
        ("talents.filter(t, t.level == '国家级').count() <= 1", "condition_true"),
        ("talents.filter(t, t.level == '国家级').count() == 0", "missing_decides"),
        ("talents.filter(t, t.level == '市级').size() == 1", "condition_true"),
        ("talents.filter(t, t.level == '国家级').size() <= 1", "missing"),
        ("talents.filter(t, t.level >= '省级').exists(t, t.id == 'A')", "condition_true"),
        ("talents.filter(t, t.level >= '省级').exists(t, t.id == 'B')", "condition_false"),
        ("talents.filter(t, t.level >= '省级').exists(t, t.id == 'F')", "missing"),
        ("talents.exists_one(t, t.level == '市级')", "condition_true"), ("talents.exists_one(t, t.level == '国家级')", "missing"),
        ("talents.exists_one(t, t.level >= '省级')", "missing"), ("talents.exists_one(t, t.level != '国家级')", "condition_false"),
        ("talents.filter(t, t.level == '国家级').all(t, t.id == 'F')", "missing"),
        ("talents.map(t, t.id).size() >= 2", "missing"), ("'A' in talents.map(t, t.id)", "missing"),
        ("talents[2].id == 'F'", "missing"), ("talents.share(t, t.level == '国家级') <= 0.5", "condition_true"),
    ]

    @Test("a row whose first day is blank matters only where what is asked of it does not say otherwise", arguments: conditions)
    func condition(condition: String, reason: String) throws {
        #expect(try run("require: \"\(condition)\"").findings.map(\.reason.rawValue) == [reason])
    }

    @Test("a list of which nothing is certain leaves open whether anything was asked")
    func nothingCertain() throws {
        let talents = "id,region,level,selected_on,left_on\nF,C,国家级,,\n"
        #expect(try run("require: \"talents.all(t, t.level == '国家级')\"", talents: talents).findings.map(\.reason.rawValue) == ["missing"])
        #expect(try run("require: \"talents.exists(t, t.level == '省级')\"", talents: talents).findings.map(\.reason.rawValue) == ["condition_false"])
    }

    @Test("where the measured stand for all, it is one of those that are not")
    func skip() throws {
        let run = try run(
            "missing: skip, require: \"talents.filter(t, t.level >= '省级').count() == 1\"", "missing: skip, require: \"talents.all(t, t.level < '国家级')\"")
        #expect(run.findings.map(\.reason.rawValue) == ["condition_true", "condition_true"])
    }

    static let sets: [(same: String, reason: String)] = [
        ("talents.filter(t, t.level < '国家级')|{by: id, as: \"['A', 'B']\"}", "within_limit"),
        ("talents|{by: id, as: \"['A', 'B']\", extra: allowed}", "within_limit"),
        ("talents|{by: id, as: \"['A', 'B']\"}", "missing_decides"),
        ("talents|{by: id, as: \"['A', 'B', 'F']\", extra: allowed}", "missing_decides"),
        // It is not what is missing.
        ("talents|{by: id, as: \"['A', 'B', 'X']\", extra: allowed}", "beyond_limit"),
        ("talents.filter(t, t.level == '国家级')|{by: id, as: \"['A']\"}", "beyond_limit"),
    ]

    @Test("a set is open only as far as that row could fill a gap or be one too many", arguments: sets)
    func set(same: String, reason: String) throws {
        let parts = same.split(separator: "|")
        #expect(try run("observe: \"\(parts[0])\", target: {same_set: \(parts[1])}").findings.map(\.reason.rawValue) == [reason])
    }

    @Test("where it decides, the finding names the row and its cell")
    func named() throws {
        let run = try run(
            "require: \"talents.exists(t, t.level == '国家级')\"", "observe: \"talents\", target: {same_set: {by: id, as: \"['A', 'B', 'F']\"}}",
            "observe: \"talents.count(t, t.level == '国家级')\", target: {at_least: 1 人}", "where: \"talents.exists(t, t.id == 'F')\", require: \"talents.count() > 0\"")
        #expect(run.findings.map(\.reason.rawValue) == ["missing", "missing_decides", "missing_decides", "scope_unknown"])
        for finding in run.findings {
            let cell = try #require(finding.evidence.first { $0.field == "talents.selected_on" })
            #expect((cell.address.file, cell.address.line, cell.column, cell.state) == ("data/talent.csv", 4, "selected_on", .missing))
            #expect(finding.group?.members.map(\.record.name) == ["F"])
        }
    }

    @Test("no more rows are told than can be read, and none where they decide nothing")
    func bounded() throws {
        let many = Self.sure + (1...40).map { "M\($0),C,国家级,,\n" }.joined()
        let finding = try #require(try run("require: \"talents.exists(t, t.level == '国家级')\"", talents: many).findings.first)
        #expect(finding.evidence.count == 5)
        #expect((finding.group?.members.count, finding.group?.membersLeftOut) == (20, 20))
        let decided = try run("require: \"talents.exists(t, t.level == '市级')\"").findings.first
        #expect(decided?.evidence.isEmpty == true && decided?.group?.members.isEmpty != false)
    }

    @Test("rows of a year whose year is blank may be of it, and matter only there")
    func undated() throws {
        let years = "region,year,people\nC,2020,5\nC,,7\n"
        let conditions: [(String, String)] = [
            ("years.at(2020).exists(y, y.people == 5)", "condition_true"), ("years.at(2020).exists(y, y.people == 7)", "missing"),
            ("years.at(2020).exists(y, y.people == 8)", "condition_false"), ("years.at(2020).count() >= 1", "condition_true"),
            ("years.at(2021).exists(y, y.people == 5)", "condition_false"),
            // The undated row would say 7 of that year, and contradict the other.
            ("years.at(2020).latest(y, y.people) == 5", "missing"),
        ]
        for (condition, reason) in conditions {
            #expect(try run("require: \"\(condition)\"", more: ["region_year.csv": years]).findings.map(\.reason.rawValue) == [reason], "\(condition)")
        }
    }
}
