import Diagnostics
import Plumbline
import Testing

@Suite("rows of which nobody knows whose they are")
struct LostRowsTests {
    private static let regions = "id,name\nC,市\n"
    private static let institutions = "id,name,region,kind\n1,甲,C,医院\n2,乙,C,诊所\n"
    private static let staff = "id,institution,pay\na,1,5\nb,1,6\n"

    private func run(_ rules: String..., files: [String: String]) throws -> SubmissionFixture.Run {
        let all = ["region.csv": Self.regions, "institution.csv": Self.institutions, "project.csv": "institution,cost\n1,5\n"]
        return try SubmissionFixture(vocabulary: CareVocabulary.text, rules: rules).run(all.merging(files) { $1 })
    }

    private static let count = "for: institution, observe: projects.count(), target: {at_least: 1}"

    @Test("a file that does not say to whom its rows belong leaves everybody's list open, and the finding says where")
    func noReference() throws {
        let run = try run(Self.count, files: ["project.csv": "institute,cost\n1,5\n"])
        #expect(run.lines == ["r0 甲 missing", "r0 乙 missing"])
        let cell = try #require(run.findings[0].evidence.first { $0.field == "projects.institution" })
        #expect((cell.address.file, cell.column, cell.state) == ("data/project.csv", nil, .missing))
        #expect(run.findings[0].group?.members.isEmpty ?? true)
    }

    @Test("a blank reference among others that say whose they are belongs to nobody")
    func blank() throws {
        #expect(try run(Self.count, files: ["project.csv": "institution,cost\n1,5\n,6\n"]).lines == ["r0 甲 within_limit 1 0", "r0 乙 beyond_limit 0 -1"])
    }

    @Test("a row with a key that nobody has, much like somebody's, leaves his list open where it could decide, and the finding names its cell")
    func stray() throws {
        let institutions = "id,name,region\nSN009,甲,C\nSN010,乙,C\n"
        let run = try run(Self.count, files: ["institution.csv": institutions, "project.csv": "institution,cost\nSN0O9,5\nSN011,5\n"])
        #expect(run.lines == ["r0 甲 no_such_record", "r0 乙 beyond_limit 0 -1"])
        let cell = try #require(run.findings[0].evidence.first { $0.field == "projects.institution" })
        #expect((cell.address.file, cell.address.line, cell.text) == ("data/project.csv", 2, "SN0O9"))
        let enough = ["institution.csv": institutions, "project.csv": "institution,cost\nSN0O9,5\nSN009,5\n"]
        let sufficient = try self.run(Self.count, files: enough).lines
        #expect(sufficient == ["r0 甲 within_limit 1..2", "r0 乙 beyond_limit 0 -1"])
        let above = "for: region, observe: 'institutions.sum(i, i.projects.count())', target: {at_most: 1}"
        let ceiling = try self.run(above, files: enough).lines
        #expect(ceiling == ["r0 市 no_such_record"])
    }

    @Test("a file in one's own folder leaves open the lists of those alone that the folder is of")
    func folders() throws {
        let files = [
            "institution.csv": "id,name,region\n", "a/institution.csv": "id,name,region\n1,甲,C\n", "a/project.csv": "institute,cost\n1,5\n",
            "b/institution.csv": "id,name,region\n2,乙,C\n", "b/project.csv": "institution,cost\n", "project.csv": "institution,cost\n",
        ]
        #expect(try run(Self.count, files: files).lines == ["r0 甲 missing", "r0 乙 beyond_limit 0 -1"])
    }

    @Test("records whose key column was renamed have no empty lists while rows refer to nobody")
    func noKey() throws {
        let run = try run(
            Self.count, "for: region, observe: 'institutions.count(i, i.staff.count() > 0)', target: {at_least: 1}",
            files: ["institution.csv": "code,name,region\n1,甲,C\n2,乙,C\n", "staff.csv": Self.staff])
        #expect(run.lines == ["r1 市 missing_decides", "r0 甲 missing", "r0 乙 missing"])
        let cell = try #require(run.findings[1].evidence.first { $0.field == "id" })
        #expect((cell.address.line, cell.column, cell.state) == (2, nil, .missing))
        let problem = try #require(run.totals.dataProblems.first { $0.code == "missing-key-column" })
        #expect((problem.file, problem.address?.line) == ("data/institution.csv", 1))
        #expect(!run.totals.dataProblems.contains { $0.code == "missing-column" })
    }

