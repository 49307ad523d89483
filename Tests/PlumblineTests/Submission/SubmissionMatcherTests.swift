import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import Testing

@Suite("matching files to tables")
struct SubmissionMatcherTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          institution:
            title: {zh: 机构, en: Institutions}
            key: [id]
            fields: {id: {type: string, title: {zh: 机构代码, en: Code}}, beds: {type: integer, title: {zh: 床位数, en: Beds}}, rooms: {type: integer}}
          vehicle:
            key: [plate]
            fields: {plate: {type: string}, beds: {type: integer}}
          twin:
            key: [plate]
            fields: {plate: {type: string}, wheels: {type: integer}}
        """

    /// Table by file name, or the codes of the faults.
    private func match(
        _ files: [String: String], vocabulary: String = vocabulary, _ origin: (URL) -> Submission.Origin = { .path($0.path) }
    ) throws -> [String: String] {
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: vehicle, require: 'true'}")
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        do throws(Diagnostics) {
            let found = try SubmissionMatcher.match([origin(folder)], vocabulary: plan.vocabulary, readers: builtInReaders)
            let matched = found.files.map { (URL(filePath: $0.source.name).lastPathComponent, $0.table) }
            let skipped = found.skipped.map { (URL(filePath: $0.file).lastPathComponent, "skipped") }
            return Dictionary(uniqueKeysWithValues: matched + skipped)
        } catch {
            return ["fault": error.all.map(\.code.rawValue).joined(separator: " ")]
        }
    }

    @Test("a file is known by its name, by its headers, or is listed and skipped")
    func folder() throws {
        let found = try match([
            "institution.csv": "a,b\n", "机构.csv": "x\n", "2024/上报.csv": "机构代码，x,床位数\n".replacingOccurrences(of: "，x", with: ""),
            "cars.jsonl": "{\"plate\": \"A\", \"beds\": 1}\n", "README.md": "hello", "verdicts.csv": "record,value,verdict\n",
            ".hidden.csv": "plate,beds\n",
        ])
        #expect(found == [
            "institution.csv": "institution", "机构.csv": "institution", "上报.csv": "institution", "cars.jsonl": "vehicle",
            "README.md": "skipped", "verdicts.csv": "skipped",
        ])
    }

    @Test("the arrays of a JSON object are matched like files, by name or by keys")
    func parts() throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: vehicle, require: 'true'}")
        let text = "{\"机构\": [{\"id\": 1}], \"cars\": [{\"plate\": \"A\", \"beds\": 1}], \"note\": [{\"x\": 1}]}"
        let source = ByteSource(name: "<stdin>", bytes: Array(text.utf8))
        let found = try SubmissionMatcher.match(
            [.standardInput(table: nil)], vocabulary: plan.vocabulary, readers: builtInReaders, standardInput: source)
        #expect(found.files.map(\.table) == ["institution", "vehicle"])
        #expect(found.skipped.map(\.file) == ["<stdin> note"])
        let one = try SubmissionMatcher.match(
            [.standardInput(table: "机构")], vocabulary: plan.vocabulary, readers: builtInReaders, standardInput: source)
        #expect(one.files.map(\.table) == ["institution"])
        #expect(try match(["x.json": "{\"cars\": []}"]) { .table("vehicle", path: $0.appending(path: "x.json").path) } == ["fault": "no-such-part"])
    }

    @Test("a file in a folder that is no table is passed over whatever it holds; one that is called like a table is a fault")
    func others() throws {
        #expect(try match(["README.txt": "\"hello\" world", "package.json": "{\"a\": 1}", "empty.txt": ""])
            == ["README.txt": "skipped", "package.json": "skipped", "empty.txt": "skipped"])
        #expect(try match(["x.csv": "\"a\" b"]) == ["x.csv": "skipped"])
        #expect(try match(["vehicle.json": "{\"a\": 1}"]) == ["fault": "json-not-a-table"])
    }

    @Test("a file that shares some columns but not the key is not taken for the table")
    func withoutKey() throws { #expect(try match(["x.csv": "beds,wheels\n"]) == ["x.csv": "skipped"]) }

    @Test("a file that has a table's columns but not its key is passed over with the reason, or refused where it was named")
    func withoutKeyColumn() throws {
        #expect(try match(["x.csv": "床位数,rooms\n"]) == ["x.csv": "skipped"])
        #expect(try match(["x.csv": "床位数,rooms\n"]) { .path($0.appending(path: "x.csv").path) } == ["fault": "lacks-key"])
    }

    @Test("a file that fits two tables equally is a fault that says how to choose")
    func ambiguous() throws { #expect(try match(["x.csv": "plate\n"]) == ["fault": "fits-several-tables"]) }

    @Test("where two tables share a title, the columns tell them apart, or the user has to")
    func sharedTitle() throws {
        let vocabulary = Self.vocabulary.replacing("key: [plate]", with: "title: 车辆\n    key: [plate]")
        func match(_ text: String, _ origin: (URL) -> Submission.Origin = { .path($0.path) }) throws -> [String: String] {
            try self.match(["车辆.csv": text], vocabulary: vocabulary, origin)
        }
        #expect(try match("plate,wheels\n") == ["车辆.csv": "twin"])
        #expect(try match("plate,beds\n") == ["车辆.csv": "vehicle"])
        #expect(try match("plate\n") == ["fault": "fits-several-tables"])
        #expect(try match("something,else\n") == ["fault": "fits-several-tables"])
        #expect(try match("plate,beds\n") { .table("车辆", path: $0.appending(path: "车辆.csv").path) } == ["fault": "ambiguous-table"])
        #expect(try match("plate,beds\n") { .table("twin", path: $0.appending(path: "车辆.csv").path) } == ["车辆.csv": "twin"])
    }

    @Test("a file is what the user says it is, by the table's name or title")
    func named() throws {
        #expect(try match(["x.csv": "anything\n"]) { .table("机构", path: $0.appending(path: "x.csv").path) } == ["x.csv": "institution"])
        #expect(try match(["x.csv": "anything\n"]) { .table("institutoin", path: $0.appending(path: "x.csv").path) } == ["fault": "unknown-table"])
        #expect(try match(["x.csv": "anything\n"]) { .table("vehicle", path: $0.appending(path: "y.csv").path) } == ["fault": "file-unreadable"])
        #expect(try match(["x.csv": "anything\n"]) { .table("vehicle", path: $0.path) } == ["fault": "folder-as-table"])
        #expect(try match(["x.pdf": "anything\n"]) { .table("vehicle", path: $0.appending(path: "x.pdf").path) } == ["fault": "unknown-format"])
    }

    @Test("a file that the user names by itself has to fit a table")
    func single() throws {
        #expect(try match(["x.csv": "plate,beds\n"]) { .path($0.appending(path: "x.csv").path) } == ["x.csv": "vehicle"])
        #expect(try match(["x.csv": "colour\n"]) { .path($0.appending(path: "x.csv").path) } == ["fault": "fits-no-table"])
    }

    @Test("reports call a file the same wherever the submission lies")
    func names() throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: vehicle, require: 'true'}")
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)/city")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try FileManager.default.createDirectory(at: folder.appending(path: "a"), withIntermediateDirectories: true)
        try Data("plate,beds\n".utf8).write(to: folder.appending(path: "a/cars.csv"))
        let origins: [Submission.Origin] = [.path(folder.path), .path(folder.path + "/"), .path(folder.path + "/a/cars.csv")]
        let names = try origins.map { origin in
            try SubmissionMatcher.match([origin], vocabulary: plan.vocabulary, readers: builtInReaders).files.map(\.source.name)
        }
        #expect(names == [["city/a/cars.csv"], ["city/a/cars.csv"], ["cars.csv"]])
    }
}
