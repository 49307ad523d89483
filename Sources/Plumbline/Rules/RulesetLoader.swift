import Diagnostics
import YAML

/// Reads the files of one ruleset: one carries the header, all can carry rules.
struct RulesetLoader {
    private(set) var ruleset: Ruleset?
    private(set) var uses: [RulesetHeader.Use] = []
    /// The templates of the ruleset's own files; those of others are read into it.
    var templates = TemplateLoader()
    /// What is taken differently; nil where no profile was asked for.
    var profile: ProfileApplication?
    private var rules: [Rule] = []
    /// The items under `rules`, which are read when all templates are there.
    private var items: [YAMLNode] = []
    private var name: (text: String, location: Location)?

    static let what = Localized(zh: "规则集", en: "a ruleset")

    /// Reads a file whose first key is `ruleset`.
    mutating func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        // A misspelt key of the header is reported as such, and not as a header that is missing.
        let isHeader = node.mapping?.keys.contains { NearestName.to($0, among: RulesetHeader.keys) != nil } ?? false
        let node = isHeader ? profile?.applied(toHeader: node) ?? node : node
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return }
        let nameNode = reader.required("ruleset", &diagnostics)
        guard let nameNode, let text = nameNode.string(&diagnostics) else { return }
        note(text, at: nameNode.location, &diagnostics)
        let header = RulesetHeader(name: text, at: nameNode.location, &reader, &diagnostics)
        let templatesNode = reader.optional("templates")
        let rulesNode = reader.optional("rules")
        reader.finish(&diagnostics)
        if isHeader { takeHeader(header, &diagnostics) }
        if let templatesNode { templates.read(templatesNode, &diagnostics) }
        items += rulesNode?.items(&diagnostics) ?? []
    }

    /// Reads the rules of all files, once all templates are there.
    ///
    /// - Parameters:
    ///   - hasAllFiles: Whether all files that could have templates were read.
    ///   - shelf: Where templates may be that the ruleset does not use.
    mutating func readRules(hasAllFiles: Bool, shelf: TemplateShelf, _ diagnostics: inout Diagnostics) {
        guard let name = name?.text else { return }
        var expander = TemplateExpander(templates: templates.templates, isWhole: hasAllFiles && templates.isWhole, shelf: shelf)
        var texts: [TemplateExpander.RuleText] = []
        for item in items { texts += expander.rules(of: item, &diagnostics) }
        items = []
        let reader = RuleTextReader(ruleset: name, profile: profile)
        rules += reader.rules(texts, CaseBudget(), &diagnostics)
    }

    /// The ruleset that the files make together; nil where none of them carried a header.
    mutating func finish(_ diagnostics: inout Diagnostics) -> Ruleset? {
        guard var ruleset else {
            if let name { diagnostics.append(.noHeader(name.text, at: name.location)) }
            return nil
        }
        var ids: [String: Location] = [:]
        for rule in rules {
            if let first = ids[rule.id] {
                diagnostics.append(.duplicateRule(rule.id, first: first, at: rule.location))
            } else {
                ids[rule.id] = rule.location
            }
        }
        ruleset.rules = rules
        return ruleset
    }
}

private extension RulesetLoader {
    mutating func note(_ text: String, at location: Location, _ diagnostics: inout Diagnostics) {
        if let name, name.text != text {
            diagnostics.append(.otherRuleset(text, expected: name.text, at: location))
        }
        if name == nil { name = (text, location) }
    }

    mutating func takeHeader(_ header: RulesetHeader, _ diagnostics: inout Diagnostics) {
        guard ruleset == nil else {
            diagnostics.append(.secondHeader(header.ruleset.name, at: header.ruleset.location))
            return
        }
        ruleset = header.ruleset
        uses = header.uses
    }
}

extension CalendarDate {
    /// Reads a date of a rule file.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> CalendarDate? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard let date = CalendarDate(iso: text) else {
            diagnostics.append(.badDate(text, at: node.location))
            return nil
        }
        return date
    }
}
