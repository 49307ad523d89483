import Diagnostics
import Plumbline
import Testing

@Suite("lists that did not come, and files that were not read")
struct MissingListsTests {
    private static let roster = "data: [{table: institution, file: roster.csv, roster: true}]"
    private static let files = ["institution.csv": "id,name,region,kind\n1,甲,C,医院\n", "region.csv": "id,name\nC,市\nD,县\n"]

    private func run(_ rules: String..., roster: String? = nil, files: [String: String]) throws -> SubmissionFixture.Run {
        let fixture = SubmissionFixture(
            vocabulary: CareVocabulary.text, rules: rules, header: roster == nil ? "" : Self.roster, data: roster.map { ["roster.csv": $0] } ?? [:])
        return try fixture.run(Self.files.merging(files) { $1 })
    }

    private static let listed = "id,name,region,kind\n1,甲,C,医院\n2,乙,D,诊所\n"

    @Test("of whom a roster lists, and whose rows did not come, nobody says that all pass", arguments: [
        ("coverage: {at_least: 80%}", "5", "list_not_submitted"), ("coverage: {at_least: 100%}", "0", "coverage_short 0 -1"),
        ("coverage: {at_least: 80%}", "0", "list_not_submitted"), ("coverage: {at_least: 1 个}", "5", "coverage_met 1 0"),
        ("coverage: {at_least: 2 个}", "5", "list_not_submitted"), ("coverage: {at_most: 0 个}", "5", "coverage_short 1 1"),
        ("coverage: {equals: 50%}", "5", "list_not_submitted"), ("coverage: {at_least: 80%}, missing: skip", "5", "coverage_met 1 0.2"),
    ])
    func coverage(limit: String, cost: String, expected: String) throws {
        let run = try run("for: project, require: cost > 1, \(limit)", roster: Self.listed, files: ["project.csv": "institution,cost\n1,\(cost)\n"])
        #expect(run.lines == ["r0 \(expected)"])
    }

    @Test("the finding names those whose list it is")
    func named() throws {
        let run = try run("for: project, require: cost > 1, coverage: {at_least: 80%}", roster: Self.listed, files: ["project.csv": "institution,cost\n1,5\n"])
        let member = try #require(run.findings.first?.group?.members.first)
        #expect(member.record.name == "乙" && member.reason == .noRecord)
    }

    @Test("who is known to be out of the rule's scope, or of another group, leaves it as it is")
    func scope() throws {
        let files = ["project.csv": "institution,cost\n1,5\n"]
        let scoped = try run(
            "for: project, where: institution.kind == '医院', require: cost > 1, coverage: {at_least: 80%}", roster: Self.listed, files: files)
        #expect(scoped.findings.map(\.reason) == [.coverageMet])
        let grouped = try run("for: project, require: cost > 1, coverage: {per: institution.region, at_least: 80%}", roster: Self.listed, files: files)
        #expect(grouped.lines == ["r0 市 coverage_met 1 0.2", "r0 县 list_not_submitted"])
    }

    @Test("a rule that names its records waits for nobody else")
    func subjects() throws {
        let run = try run(
            "for: staff, subjects: [a], require: licensed, coverage: {at_least: 80%}", roster: Self.listed, files: ["staff.csv": "id,institution,licensed\na,1,true\n"])
        #expect(run.findings.map(\.reason) == [.coverageMet])
    }

    @Test("figures of groups are not held against each other while rows of a list may be missing; what two share that should not stays shared")
    func comparisons() throws {
        let run = try run(
            "for: staff, observe: pay, target: {parity: {test: licensed, against: '!licensed', at_least: 50%}}", "for: staff, target: {unique: [pay]}",
            files: ["institution.csv": "id,name,region,kind\n1,甲,C,医院\n2,乙,C,医院\n", "staff.csv": "id,institution,pay,licensed\na,1,5,true\nb,1,6,false\nc,1,6,true\n"])
        #expect(run.findings.map(\.reason).sorted() == [.beyondLimit, .listNotSubmitted, .listNotSubmitted].sorted())
    }

    private static let count = "for: institution, observe: projects.count(), target: {at_least: 1}"

