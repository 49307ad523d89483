import Foundation
import TestSupport
import Testing

/// Reads code out of articles and of the tests that run it.
///
/// In a test, code stands between `// snippet: …` and `// end`. What it prints stands between `// output: …` and
/// `// end`, as a text literal whose first and last line are left out.
enum CodeBlocks {
    /// Checks that an article of CEL shows the code and the output of a test file, all of it and in its order.
    static func expect(
        _ article: String, shows testFile: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let article = try text(of: article)
        let source = try String(contentsOf: URL(filePath: testFile), encoding: .utf8)
        let run = marked("snippet", in: source)
        #expect(!run.isEmpty, sourceLocation: sourceLocation)
        #expect(fenced("swift", in: article) == run, sourceLocation: sourceLocation)
        #expect(fenced("text", in: article) == marked("output", in: source), sourceLocation: sourceLocation)
    }

    /// An article of CEL by its file's name.
    static func text(of article: String) throws -> String {
        let folder = SharedData.repository.appending(path: "Sources/CEL/CEL.docc")
        return try String(contentsOf: folder.appending(path: article), encoding: .utf8)
    }

    /// The blocks of an article in a language, in order.
    private static func fenced(_ language: String, in article: String) -> [String] {
        blocks(of: article, from: { $0 == "```\(language)" }, to: { $0 == "```" }).map { $0.joined(separator: "\n") }
    }

    /// What is marked in a test, in order, without its indentation.
    private static func marked(_ kind: String, in source: String) -> [String] {
        let found = blocks(
            of: source, from: { $0.trimmingCharacters(in: .whitespaces).hasPrefix("// \(kind): ") },
            to: { $0.trimmingCharacters(in: .whitespaces) == "// end" })
        return found.map { unindented(kind == "output" ? Array($0.dropFirst().dropLast()) : $0) }
    }

    private static func blocks(of text: String, from opens: (String) -> Bool, to closes: (String) -> Bool) -> [[String]] {
        var blocks: [[String]] = []
        var block: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let finished = block, closes(line) {
                blocks.append(finished)
                block = nil
            } else if block != nil {
                block?.append(line)
            } else if opens(line) {
                block = []
            }
        }
        return blocks
    }

    private static func unindented(_ lines: [String]) -> String {
        let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n")
    }
}
