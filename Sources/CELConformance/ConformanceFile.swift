public import Foundation

/// One theme of the suite, as proto3 JSON.
public struct ConformanceFile: Sendable {
    /// The file's name with its ending.
    public let name: String
    /// The tests in the order of the file.
    public let tests: [ConformanceTest]

    /// Reads a file.
    /// - Throws: A ``ConformanceTrouble`` where the file cannot be read or is not of the form.
    public init(_ url: URL) throws(ConformanceTrouble) {
        name = url.lastPathComponent
        let sections = try ConformanceFile.sections(in: url)
        let theme = url.deletingPathExtension().lastPathComponent
        var occurrences: [String: Int] = [:]
        tests = sections.flatMap { section in
            (section.test ?? []).map { test in
                let path = "\(theme)/\(section.name ?? "")/\(test.name)"
                let occurrence = occurrences[path, default: 0] + 1
                occurrences[path] = occurrence
                return ConformanceTest(
                    identity: "\(path)#\(occurrence)", expression: test.expression, definition: test.definition)
            }
        }
    }

    private struct WireFile: Decodable { let section: [WireSection]? }

    private struct WireSection: Decodable {
        let name: String?
        let test: [WireTest]?
    }

    private static func sections(in url: URL) throws(ConformanceTrouble) -> [WireSection] {
        do {
            return try JSONDecoder().decode(WireFile.self, from: try Data(contentsOf: url)).section ?? []
        } catch let error as DecodingError {
            throw .notOfTheForm(url.path, UnknownForm(error).description)
        } catch {
            throw .unreadable(url.path, error.localizedDescription)
        }
    }
}

extension ConformanceFile {
    /// The JSON files of a folder, by name.
    /// - Throws: A ``ConformanceTrouble`` where there is no such folder or it cannot be listed.
    public static func urls(in folder: URL) throws(ConformanceTrouble) -> [URL] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
                .sorted().map { folder.appending(path: $0) }
        } catch {
            throw .unreadable(folder.path, error.localizedDescription)
        }
    }
}

/// Why the suite cannot be run.
public enum ConformanceTrouble: Error, Equatable, CustomStringConvertible {
    /// A file or a folder that is not there or may not be read.
    case unreadable(String, String)
    /// A file that is no JSON, or not of the suite's form.
    case notOfTheForm(String, String)
    /// A folder whose files have no test at all.
    case noTests(String)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
        case .notOfTheForm(let path, let reason): "'\(path)' is no file of the conformance suite: \(reason)"
        case .noTests(let path): "'\(path)' has no tests: it needs the suite's *.json files"
        }
    }
}
