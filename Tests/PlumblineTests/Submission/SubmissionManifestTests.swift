import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Testing

@Suite("What submission.yaml says of a folder")
struct SubmissionManifestTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          institution:
            title: {zh: 机构, en: Institution}
            key: [id]
            fields: {id: {type: string}, beds: {type: integer}}
          staff:
            title: {zh: 人员, en: Staff}
            key: [no]
            fields: {no: {type: string}, pay: {type: decimal}}
          equipment: {title: {zh: 设备, en: Equipment}, key: [code], fields: {code: {type: string}}}

        """

    /// The files matched, each path below one folder; `origins` are paths below it, the folder itself where empty.
    private func match(_ files: [String: String], _ origins: [String] = [""]) throws -> Result<Submission, Diagnostics> {
        let plan = try Fixture.plan(
            vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: institution, require: 'true'}")
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)/city")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let named = origins.map { Submission.Origin.path($0.isEmpty ? folder.path : folder.appending(path: $0).path) }
        do throws(Diagnostics) {
            return .success(try SubmissionMatcher.match(named, vocabulary: plan.vocabulary, readers: builtInReaders))
        } catch {
            return .failure(error)
        }
    }

    /// The codes of the problems, each with its file and line.
    private func problems(_ files: [String: String], _ origins: [String] = [""]) throws -> [String] {
        try match(files, origins).get().problems.map { problem in
            "\(problem.code.rawValue) \(problem.table) \(problem.file)" + (problem.address.map { ":\($0.line)" } ?? "")
        }
    }

    private func faults(_ text: String) throws -> [String] {
        guard case .failure(let faults) = try match(["submission.yaml": text]) else { return [] }
        return faults.all.map { fault in
            "\(fault.code.rawValue) \(fault.location.map { "\($0.start.line):\($0.start.column)" } ?? "")"
        }
    }

    @Test("it names the submitters, the period and the tables by name or title, and is no skipped file")
    func read() throws {
        let text = """
            submission: 2025 年度报送
            submitter: 射洪市人民医院
            table: 机构
            period: 2025年
            tables: [institution, 人员]
            nil_returns: [Equipment]
            """
        let found = try match(["射洪/submission.yml": text, "射洪/institution.csv": "id\n", "射洪/staff.csv": "no\n"]).get()
        let manifest = try #require(found.manifests.first)
        #expect(manifest.name == "2025 年度报送")
        #expect(manifest.submitters?.map(\.name) == ["射洪市人民医院"])
        #expect(manifest.submitters?.first?.location.start == Position(line: 2, column: 12))
        #expect(manifest.table?.name == "institution")
        #expect(manifest.period == CalendarPeriod("2025"))
        #expect(manifest.tables?.map(\.name) == ["institution", "staff"])
        #expect(manifest.nilReturns.map(\.name) == ["equipment"])
        #expect((manifest.folder, manifest.file) == ("射洪", "city/射洪/submission.yml"))
        #expect(found.skipped.isEmpty)
        #expect(found.problems.isEmpty)
        #expect(found.files.allSatisfy(manifest.covers))
    }

    @Test("everything but its name may be left out, and then nothing is held against it")
    func bare() throws {
        let found = try match(["submission.yaml": "submission: 2025\n", "institution.csv": "id\n"]).get()
        #expect(found.manifests.first?.tables == nil)
        #expect(found.manifests.first?.submitters == nil)
        #expect(found.problems.isEmpty)
    }

    @Test("its periods are years, quarters and months", arguments: ["2025", "2024Q3", "2024-05", "2025年度", "2024年三季度"])
    func periods(text: String) throws {
        #expect(try match(["submission.yaml": "submission: s\nperiod: \(text)\n"]).get().manifests.first?.period != nil)
    }

    @Test("each fault is told at its place, and all of them together", arguments: [
        ("", "yaml-empty 1:1"), ("- a\n", "yaml-wrong-type 1:1"), ("submitter: A\n", "missing-key 1:1"),
        ("submision: s\n", "missing-key 1:1, unknown-key 1:1"),
        ("submission: s\ntabels: [staff]\nnil-returns: []\n", "unknown-key 2:1, unknown-key 3:1"),
        ("submission: s\ntables: [staf, 机够]\n", "unknown-table 2:10, unknown-table 2:16"),
        ("submission: s\ntables: [staff, 人员]\n", "listed-twice 2:17"),
        ("submission: s\ntables: [staff]\nnil_returns: [人员]\n", "listed-and-nil 3:15"),
        ("submission: s\ntable: unit\n", "unknown-table 2:8"),
        ("submission: s\nperiod: 2025Q5\n", "bad-period 2:9"), ("submission: s\nperiod: 2025-01-01\n", "bad-period 2:9"),
        ("submission: s\nsubmitter: []\n", "no-submitter 2:12"), ("submission: s\nsubmitter: ['']\n", "no-submitter 2:13"),
        ("submission: s\ntables: [staff，institution]\n", "yaml-full-width-comma 2:15"),
        ("submission: s\ntables: {staff: 1}\n", "yaml-wrong-type 2:9"), ("submission: [1]\nperiod: no\n", "yaml-wrong-type 1:13, bad-period 2:9"),
    ])
    func faults(text: String, expected: String) throws { #expect(try faults(text).joined(separator: ", ") == expected) }

    @Test("the nearest table is offered, by name or title")
    func nearest() throws {
        guard case .failure(let faults) = try match(["submission.yaml": "submission: s\ntables: [staf]\n"]) else {
            Issue.record("a table that there is not was taken")
            return
        }
        #expect(faults.all.first?.help?.en == "write 'staff'")
    }

    @Test("two of them in one folder are a fault; one below the other is none")
    func several() throws {
        let text = "submission: s\n"
        #expect(throws: Diagnostics.self) { try match(["submission.yaml": text, "submission.yml": text]).get() }
        let found = try match(["submission.yaml": text, "a/submission.yaml": text, "a/b/submission.yml": text]).get()
        #expect(Set(found.manifests.map(\.folder)) == ["", "a", "a/b"])
    }

    @Test("named by itself it is no data, and its folder is told")
    func byItself() throws {
        guard case .failure(let faults) = try match(["submission.yaml": "submission: s\n"], ["submission.yaml"]) else {
            Issue.record("it was read as data")
            return
        }
        #expect(faults.all.map(\.code) == ["manifest-as-data"])
    }

    @Test("a table that is listed and did not come, and one that came and is not listed, are told")
    func differences() throws {
        let text = "submission: s\ntables:\n  - institution\n  - staff\nnil_returns: [equipment]\n"
        #expect(try problems(["submission.yaml": text, "institution.csv": "id\nA\n"]) == ["listed-not-sent staff city/submission.yaml:4"])
        #expect(try problems(["submission.yaml": "submission: s\ntables: [institution]\n", "机构.csv": "id\nA\n", "staff.csv": "no\n1\n"])
            == ["sent-not-listed staff city/staff.csv"])
    }

    @Test("a table that is listed and did not come has not come; a nil return has")
    func lists() throws {
        let text = "submission: s\ntables: [institution, staff]\nnil_returns: [equipment]\n"
        let manifest = try #require(match(["submission.yaml": text, "institution.csv": "id\n"]).get().manifests.first)
        #expect(["institution", "staff", "equipment"].map(manifest.lists) == [true, false, true])
        #expect(manifest.absent == ["staff"])
    }

    @Test("a file of a nil return is told where it holds records")
    func nilReturns() throws {
        let text = "submission: s\nnil_returns: [equipment]\n"
        #expect(try problems(["submission.yaml": text, "equipment.csv": "code\n"]) == [])
        #expect(try problems(["submission.yaml": text, "equipment.csv": "code\n合计\n"]) == [])
        #expect(try problems(["submission.yaml": text, "equipment.csv": "code\nE1\n"]) == ["nil-return-sent equipment city/equipment.csv"])
    }

    @Test("of nested folders the nearest one speaks for a file, and one above sees all below it")
    func nested() throws {
        let above = "submission: city\ntables: [institution, staff]\n"
        let below = "submission: county\ntables: [staff]\n"
        #expect(try problems([
            "submission.yaml": above, "institution.csv": "id\nA\n", "县/submission.yaml": below, "县/staff.csv": "no\n1\n",
        ]) == [])
        #expect(try problems([
            "submission.yaml": above, "县/submission.yaml": below, "县/staff.csv": "no\n1\n", "县/institution.csv": "id\nA\n",
        ]) == ["sent-not-listed institution city/县/institution.csv"])
        #expect(try problems(["甲/submission.yaml": below, "乙/staff.csv": "no\n1\n"])
            == ["listed-not-sent staff city/甲/submission.yaml:2"])
    }

    @Test("of two folders that are named, each speaks for itself")
    func twoOrigins() throws {
        let text = "submission: s\ntables: [staff]\n"
        let files = ["a/submission.yaml": text, "a/staff.csv": "no\n1\n", "b/submission.yaml": text, "b/staff.csv": "no\n2\n"]
        let found = try match(files, ["a", "b"]).get()
        #expect(found.problems.isEmpty)
        #expect(found.manifests.map(\.folder) == ["", ""])
        #expect(found.manifests.map { manifest in found.files.filter(manifest.covers).map(\.source.name) } == [["a/staff.csv"], ["b/staff.csv"]])
        #expect(try problems(files.filter { $0.key != "b/staff.csv" }, ["a", "b"]) == ["listed-not-sent staff b/submission.yaml:2"])
    }

    @Test("a file that is named by itself has come, wherever it lies")
    func named() throws {
        let files = ["a/submission.yaml": "submission: s\ntables: [staff]\n", "b/staff.csv": "no\n1\n", "a/institution.csv": "id\nA\n"]
        #expect(try problems(files.filter { $0.key != "a/institution.csv" }, ["a", "b/staff.csv"]) == [])
        let told = try problems(files, ["a/institution.csv", "a", "b/staff.csv"])
        #expect(told == ["sent-not-listed institution institution.csv"])
    }
}
