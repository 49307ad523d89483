import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("Reading JSON") struct JSONReaderTests {
    private let reader = JSONReader()

    private func parts(_ text: String, chunk: Int = 7) throws -> [(name: String, table: ReadTable)] {
        let source = ByteSource(name: "t", bytes: Array(text.utf8), chunkByteCount: chunk)
        return try reader.parts(of: source).map { part in (part.name, try read(part.reader, source)) }
    }

    private func read(_ reader: some SubmissionReader, _ source: ByteSource) throws -> ReadTable { try ReadTable(reader, source) }

    @Test("each object of an array is a row, wherever its lines break", arguments: 1...9)
    func array(chunk: Int) throws {
        let text = "\u{FEFF} [\n  {\"名\": \"a]\\\"}\", \"b\": 1.50},\r\n  {\n    \"b\": null, \"c\": [1]\n  }, {}\n]\n"
        let table = try ReadTable(reader, text, chunk: chunk)
        #expect(table.titles == ["名", "b", "c"])
        #expect(table.cells == [["a]\"}", "1.50", nil], [nil, "", "[1]"], [nil, nil, nil]])
        #expect(table.rows == [RowAddress(row: 1, line: 2), RowAddress(row: 2, line: 3), RowAddress(row: 3, line: 5)])
        #expect(table.nested == [[2, 2]])
        #expect(table.form == FileForm(encoding: .utf8))
    }

    @Test("an object holds an array a table", arguments: [1, 3, 1000])
    func object(chunk: Int) throws {
        let found = try parts("{\"机构\": [{\"id\": 1}, {\"id\": 2}],\n \"staff\\u0041\" : [ ], \"x\": [{\"id\": 3}]}", chunk: chunk)
        #expect(found.map(\.name) == ["机构", "staffA", "x"])
        #expect(found.map(\.table.cells) == [[["1"], ["2"]], [], [["3"]]])
        #expect(found[2].table.rows == [RowAddress(row: 1, line: 2)])
    }

    @Test("an array has no parts, and an empty one no rows")
    func emptyArray() throws {
        #expect(try parts("[]").isEmpty)
        #expect(try ReadTable(reader, " [ ] ").batchRows == [0])
    }

    @Test("a file of one long line is read record by record")
    func oneLine() throws {
        let text = "[" + (0..<50_000).map { "{\"id\": \($0)}" }.joined(separator: ", ") + "]"
        let table = try ReadTable(reader, text, chunk: 1000)
        #expect(table.rows.count == 50_000)
        #expect(table.rows.allSatisfy { $0.line == 1 })
        let broken = try #require(fault(reader, Array((text.dropLast() + ", x]").utf8), chunk: 1000))
        #expect(broken.location?.start == Position(line: 1, column: text.count + 2))
    }

    @Test("each fault is told at its line and column, whatever the chunks", arguments: [
        ("", "json-syntax 1:1"), ("7", "json-not-a-table 1:1"), ("{}", "json-not-a-table 1:1"), ("[1]", "json-not-a-record 1:2"), ("[{},\n []]", "json-not-a-record 2:2"),
        ("[{}", "json-syntax 1:4"), ("[{\"a\": 1", "json-syntax 1:9"), ("[{}\n {}]", "json-syntax 2:2"), ("[{},]", "json-syntax 1:5"),
        ("[{\"a\": 1,}]", "json-syntax 1:10"), ("[{}] {}", "json-syntax 1:6"), ("[\n{\"机\": x}]", "json-syntax 2:7"), ("[{\"a\": \"\n\"}]", "json-syntax 1:9"),
    ])
    func faults(text: String, expected: String) {
        for chunk in [1, 2, 5, 1000] {
            let found = fault(reader, Array(text.utf8), chunk: chunk)
            let place = found?.location.map { "\($0.start.line):\($0.start.column)" } ?? "-"
            #expect("\(found?.code.rawValue ?? "none") \(place)" == expected, "chunks of \(chunk)")
        }
    }

    @Test("an object of something else than arrays is a fault at the place", arguments: [
        ("{\"a\": 1}", "json-not-a-table 1:7"), ("{\"a\": [{}], \"n\": {}}", "json-not-a-table 1:18"), ("{a: []}", "json-syntax 1:2"),
        ("{\"a\" []}", "json-syntax 1:6"), ("{\"a\": []", "json-syntax 1:9"), ("{\"a\": []} x", "json-syntax 1:11"),
    ])
    func objectFaults(text: String, expected: String) {
        do {
            _ = try parts(text)
            Issue.record("no fault")
        } catch {
            let found = error as? Diagnostic
            let place = found?.location.map { "\($0.start.line):\($0.start.column)" } ?? "-"
            #expect("\(found?.code.rawValue ?? "none") \(place)" == expected)
        }
    }

    @Test("every fault reads well in both languages")
    func wordings() throws {
        var out = ""
        for language in Language.allCases {
            for text in ["7", "[1]", "[{}", "[{}] {}", "[{\"a\": \"x"] {
                guard let found = fault(reader, text) else { continue }
                out += DiagnosticRenderer(language: language).render(found)
            }
        }
        try expectGolden(out, "json-faults.txt")
    }

    @Test("hostile files do no harm", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
    func hostile() throws {
        let folder = SharedData.url("corpora/malicious/json")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
            let source = ByteSource(path: folder.appending(path: name).path)
            do {
                for part in try reader.parts(of: source) { _ = try read(part.reader, source) }
                _ = try ReadTable(reader, source)
            } catch {
                #expect(error is Diagnostic, "\(name)")
            }
        }
        let keyed = ByteSource(path: SharedData.url("corpora/csv/frictionless/table.keyed.json").path)
        #expect(try ReadTable(reader, keyed).titles == ["id", "name"])
    }

    @Test("bytes without a name are known by how they begin", arguments: [
        ("a,b\n1,2\n", "csv"), ("{\"a\": 1}\n{\"a\": 2}\n", "jsonl"), ("{\"a\": [1]}", "jsonl"), ("{\"a\": [{\"b\": 1}]}", "json"), (" [{\"a\": 1}]", "json"),
        ("机构代码;床位数\nA;1", "csv"), ("", "csv"),
    ])
    func resemblance(text: String, name: String) throws {
        let source = ByteSource(name: "<stdin>", bytes: Array(text.utf8))
        #expect(try builtInReaders.filter { try $0.resembles(source) }.map(\.name) == [name])
    }
}