    @Test("a file that is called like a table and cannot be read leaves that table's lists open", arguments: [
        (["project.xlsx": "PK"], "list_not_submitted"), (["project.xlsx": "PK", "project.csv": "institution,cost\n"], "beyond_limit"),
        (["projects 2.xlsx": "PK"], "beyond_limit"),
    ])
    func unreadable(more: [String: String], expected: String) throws {
        let run = try run(Self.count, files: ["old/project.csv": "institution,cost\n", "list.csv": "institution,cost\n"].merging(more) { $1 })
        #expect(run.findings.map(\.reason.rawValue) == [expected])
    }

    @Test("it is told what the file should hold")
    func told() throws {
        let run = try run(Self.count, files: ["list.csv": "institution,cost\n", "project.xlsx": "PK"])
        let skipped = try #require(run.totals.skippedFiles.first { $0.file.hasSuffix("xlsx") })
        #expect(skipped.reason.en == "not a format that can be read; it may hold records of 'project', so that table is judged as incomplete")
    }

    @Test("one in somebody's folder leaves open his lists alone, and none of whoever says that there is nothing")
    func folders() throws {
        let files = [
            "institution.csv": "id,name,region\n", "a/institution.csv": "id,name,region\n1,甲,C\n", "a/project.xlsx": "PK",
            "b/institution.csv": "id,name,region\n2,乙,C\n", "c/institution.csv": "id,name,region\n3,丙,C\n", "c/project.xlsx": "PK",
            "c/submission.yaml": "submission: s\nnil_returns: [project]\n", "project.csv": "institution,cost\n",
        ]
        #expect(Set(try run(Self.count, files: files).lines) == ["r0 甲 list_not_submitted", "r0 乙 beyond_limit 0 -1", "r0 丙 beyond_limit 0 -1"])
    }

    @Test("a file with a table's columns but not its key may hold rows of it")
    func withoutKey() throws {
        let run = try run(
            "for: institution, observe: staff.count(), target: {at_least: 2}", "for: staff, require: pay > 1, coverage: {at_least: 80%}",
            files: ["staff.csv": "id,institution,pay,licensed\na,1,5,true\n", "b.csv": "no,institution,pay,licensed\nb,1,0,true\n"])
        #expect(run.findings.map(\.reason) == [.listNotSubmitted, .listNotSubmitted])
    }

    @Test("so may one that has few of a large table's columns, where nearly all of its own are of that table")
    func fewOfManyColumns() throws {
        let fields = (1...20).map { ", f\($0): {type: integer}" }.joined()
        let vocabulary = """
            vocabulary: v
            tables:
              region: {key: [id], fields: {id: {type: string}}}
              unit: {key: [id], fields: {id: {type: string}, region: {references: region, list: units, blank: none}\(fields)}}

            """
        func reasons(_ header: String) throws -> [Reason] {
            let rule = "for: region, require: \"units.exists(u, u.f1 == 2)\""
            let files = ["region.csv": "id\nC\n", "unit.csv": "id,region,f1\na,C,1\n", "more.csv": header + "\n"]
            return try SubmissionFixture(vocabulary: vocabulary, rules: [rule]).run(files).findings.map(\.reason)
        }
        #expect(try reasons("no,region,f1,f2,f3") == [.listNotSubmitted])
        #expect(try reasons("no,region,f1,f2,x,y") == [.conditionFalse])
        #expect(try reasons("no,region,f1") == [.conditionFalse])
    }

    @Test("a place within which one lies whose list may lack rows may lack them, too")
    func above() throws {
        let rule = "for: region, where: \"level != '省'\", observe: facilities.count(), target: {at_least: 9}"
        let files = [
            "region.csv": "id,name,level,parent\nP,省,省,\nC,市,市,P\nK,甲,县,C\nS,乙,县,C\n", "facility.csv": "id,kind,region\na,血站,K\nb,血站,S\n",
            "K/facility.csv": "id,kind,region\nc,血站,K\n", "K/old/facility.xlsx": "PK",
        ]
        let run = try SubmissionFixture(vocabulary: CountyVocabulary.text, rules: [rule]).run(files)
        #expect(run.lines.filter { !$0.contains("out_of_scope") } == ["r0 市 list_not_submitted", "r0 甲 list_not_submitted", "r0 乙 beyond_limit 1 -8"])
    }

