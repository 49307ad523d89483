import Foundation
import TestSupport
import Testing

@Suite("plumb schema") struct SchemaTests {
    @Test("the schema, with descriptions in both languages", arguments: ["en", "zh"])
    func golden(language: String) throws {
        let answer = try Clinics.command().run("schema", "--lang", language)
        #expect(answer.code == 0)
        try expectGolden(answer.output, "schema-\(language).json")
    }

    @Test("it accepts every rule file and every vocabulary of the repository")
    func accepted() throws {
        let validator = try validator()
        let files = try ["Rules", "Examples"].flatMap { folder in
            let url = SharedData.repository.appending(path: folder)
            return try FileManager.default.subpathsOfDirectory(atPath: url.path)
                .filter { $0.hasSuffix(".yaml") }.map { url.appending(path: $0) }
        }
        #expect(files.count >= 7)
        for file in files {
            let value = try #require(YAMLValue(text: String(contentsOf: file, encoding: .utf8)))
            #expect(try validator.accepts(value), "\(file.path)")
        }
    }

    /// Faults that stand in one file by itself, and in no expression, quantity or name of it.
    private static let refusable: Set<String> = [
        "missing-key", "bad-rule-id", "unknown-key", "no-requirement", "two-requirements",
        "value-without-target", "target-without-value", "not-a-target", "unknown-target", "between-needs-two", "empty-list",
        "path-not-relative", "bad-identifier", "reserved-name", "name-of-type", "unit-on-type", "range-on-type",
        "values-or-order", "bands-need-order", "type-alone", "key-of-reference", "key-of-computed", "list-without-reference",
        "at-least-one-of-no-list", "two-formulas", "half-a-ratio", "several-periods", "not-a-period", "one-manner-of-periods",
        "not-a-coverage", "one-coverage", "no-names", "empty-periods", "list-in-list",
        "parameter-without-value", "one-target", "not-a-limit", "bad-bare",
        "no-cases", "not-a-case", "case-without-list", "not-a-comparison", "bound-missing", "two-bounds", "bad-group-size",
        "both-arms", "one-arm", "too-many-arms", "arm-without-requirement", "arms-within-arm", "no-readings", "reading-sets-words",
        "bad-set-key",
    ]

    /// Whether the fault shows without knowing what stands elsewhere.
    private static func isRefusable(_ code: String, in topic: String) -> Bool {
        switch code {
        // What an entry leaves out may stand beside its list, or in the template.
        case "missing-key": topic != "templates"
        // A limit's type is that of what is observed, and a band's ends are values of its list.
         case "yaml-wrong-type": topic != "targets" && topic != "templates"
         case "unknown-value": ["rules", "limits", "registers", "arms"].contains(topic)
        // What a name is, a list or a field, the vocabulary says.
        case "case-record": topic != "given"
        // The name `period` is a field's where it is the table's own period.
        case "reserved-name": topic != "links"
        // What is left of a rule under a reading shows only once it is put together.
        case "no-requirement": topic != "arms"
        default: refusable.contains(code)
        }
    }

    @Test("it refuses the broken rule files and vocabularies that a schema can refuse")
    func refused() throws {
        let validator = try validator()
        var codes: Set<String> = []
        let topics = [
            ("headers", brokenHeaders), ("templates", brokenTemplates), ("profiles", brokenProfiles), ("registers", brokenRegisters), ("rules", brokenRules), ("targets", brokenTargets),
            ("limits", brokenLimits), ("vocabularies", brokenVocabularies),
            ("links", brokenLinks), ("judgements", brokenJudgements), ("given", brokenGiven), ("arms", brokenArms),
            ("mappings", brokenMappings.filter { $0.files["data/mapping.yaml"] != nil }),
        ]
        for (topic, examples) in topics {
            for example in examples {
                guard case .fault(let code, let place?) = example.answer, Self.isRefusable(code, in: topic),
                      let name = place.split(separator: ":").first, case .text(let text)? = example.files[String(name)],
                      let value = YAMLValue(text: text)
                else { continue }
                codes.insert(code)
                #expect(try !validator.accepts(value), "\(example.title) [\(code)]")
            }
        }
        #expect(codes.isSuperset(of: Self.refusable), "\(Self.refusable.subtracting(codes))")
    }

    @Test("it accepts the sound files that the broken ones were made of")
    func sound() throws {
        let validator = try validator()
        let texts = [
            BrokenText.vocabulary, BrokenText.soundRule, BrokenText.soundRegister, Clinics.vocabulary, Clinics.rules(),
            SoundTexts.vocabulary, SoundTexts.ruleset, SoundTexts.templates, SoundTexts.profile, SoundTexts.mapping,
        ]
        for text in texts {
            #expect(try validator.accepts(#require(YAMLValue(text: text))))
        }
    }

    @Test("it accepts the examples on the pages of the targets")
    func pages() throws {
        let validator = try validator()
        let folder = SharedData.repository.appending(path: "Docs/targets")
        let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent != "README.md" }
        #expect(!pages.isEmpty)
        for page in pages {
            let examples = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```yaml\n").dropFirst()
                .compactMap { $0.components(separatedBy: "```").first }
            #expect(examples.count == 2, "\(page.lastPathComponent)")
            for text in examples {
                let value = try #require(YAMLValue(text: text))
                #expect(try validator.accepts(value), "\(page.lastPathComponent): \(text.prefix(30))")
            }
        }
    }

    private func validator() throws -> SchemaValidator { try SchemaValidator(Clinics.command().run("schema").output) }
}
