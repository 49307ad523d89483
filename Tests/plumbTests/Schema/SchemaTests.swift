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
    ]

    /// Whether the fault shows without knowing what stands elsewhere.
    private static func isRefusable(_ code: String, in topic: String) -> Bool {
        switch code {
        // A limit's type is that of what is observed, and a band's ends are values of its list.
        case "yaml-wrong-type": topic != "targets"
        case "unknown-value": ["rules", "limits", "registers"].contains(topic)
        // What a name is, a list or a field, the vocabulary says.
        case "case-record": topic != "given"
        // The name `period` is a field's where it is the table's own period.
        case "reserved-name": topic != "links"
        default: refusable.contains(code)
        }
    }

    @Test("it refuses the broken rule files and vocabularies that a schema can refuse")
    func refused() throws {
        let validator = try validator()
        var codes: Set<String> = []
        let topics = [
            ("headers", brokenHeaders), ("registers", brokenRegisters), ("rules", brokenRules), ("targets", brokenTargets),
            ("limits", brokenLimits), ("vocabularies", brokenVocabularies),
            ("links", brokenLinks), ("judgements", brokenJudgements), ("given", brokenGiven),
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
            SoundTexts.vocabulary, SoundTexts.ruleset, SoundTexts.mapping,
        ]
        for text in texts {
            #expect(try validator.accepts(#require(YAMLValue(text: text))))
        }
    }

    private func validator() throws -> SchemaValidator { try SchemaValidator(Clinics.command().run("schema").output) }
}