    @Test("of a table whose records are in nobody's lists the file itself is named")
    func regions() throws {
        let run = try run("for: region, require: people > 1, coverage: {at_least: 1%}", files: ["towns.csv": "id,name,people\nE,乡,5\n", "more/region.xlsx": "PK"])
        #expect(run.lines == ["r0 list_not_submitted"])
        #expect(run.findings.first?.group?.members.first?.record.name == "data/more/region.xlsx")
    }

    @Test("a rule that judges each record says of whom none came, but of those who are out of its scope")
    func records() throws {
        let files = ["project.csv": "institution,cost\n1,5\n"]
        let run = try run("for: project, require: cost > 1", "for: project, where: institution.kind == '医院', require: cost > 1", roster: Self.listed, files: files)
        #expect(run.lines == ["r0 #1 condition_true", "r1 #1 condition_true", "r0 乙 list_not_submitted"])
        #expect(run.totals.summaries.map { $0.count(.notMeasured) } == [1, 0])
    }

    @Test("what was not reported of those who came fails no more surely than what they reported", arguments: ["1,5\n1,\n", "1,5\n1,0\n"])
    func against(rows: String) throws {
        let run = try run(
            "for: project, require: cost > 1, missing: against, coverage: {at_least: 80%}", roster: Self.listed,
            files: ["project.csv": "institution,cost\n\(rows)"])
        #expect(run.findings.map(\.reason) == [.listNotSubmitted])
    }

    @Test("a file in a folder that says nothing of whose it is may hold anybody's rows; one below a record's own folder holds his")
    func strangeFolders() throws {
        let files = ["institution.csv": "id,name,region\n", "a/institution.csv": "id,name,region\n1,甲,C\n", "b/institution.csv": "id,name,region\n2,乙,C\n", "project.csv": "institution,cost\n"]
        #expect(try run(Self.count, files: files.merging(["later/project.xlsx": "PK"]) { $1 }).findings.map(\.reason) == [.listNotSubmitted, .listNotSubmitted])
        #expect(try run(Self.count, files: files.merging(["a/2024/project.xlsx": "PK"]) { $1 }).findings.map(\.reason) == [.listNotSubmitted, .beyondLimit])
        let regions = try run("for: region, observe: institutions.count(), target: {at_least: 3}", files: files.merging(["c/institution.xlsx": "PK"]) { $1 })
        #expect(regions.findings.map(\.reason) == [.listNotSubmitted, .listNotSubmitted])
    }

    @Test("a copy for print of what came beside it leaves nothing open, nor does a list with a few of a table's columns")
    func copies() throws {
        let files = ["project.csv": "institution,cost\n", "项目.pdf": "%PDF", "contacts.csv": "name,region,phone\n甲,C,1\n"]
        #expect(try run(Self.count, files: files).findings.map(\.reason) == [.beyondLimit])
    }

    @Test("whoever is held against peers is not, while some of these may be missing")
    func peers() throws {
        let run = try run(
            "for: staff, observe: pay, target: {peers: {among: [licensed], min_group: 2, at_least: 0 元}}",
            files: ["institution.csv": "id,name,region,kind\n1,甲,C,医院\n2,乙,C,医院\n", "staff.csv": "id,institution,pay,licensed\na,1,5,true\nb,1,6,true\n"])
        #expect(run.findings.map(\.reason) == [.listNotSubmitted, .listNotSubmitted, .listNotSubmitted])
    }

    @Test("where everybody has a folder, one without a file is told; one who says what he sends may have none")
    func ownFolders() throws {
        let files = [
            "institution.csv": "id,name,region\n", "a/institution.csv": "id,name,region\n1,甲,C\n", "a/project.csv": "institution,cost\n1,5\n",
            "b/institution.csv": "id,name,region\n2,乙,C\n", "c/institution.csv": "id,name,region\n3,丙,C\n",
            "c/submission.yaml": "submission: s\ntables: [institution]\n",
        ]
        let run = try run("for: project, require: cost > 1", "for: project, require: cost > 1, coverage: {at_least: 80%}", files: files)
        #expect(run.lines == ["r0 #1 condition_true", "r1 list_not_submitted", "r0 乙 list_not_submitted"])
    }
}