    @Test("where one key is blank, its record alone may have the rows that refer to nobody")
    func oneKey() throws {
        let institutions = "id,name,region\n1,甲,C\n,乙,C\n3,丙,C\n"
        #expect(try run(Self.count, files: ["institution.csv": institutions, "project.csv": "institution,cost\n1,5\n2,6\n"]).lines == [
            "r0 甲 within_limit 1 0", "r0 乙 missing", "r0 丙 beyond_limit 0 -1",
        ])
        // All rows have found theirs.
        #expect(try run(Self.count, files: ["institution.csv": institutions, "project.csv": "institution,cost\n1,5\n"]).lines[1] == "r0 乙 beyond_limit 0 -1")
    }

    @Test("where rows refer to somebody on the roster who sent nothing, a record with no key, or one that the roster does not know, may be that one", arguments: [
        ("code,name,region,kind\n1,甲,C,医院\n", "missing"), ("id,name,region,kind\n,甲,C,医院\n", "missing"),
        ("id,name,region,kind\nl,甲,C,医院\n", "no_such_record"), ("id,name,region,kind\n1,甲,C,医院\n9,新,C,医院\n", "beyond_limit"),
    ])
    func rostered(institutions: String, reason: String) throws {
        let fixture = SubmissionFixture(
            vocabulary: CareVocabulary.text, rules: [Self.count], header: "data: [{table: institution, file: roster.csv, roster: true}]",
            data: ["roster.csv": "id,name\n1,甲\n2,乙\n"])
        let files = ["region.csv": Self.regions, "institution.csv": institutions, "project.csv": "institution,cost\n1,5\n"]
        let findings = try fixture.run(files).findings
        // Those that were sent; whom the roster lists besides stand behind them.
        let sent = findings.filter { $0.record.address?.file == "data/institution.csv" }
        #expect(sent.last?.reason.rawValue == reason, "\(findings.map { "\($0.record.key) \($0.reason)" })")
    }

    @Test("a nil return is believed")
    func nilReturn() throws {
        let files = [
            "a/institution.csv": "id,name,region\n1,甲,C\n", "a/submission.yaml": "submission: s\nnil_returns: [project]\n",
            "institution.csv": "id,name,region\n2,乙,C\n", "project.csv": "cost\n5\n",
        ]
        #expect(Set(try run(Self.count, files: files).lines) == ["r0 甲 beyond_limit 0 -1", "r0 乙 missing"])
    }

    @Test("a header that resembles the key's names is asked after, else the headers that nobody knows are told")
    func meant() throws {
        func message(_ header: String) throws -> String? {
            try run(Self.count, files: ["institution.csv": "\(header),name,region\n1,甲,C\n"]).totals.dataProblems.first { $0.code == "missing-key-column" }?.message.en
        }
        #expect(try message("idd")?.hasSuffix("is the header 'idd' meant to be 'id'?") == true)
        #expect(try message("编号")?.hasSuffix("it may be called id, and these headers are not known: 编号") == true)
    }

    @Test("whom a roster lists without saying where they are leaves no list open")
    func roster() throws {
        let fixture = SubmissionFixture(
            vocabulary: CareVocabulary.text, rules: ["for: region, observe: institutions.count(), target: {at_least: 1}"],
            header: "data:\n  - {table: institution, file: roster.csv, roster: true}", data: ["roster.csv": "id,name\n1,甲\n2,乙\n"])
        #expect(try fixture.lines(["region.csv": Self.regions, "institution.csv": "id,name,region\n1,甲,C\n"]) == ["r0 市 within_limit 1 0"])
    }

    @Test("a column that JSON Lines name late is there")
    func lateColumn() throws {
        let files = ["project.csv": "institution,cost\n", "more/project.jsonl": (0..<5000).map { "{\"cost\": \($0)}\n" }.joined() + "{\"cost\": 1, \"institution\": \"1\"}\n"]
        #expect(try run(Self.count, files: files).lines == ["r0 甲 within_limit 1 0", "r0 乙 beyond_limit 0 -1"])
    }
}
