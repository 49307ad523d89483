import Foundation
import TestSupport
import Testing

/// The catalogue and the comments in the sources, held against what is public.
@Suite("The documentation of CEL")
struct CatalogueTests {
    @Test("every public type is a topic, once")
    func topics() throws {
        let lines = try CodeBlocks.text(of: "CEL.md").split(separator: "\n").map(String.init)
        let topics = lines.compactMap { $0.wholeMatch(of: /- ``(\w+)``/).map { String($0.1) } }
        let types = try SourceFile.all(in: "CEL").flatMap(\.publicTypes)
        #expect(topics.count == Set(topics).count)
        #expect(Set(types).subtracting(topics) == [], "not in CEL.md")
        #expect(Set(topics).subtracting(types) == [], "in CEL.md, but no public type")
    }

    @Test("every article is a topic")
    func articles() throws {
        let page = try CodeBlocks.text(of: "CEL.md")
        let folder = SharedData.repository.appending(path: "Sources/CEL/CEL.docc")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        #expect(names.count > 1)
        for name in names where name != "CEL.md" { #expect(page.contains("- <doc:\(name.dropLast(3))>"), "\(name)") }
    }

    @Test("every public declaration has a comment", arguments: ["CEL", "CELConformance"])
    func comments(target: String) throws {
        let bare = try SourceFile.all(in: target).flatMap(\.publicWithoutComment)
        #expect(bare == [])
    }
}

/// The lines of a source file, with what is public in it.
private struct SourceFile {
    let name: String
    let lines: [String]

    /// The files of a target, by name.
    static func all(in target: String) throws -> [SourceFile] {
        let folder = SharedData.repository.appending(path: "Sources/\(target)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try paths.sorted().map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return SourceFile(name: path, lines: lines.map(String.init))
        }
    }

    /// The names of the types that stand at the file's margin.
    var publicTypes: [String] {
        lines.compactMap { line in
            line.prefixMatch(of: /public (?:indirect )?(?:struct|enum|protocol|final class) (\w+)/).map { String($0.1) }
        }
    }

    /// Public declarations, and cases and requirements of what is public, without a comment above them. What a protocol
    /// asks for is told there.
    var publicWithoutComment: [String] {
        var publicScopes: [(indent: Int, isProtocol: Bool)] = []
        var bare: [String] = []
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            publicScopes.removeAll { !line.isEmpty && indent <= $0.indent }
            let text = line.dropFirst(indent)
            let scope = publicScopes.last { $0.indent == indent - 4 }
            let member = scope.map { $0.isProtocol ? Self.requirement : Self.enumCase }
            let isMember = member.map { text.prefixMatch(of: $0) != nil } ?? false
            if (text.prefixMatch(of: Self.declaration) != nil || isMember) && !hasComment(above: index),
                !isConformance(String(text))
            {
                bare.append("\(name):\(index + 1): \(text)")
            }
            if let opened = text.prefixMatch(of: /public (?:indirect )?(enum|protocol)\b/), text.hasSuffix("{") {
                publicScopes.append((indent, opened.1 == "protocol"))
            }
        }
        return bare
    }

    private static var declaration: Regex<Substring> { /public (?!import |extension )/ }
    private static var enumCase: Regex<Substring> { /(?:indirect )?case\b/ }
    private static var requirement: Regex<Substring> { /(?:mutating |static )?(?:func|var|init|subscript)\b/ }

    private func hasComment(above index: Int) -> Bool {
        let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") }
        return above?.drop { $0 == " " }.hasPrefix("///") == true
    }

    /// What a protocol of the library or of Swift asks for, in a type that has it.
    private func isConformance(_ text: String) -> Bool {
        Self.requirements.contains { text.hasPrefix("public \($0)") }
    }

    private static let requirements = [
        // Swift's own.
        "static func == ", "static func < ", "func hash(into", "var description: String", "func makeIterator()",
        "func encode(to", "init(from decoder",
        // ValueConvertible, ObjectValue, Activation
        "static var expressionType", "init?(expressionValue", "var expressionValue", "var type: Type {", "func equals(",
        "func order(against other: Value) -> Ordering? { nil }", "func select(", "func value(of variable: String)",
        // FunctionLibrary
        "let name = \"", "var functions: [Function]", "var macros: [Macro]", "var types: [String: Type]",
        // TypeProvider, RecordDefinition, LiteralSemantics
        "func type(ofField", "func fields(of record", "func constant(_ name", "func construct(", "var fieldTypes",
        "func floating(_ text", "func convert(_ literal",
        // AggregateArithmetic
        "var numberTypes", "var orderedTypes", "func resultType(of", "func selection(of", "func count(_ count",
        "func sum(_ values", "func mean(_ values", "func median(_ values", "func share(_ part", "func ratio(_ parts",
        "func emptyGroup(_ aggregate",
    ]
}
