import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Testing

@Suite("The folders that submitted files lie in")
struct SubmittedFoldersTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          institution:
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 代码, en: Code}}
              name: {type: string, title: {zh: 名称, en: Name}}
              beds: {type: integer, title: {zh: 床位数, en: Beds}}

        """

    /// What is made of files, each path below one folder, when the paths of `origins` below it are named.
    private func submitted<Answer>(
        _ files: [String: String], _ origins: [String] = [""], _ body: (AuditPlan, Submission) throws -> Answer
    ) throws -> Answer {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: institution, require: beds > 0}")
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)/city")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let named = origins.map { Submission.Origin.path($0.isEmpty ? folder.path : folder.appending(path: $0).path) }
        return try body(plan, try SubmissionMatcher.match(named, vocabulary: plan.vocabulary, readers: builtInReaders))
    }

    private func run(_ files: [String: String]) throws -> (findings: [Finding], totals: RunTotals) {
        try submitted(files) { plan, submission in
            var log = FindingLog()
            let totals = Audit(plan: plan, asOf: try Fixture.day).run(submission, into: &log)
            return (log.findings, totals)
        }
    }

    @Test("a file's folder is the one below the folder that was named", arguments: [
        ("", ["", "县", "县/射洪"]), ("/", ["", "县", "县/射洪"]), ("/.", ["", "县", "县/射洪"]), ("县", ["", "射洪"]),
        ("县/射洪", [""]), ("县/射洪/institution.csv", [""]),
    ])
    func folders(origin: String, expected: [String]) throws {
        let files = ["institution.csv": "id\n", "县/institution.csv": "id\n", "县/射洪/institution.csv": "id\n"]
        #expect(try submitted(files, [origin]) { $1.files.map(\.folder) } == expected)
    }

    @Test("a file that is named by itself, and lies in a folder that is named too, lies in that folder")
    func namedTwice() throws {
        let files = ["a/institution.csv": "id\n"]
        for origins in [["a/institution.csv", ""], ["", "a/institution.csv"]] {
            let found = try submitted(files, origins) { $1.files }
            #expect(found.map(\.folder) == ["a"])
            #expect(found.map(\.origin) == [try #require(origins.firstIndex(of: ""))])
        }
    }

    @Test("files of a table are stacked in the order of their paths, folders and all")
    func stacked() throws {
        let run = try run([
            "b/institution.csv": "id,beds\nB,1\n", "a/z/institution.csv": "id,beds\nA2,1\n", "a/institution.csv": "id,beds\nA1,1\n",
            "institution.csv": "id,beds\nC,1\n",
        ])
        #expect(run.findings.map(\.record.key) == ["A1", "A2", "B", "C"])
        #expect(run.totals.files.map(\.file) == [
            "city/a/institution.csv", "city/a/z/institution.csv", "city/b/institution.csv", "city/institution.csv",
        ])
    }

    @Test("a column that one of the files does not have is missing in that one, and told there")
    func missingColumn() throws {
        let run = try run(["a/institution.csv": "id,beds\nA,1\n", "b/institution.csv": "id,name\nB,乙\n"])
        #expect(run.findings.map(\.outcome) == [.pass, .notMeasured])
        #expect(run.totals.dataProblems.map { "\($0.code.rawValue) \($0.file)" } == ["missing-column city/b/institution.csv"])
    }

    @Test("an institution in two folders is judged twice, and reported with both addresses")
    func sameInstitution() throws {
        let run = try run([
            "a/institution.csv": "id,name,beds\nA,甲,1\n", "b/institution.csv": "代码,名称,床位数\nB,乙,1\nA,甲,2\n",
        ])
        #expect(run.findings.map(\.record.key) == ["A", "B", "A"])
        let problem = try #require(run.totals.dataProblems.first)
        #expect(run.totals.dataProblems.count == 1)
        #expect(problem.code == "duplicate-key")
        #expect(problem.address == RecordAddress(file: "city/b/institution.csv", row: 2, line: 3))
        #expect(problem.message.en.contains("city/a/institution.csv line 2"))
        #expect(problem.message.zh.contains("city/a/institution.csv 第 2 行"))
    }
}
