import Diagnostics
import Foundation
import Plumbline

extension Fixture {
    /// What the loaders make of some files, faults and all.
    static func book(_ files: [String: String]) throws -> RuleBook {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return RuleBookLoader.load([folder.path])
    }

    /// The vocabulary that some files make together, and their faults as `file:line:column code`.
    static func vocabulary(_ texts: String...) throws -> (vocabulary: Vocabulary, faults: [String]) {
        let names = texts.indices.map { "v\($0).yaml" }
        var files = Dictionary(uniqueKeysWithValues: zip(names, texts))
        files["ruleset.yaml"] = "ruleset: test\nuses: [\(names.joined(separator: ", "))]\n"
        let book = try book(files)
        return (book.vocabulary, faults(of: book))
    }

    static func faults(of book: RuleBook) -> [String] {
        book.faults.sorted.map { fault in
            let place = fault.location.map { location in
                "\(location.file.split(separator: "/").last ?? ""):\(location.start.line):\(location.start.column) "
            }
            return "\(place ?? "")\(fault.code)"
        }
    }
}
