import Diagnostics
import Foundation
import TestSupport
import Testing
@testable import YAML

/// The public YAML test suite, 402 cases, where it stands beside the checkout.
@Suite("The YAML test suite", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct YAMLTestSuiteTests {
    @Test("every case is read as it should be, or as the table of deviations says") func everyCase() throws {
        let cases = try SuiteCase.all()
        #expect(cases.count == 402)
        for example in cases {
            #expect(example.outcome == SuiteDeviations.expected(example.name), "\(example.name): \(example.title)")
        }
        let names = Set(cases.map(\.name))
        #expect(SuiteDeviations.table.keys.filter { !names.contains($0) }.isEmpty)
    }

    @Test("every scalar's text is found again in its source, code point by code point") func scalarsFoundAgain() throws {
        for example in try SuiteCase.all() {
            guard let documents = try? YAMLReader.stream(example.source) else { continue }
            for scalar in documents.flatMap(scalars) where !scalar.text.isEmpty {
                let count = ScalarSource(scalar).pieces.count
                #expect(count == scalar.text.unicodeScalars.count, "\(example.name): \(scalar.text.debugDescription)")
            }
        }
    }

    @Test("no prefix of a case is read without an answer") func prefixes() throws {
        for example in try SuiteCase.all() {
            for end in stride(from: 0, to: example.source.bytes.count, by: 7) {
                read(SourceText(name: "prefix.yaml", bytes: Array(example.source.bytes[..<end])))
            }
        }
    }

    private func read(_ source: SourceText) {
        do {
            for scalar in try YAMLReader.stream(source).flatMap(scalars) { _ = scalar.location(of: 0..<1) }
        } catch {
            #expect(error.all.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
        }
    }
}

func scalars(of node: YAMLNode) -> [YAMLScalar] {
    switch node.content {
    case .scalar(let scalar): [scalar]
    case .sequence(let items): items.flatMap(scalars)
    case .mapping(let mapping): mapping.entries.flatMap { scalars(of: $0.key) + scalars(of: $0.value) }
    }
}

/// One case: a YAML text, whether it is valid, and what it says in JSON.
struct SuiteCase {
    enum Outcome: String {
        case agrees
        /// A valid text that is refused.
        case refused
        /// An invalid text that is read.
        case accepted
        /// A text that is read as something else.
        case differs
    }

    let name: String
    let title: String
    let source: SourceText
    let isValid: Bool
    let json: String?

    static func all() throws -> [SuiteCase] {
        let root = SharedData.url("corpora/yaml-test-suite")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let inputs = (files?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent == "in.yaml" }
        return try inputs.map { try SuiteCase($0.deletingLastPathComponent(), under: root) }.sorted { $0.name < $1.name }
    }

    private init(_ folder: URL, under root: URL) throws {
        name = folder.pathComponents.dropFirst(root.pathComponents.count).joined(separator: "/")
        title = (try? String(contentsOf: folder.appending(path: "==="), encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        source = SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: "in.yaml"))))
        isValid = !FileManager.default.fileExists(atPath: folder.appending(path: "error").path)
        json = try? String(contentsOf: folder.appending(path: "in.json"), encoding: .utf8)
    }

    var outcome: Outcome {
        guard let documents = try? YAMLReader.stream(source) else { return isValid ? .refused : .agrees }
        guard isValid else { return .accepted }
        guard let json else { return .agrees }
        let ours = documents.map(JSONText.of)
        guard let theirs = try? JSONText.values(in: json) else { return .differs }
        return ours == theirs ? .agrees : .differs
    }
}

/// JSON in one spelling, so that trees can be compared as texts and numbers keep their digits' value.
enum JSONText {
    static func of(_ node: YAMLNode) -> String {
        switch node.content {
        case .sequence(let items): "[" + items.map(of).joined(separator: ",") + "]"
        case .mapping(let mapping): object(mapping.entries.map { (key($0.key), of($0.value)) })
        case .scalar(let scalar): scalarText(scalar)
        }
    }

    /// The values of a file that holds any number of them, one after another.
    static func values(in text: String) throws -> [String] {
        var values: [String] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            let end = end(of: rest[start...])
            let value = try JSONSerialization.jsonObject(with: Data(rest[start..<end].utf8), options: .fragmentsAllowed)
            values.append(of(value))
            rest = rest[end...]
        }
        return values
    }

    private static func end(of text: Substring) -> Substring.Index {
        var depth = 0
        var isInString = false
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isInString {
                if isEscaped { isEscaped = false } else if character == "\\" { isEscaped = true } else if character == "\"" { isInString = false }
            } else if character == "\"" {
                isInString = true
            } else if "[{".contains(character) {
                depth += 1
            } else if "]}".contains(character) {
                depth -= 1
            }
            let isScalarEnd = depth == 0 && !isInString && text.index(after: index) < text.endIndex
                && text[text.index(after: index)].isNewline
            if isScalarEnd { return text.index(after: index) }
        }
        return text.endIndex
    }

    private static func of(_ value: Any) -> String {
        switch value {
        case let items as [Any]: "[" + items.map(of).joined(separator: ",") + "]"
        case let fields as [String: Any]: object(fields.map { ($0.key, of($0.value)) })
        case let text as String: text.debugDescription
        case is NSNull: "null"
        case let number as NSNumber: isBoolean(number) ? "\(number.boolValue)" : "\(number.doubleValue)"
        default: "?"
        }
    }

    /// Foundation keeps a Boolean as a number of type `char`.
    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    private static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.sorted { $0.0 < $1.0 }.map { "\($0.0.debugDescription):\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func key(_ node: YAMLNode) -> String { node.scalar?.text ?? of(node) }

    private static func scalarText(_ scalar: YAMLScalar) -> String {
        switch scalar.kind {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .integer where scalar.text.hasPrefix("0x"): "\(Double(Int(scalar.text.dropFirst(2), radix: 16) ?? 0))"
        case .integer where scalar.text.hasPrefix("0o"): "\(Double(Int(scalar.text.dropFirst(2), radix: 8) ?? 0))"
        case .integer, .float: "\(Double(scalar.text) ?? .nan)"
        case .string: scalar.text.debugDescription
        }
    }
}
