import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("CSV files of other projects", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
struct CSVCorpusTests {
    /// Files that are read otherwise than their projects expect, and why.
    private static let spectrumExceptions = [
        "location_coordinates": "not UTF-8, and its JSON is of another row",
    ]
    private static let testDataExceptions = [
        "empty-one-column": "a blank line is no row here: nothing tells it from one that stands there by accident",
        "header-no-rows": "the expected list leaves out the header too",
    ]

    @Test("csv-spectrum is read as its JSON says")
    func spectrum() throws {
        let folder = SharedData.url("corpora/csv/csv-spectrum")
        for name in try names(folder.appending(path: "json")) where Self.spectrumExceptions[name] == nil {
            let table = try read(folder.appending(path: "csvs/\(name).csv"))
            let expected = try json(folder.appending(path: "json/\(name).json"), as: [[String: String]].self)
            let found = table.cells.map { row in
                Dictionary(uniqueKeysWithValues: zip(table.titles, row.map { $0 ?? "(absent)" }))
            }
            #expect(found == expected, "\(name)")
        }
    }

    @Test("csv-test-data is read as its JSON says")
    func testData() throws {
        let folder = SharedData.url("corpora/csv/csv-test-data")
        for name in try names(folder.appending(path: "json")) where Self.testDataExceptions[name] == nil {
            let table = try read(folder.appending(path: "csv/\(name).csv"))
            let expected = try json(folder.appending(path: "json/\(name).json"), as: [[String]].self)
            #expect([table.titles] + table.cells.map { $0.map { $0 ?? "(absent)" } } == expected, "\(name)")
        }
    }

    @Test("csv-test-data's bad files are refused or have a problem", arguments: [
        ("bad-missing-quote", "csv-unclosed-quote"), ("bad-header-no-header", "csv-without-header"),
        ("bad-header-more-fields", "row-too-long"),
    ])
    func bad(name: String, code: String) throws {
        let file = SharedData.url("corpora/csv/csv-test-data/csv/\(name).csv")
        do {
            #expect(try read(file).problems.map(\.code.rawValue) == [code])
        } catch let fault as Diagnostic {
            #expect(fault.code.rawValue == code)
        }
    }

    @Test("every file of the corpora is read as a plain reading does, or refused with an address")
    func all() throws {
        let folder = SharedData.url("corpora/csv")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        for file in files where !file.hasDirectoryPath {
            let bytes = Array(try Data(contentsOf: file))
            let expected = String(validating: bytes, as: UTF8.self).flatMap(NaiveCSV.records)
            let found = Result { try ReadTable(CSVReader(delimiter: .comma), bytes, chunk: 61) }
            switch found {
            // What is not UTF-8 is read as GB18030, which the plain reading does not know.
            case .success(let table): if let expected { compare(table, expected, file) }
            case .failure(let error):
                let fault = error as? Diagnostic
                #expect(fault?.location != nil, "\(file.lastPathComponent)")
                #expect(expected == nil || bytes.contains(0) || expected?.isEmpty == true, "\(file.lastPathComponent)")
            }
        }
    }

    private func compare(_ table: ReadTable, _ expected: [[String]], _ file: URL) {
        let width = table.headers.count
        let rows = expected.dropFirst().map { Array($0.prefix(width)) }
        #expect(table.cells.map { $0.compactMap(\.self) } == rows, "\(file.lastPathComponent)")
    }

    private func names(_ folder: URL) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return names.map { String($0.prefix { $0 != "." }) }.sorted()
    }

    private func read(_ file: URL) throws -> ReadTable { try ReadTable(CSVReader(delimiter: .comma), ByteSource(path: file.path)) }

    private func json<Content: Decodable>(_ file: URL, as type: Content.Type) throws -> Content {
        try JSONDecoder().decode(type, from: Data(contentsOf: file))
    }
}
