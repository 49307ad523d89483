import Diagnostics
import Foundation
import Plumbline
import Testing

@Suite("The schema of rule files") struct RuleFileSchemaTests {
    /// Each a mapping of a rule file or a vocabulary with a key that nobody knows.
    private static let rules: [(definition: String, text: String)] = [
        ("ruleset", "ruleset: a\nzzzzzzzz: 1\nuses: [v.yaml]\n"),
        ("tolerances", "ruleset: a\nuses: [v.yaml]\ntolerances: {zzzzzzzz: 1}\n"),
        ("parameter", "ruleset: a\nuses: [v.yaml]\nparams: {p: {type: string, value: a, zzzzzzzz: 1}}\n"),
        ("data", "ruleset: a\nuses: [v.yaml]\ndata: [{table: t, file: t.csv, zzzzzzzz: 1}]\n"),
        ("skip", "ruleset: a\nuses: [v.yaml]\nmissing: {skip: {zzzzzzzz: 1}}\n"),
        ("arm", "ruleset: a\nuses: [v.yaml]\nrules:\n  - {id: a, title: a, for: t, any_of: [{require: id == 'a', zzzzzzzz: 1}, {require: id == 'b'}]}\n"),
        ("reading", rule("other_readings: [{name: a, set: {require: id == 'b'}, zzzzzzzz: 1}]")),
        ("named", rule("subjects: [{record: a, zzzzzzzz: 1}]")),
        ("periods", rule("period: {zzzzzzzz: 2025}")),
        ("repeated", rule("example: {list: [{repeat: 1, of: {}, zzzzzzzz: 1}]}")),
        ("plan", "ruleset: a\nuses: [v.yaml]\nplan: {title: a, zzzzzzzz: 1}\n"),
        ("template", "ruleset: a\nuses: [v.yaml]\ntemplates: [{id: a, rule: {for: t}, zzzzzzzz: 1}]\n"),
        ("templateParameter", "ruleset: a\nuses: [v.yaml]\ntemplates: [{id: a, params: {p: {type: string, zzzzzzzz: 1}}, rule: {for: params.p}}]\n"),
        ("templateRule", "ruleset: a\nuses: [v.yaml]\ntemplates: [{id: t, rule: {for: t, require: id == 'a', zzzzzzzz: 1}}]\nrules: [{use: t, id: a, title: a}]\n"),
        ("rule", "ruleset: a\nuses: [v.yaml]\nrules:\n  - {id: a, title: a, for: t, require: id == 'a', zzzzzzzz: 1}\n"),
        ("source", "ruleset: a\nuses: [v.yaml]\nrules:\n  - {id: a, title: a, for: t, require: id == 'a', source: {section: a, zzzzzzzz: 1}}\n"),
        ("case", "ruleset: a\nuses: [v.yaml]\nrules:\n  - {id: a, title: a, for: t, require: id == 'a', cases: [{name: a, outcome: pass, zzzzzzzz: 1}]}\n"),
    ]
    private static let profiles: [(definition: String, text: String)] = [
        ("profile", "profile: p\nof: a\nzzzzzzzz: 1\n"),
        ("disabled", "profile: p\nof: a\ndisabled: [{rule: a, why: a, until: 2026-01-01, zzzzzzzz: 1}]\n"),
        ("waiver", "profile: p\nof: a\nwaivers: [{rule: a, record: a, why: a, until: 2026-01-01, zzzzzzzz: 1}]\n"),
    ]
    private static let registers: [(definition: String, text: String)] = [
        ("register", "register: a\nclauses: []\nzzzzzzzz: 1\n"),
        ("clause", "register: a\nclauses: [{id: a, section: a, term: a, zzzzzzzz: 1}]\n"),
    ]
    private static let vocabularies: [(definition: String, text: String)] = [
        ("vocabulary", "vocabulary: v\nzzzzzzzz: 1\n"),
        ("enumeration", "vocabulary: v\nenumerations: {e: {values: [a], zzzzzzzz: 1}}\n"),
        ("table", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}, zzzzzzzz: 1}}\n"),
        ("check", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}, checks: [{check: a, zzzzzzzz: 1}]}}\n"),
        ("group", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}}, g: {group: t, by: id, zzzzzzzz: 1}}\n"),
        ("indicator", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}}}\nindicators: [{id: i, of: t, zzzzzzzz: 1}]\n"),
        ("validity", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}, valid: {zzzzzzzz: 1}}}\n"),
        ("hierarchy", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}, hierarchy: {zzzzzzzz: 1}}}\n"),
        ("observations", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}, observations: {zzzzzzzz: 1}}}\n"),
        ("field", "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string, zzzzzzzz: 1}}}}\n"),
    ]

    private static let mappings: [(definition: String, text: String)] = [
        ("mapping", "mapping: m\nfiles: []\nzzzzzzzz: 1\n"),
        ("mappedFile", "mapping: m\nfiles: [{file: a.csv, table: t, zzzzzzzz: 1}]\n"),
        ("wide", "mapping: m\nfiles: [{file: a.csv, table: t, wide: {columns: [a], header: id, value: n, zzzzzzzz: 1}}]\n"),
    ]

    private static func rule(_ member: String) -> String {
        "ruleset: a\nuses: [v.yaml]\nrules:\n  - {id: a, title: a, for: t, require: id == 'a', \(member)}\n"
    }

    @Test("knows just the keys that the loaders know, everywhere")
    func keys() throws {
        let definitions = try definitions()
        for (definition, text) in Self.rules { #expect(try known(rules: text) == keys(of: definition, in: definitions), "\(definition)") }
        for (definition, text) in Self.profiles { #expect(try known(rules: text) == keys(of: definition, in: definitions), "\(definition)") }
        for (definition, text) in Self.registers { #expect(try known(rules: text) == keys(of: definition, in: definitions), "\(definition)") }
        for (definition, text) in Self.vocabularies {
            let known = try known(rules: "ruleset: a\nuses: [v.yaml]\n", vocabulary: text)
            #expect(try known == keys(of: definition, in: definitions), "\(definition)")
        }
    }

    @Test("knows just the keys that mappings have")
    func keysOfMappings() throws {
        let definitions = try definitions()
        for (definition, text) in Self.mappings {
            let known = try known(
                rules: "ruleset: a\nplan: {title: a}\nuses: [v.yaml]\n",
                vocabulary: "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}, n: {type: string}}}}\n", mapping: text)
            #expect(try known == keys(of: definition, in: definitions), "\(definition)")
        }
    }

    @Test("takes the kinds of target from whoever registers them")
    func targets() throws {
        let kinds = try keys(of: "target", in: definitions())
        #expect(kinds == Set(builtInTargets.map(\.name) + ["as_written"]))
        let fewer = try definitions(RuleFileSchema(language: .en, targets: [AtLeastTarget()]))
        #expect(try keys(of: "target", in: fewer) == ["at_least", "as_written"])
    }

    /// The keys that the fault of the unknown one lists.
    private func known(rules: String, vocabulary: String = "vocabulary: v\ntables: {t: {key: row, fields: {id: {type: string}}}}\n", mapping: String? = nil) throws -> Set<String> {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(rules.utf8).write(to: folder.appending(path: "rules.yaml"))
        try Data(vocabulary.utf8).write(to: folder.appending(path: "v.yaml"))
        if let mapping { try Data(mapping.utf8).write(to: folder.appending(path: "mapping.yaml")) }
        let faults = RuleBookLoader.load([folder.path]).faults.all
        let help = try #require(faults.first { $0.code == "unknown-key" }?.help?.en)
        return Set(help.replacing("there are: ", with: "").split(separator: ", ").map(String.init))
    }

    private func definitions(_ schema: RuleFileSchema = RuleFileSchema(language: .en)) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any]
        return try #require(object?["$defs"] as? [String: Any])
    }

    private func keys(of definition: String, in definitions: [String: Any]) throws -> Set<String> {
        let properties = (definitions[definition] as? [String: Any])?["properties"] as? [String: Any]
        return Set(try #require(properties).keys)
    }
}
