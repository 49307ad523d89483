public import Diagnostics
import YAML

/// Puts cases into the text that a rule stands in, and leaves every other byte as it is.
public struct CaseInsertion: Sendable {
    /// The file's path, as the rule's places give it.
    public let file: String
    /// A line of the rule, or of the last of its cases, from 1; what is indented below it belongs to it.
    private let line: Int
    /// How far the lines that belong to it are indented at least.
    private let indent: Int
    private let lines: [String]

    /// nil where there is nothing to insert, and where the rule or its cases stand in brackets, so that no line can be put between.
    public init?(_ result: CaseGenerator.Result) {
        guard !result.cases.isEmpty, let node = result.rule.node, let mapping = node.mapping, !node.isInBrackets,
              let first = mapping.entries.first
        else { return nil }
        let text = CaseText(example: result.example)
        file = node.location.file
        let keys = first.key.location.start.column - 1
        if let cases = mapping["cases"], let last = cases.sequence?.last {
            guard !cases.isInBrackets else { return nil }
            let dash = cases.location.start.column - 1
            (line, indent) = (last.location.start.line, dash + 1)
            lines = [GeneratedCases.comment(indent: dash)] + result.cases.flatMap { text.lines($0, indent: dash) }
        } else {
            guard mapping["cases"] == nil else { return nil }
            (line, indent) = (first.key.location.start.line, keys)
            let blanks = String(repeating: " ", count: keys)
            lines = ["\(blanks)cases:", GeneratedCases.comment(indent: keys + 2)] + result.cases.flatMap { text.lines($0, indent: keys + 2) }
        }
    }

    /// The text of a file with the cases of some of its rules in it.
    ///
    /// - Throws: A diagnostic where the file cannot be read.
    public static func text(ofFile path: String, inserting insertions: [CaseInsertion]) throws(Diagnostic) -> String {
        text(String(decoding: try TextFile.read(path, limit: YAMLLimits().bytes).bytes, as: UTF8.self), inserting: insertions)
    }

    /// A text with the cases of some rules that stand in it.
    static func text(_ text: String, inserting insertions: [CaseInsertion]) -> String {
        // A carriage return and a line feed are one character, and two code points.
        var written = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let ending = written.first?.unicodeScalars.last == "\r" ? "\r" : ""
        // From the last line upwards, so that the places of the others stay true.
        for insertion in insertions.sorted(by: { $0.line > $1.line }) {
            var end = insertion.line
            for place in insertion.line..<max(insertion.line, written.count) {
                let line = written[place]
                if line.allSatisfy({ $0 == " " || $0 == "\r" || $0 == "\t" }) { continue }
                guard line.prefix(while: { $0 == " " }).count >= insertion.indent else { break }
                end = place + 1
            }
            written.insert(contentsOf: insertion.lines.map { $0 + ending }, at: min(end, written.count))
        }
        return written.joined(separator: "\n")
    }
}

private extension YAMLNode {
    /// Whether the node is written in one line's brackets.
    var isInBrackets: Bool {
        let scalars = Array(location.lineText.unicodeScalars)
        let place = location.start.column - 1
        return scalars.indices.contains(place) && (scalars[place] == "{" || scalars[place] == "[")
    }
}
