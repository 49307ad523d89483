import Testing

/// A table of broken files and the name of its golden files.
struct BrokenTopic: Sendable, CustomTestStringConvertible {
    let name: String
    let cases: [BrokenCase]

    var testDescription: String { name }

    static let rules: [BrokenTopic] = [
        BrokenTopic(name: "yaml", cases: brokenYAML),
        BrokenTopic(name: "headers", cases: brokenHeaders),
        BrokenTopic(name: "registers", cases: brokenRegisters),
        BrokenTopic(name: "templates", cases: brokenTemplates),
        BrokenTopic(name: "profiles", cases: brokenProfiles),
        BrokenTopic(name: "rules", cases: brokenRules),
        BrokenTopic(name: "expressions", cases: brokenExpressions),
        BrokenTopic(name: "targets", cases: brokenTargets),
        BrokenTopic(name: "limits", cases: brokenLimits),
        BrokenTopic(name: "vocabularies", cases: brokenVocabularies),
        BrokenTopic(name: "links", cases: brokenLinks),
        BrokenTopic(name: "models", cases: brokenModels),
        BrokenTopic(name: "judgements", cases: brokenJudgements),
        BrokenTopic(name: "given", cases: brokenGiven),
        BrokenTopic(name: "arms", cases: brokenArms),
        BrokenTopic(name: "figures", cases: brokenFigures),
        BrokenTopic(name: "words", cases: brokenWords),
        BrokenTopic(name: "hostile", cases: brokenHostile),
    ]

    static let data: [BrokenTopic] = [
        BrokenTopic(name: "data-files", cases: brokenDataFiles),
        BrokenTopic(name: "data-cells", cases: brokenDataCells),
        BrokenTopic(name: "submissions", cases: brokenSubmissions),
        BrokenTopic(name: "mappings", cases: brokenMappings),
    ]
}
