import Diagnostics
import Foundation
import Plumbline
import TestSupport
import Testing

/// `Rules/README.md` against the schema, which another test holds against the loaders.
@Suite("The list of keys in Rules/README.md")
struct DocumentedKeysTests {
    /// The section in which the keys of each definition of the schema stand.
    private static let sections: [(heading: String, definitions: [String])] = [
        ("A rule set", ["ruleset", "plan", "tolerances", "parameter", "data"]),
        ("A rule", ["rule", "source", "arm", "reading", "named", "periods", "baseline", "skip", "target", "coverage"]),
        ("A template", ["templates", "template", "templateParameter"]),
        ("A profile", ["profile", "disabled", "waiver"]),
        ("A case", ["case", "repeated"]),
        ("A register", ["register", "clause"]),
        ("A vocabulary", ["vocabulary", "enumeration", "member", "table", "group", "benchmarks", "check", "validity", "hierarchy",
                          "observations", "field", "indicator"]),
        ("Beside the data", ["mapping", "mappedFile", "wide", "submission"]),
    ]

    @Test("has every key of every kind of file, in the section on it", arguments: sections)
    func keys(heading: String, definitions: [String]) throws {
        let section = try section(heading)
        let all = try Self.definitions()
        for definition in definitions {
            for key in Self.keys(in: try #require(all[definition], "\(definition)")) {
                #expect(section.contains(key), "\(definition): '\(key)' is not under '\(heading)'")
            }
        }
    }

    @Test("has a section for every definition that has keys of its own")
    func definitions() throws {
        let listed = Set(Self.sections.flatMap(\.definitions))
        // A template's rule, its use and its entries have a rule's keys, and three of their own.
        let template = try section("A template")
        for key in ["use", "with", "each"] { #expect(template.contains(key)) }
        for (name, definition) in try Self.definitions() where !["templateRule", "templateUse", "templateEntry"].contains(name) {
            let own = Self.keys(in: definition).subtracting(["zh", "en"])
            #expect(own.isEmpty || listed.contains(name) || ["limit", "missing", "tableOrGroup"].contains(name), "\(name): \(own)")
        }
    }

    /// The words in code of a section.
    private func section(_ heading: String) throws -> Set<String> {
        let text = try String(contentsOf: SharedData.repository.appending(path: "Rules/README.md"), encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix("\(heading) ·") })
        let code = section.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        return Set(code.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init) })
    }

    private static func definitions() throws -> [String: Any] {
        let text = RuleFileSchema(language: .en).text
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object?["$defs"] as? [String: Any])
    }

    /// Every key that has a description, also those of mappings within.
    private static func keys(in schema: Any) -> Set<String> {
        if let list = schema as? [Any] { return list.reduce(into: []) { $0.formUnion(Self.keys(in: $1)) } }
        guard let object = schema as? [String: Any] else { return [] }
        var keys: Set<String> = []
        for (name, value) in object {
            keys.formUnion(Self.keys(in: value))
            guard name == "properties", let properties = value as? [String: Any] else { continue }
            keys.formUnion(properties.filter { ($0.value as? [String: Any])?["description"] != nil }.keys)
        }
        return keys
    }
}
