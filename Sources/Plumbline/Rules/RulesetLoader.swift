import Diagnostics
import YAML

/// Reads the files of one ruleset: one carries the header, all can carry rules.
struct RulesetLoader {
    private(set) var ruleset: Ruleset?
    private(set) var uses: [Use] = []
    private var rules: [Rule] = []
    private var name: (text: String, location: Location)?

    /// A file that the header leans on.
    struct Use {
        var path: String
        var location: Location
    }

    static let what = Localized(zh: "规则集", en: "a ruleset")

    /// Reads a file whose first key is `ruleset`.
    mutating func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return }
        let nameNode = reader.required("ruleset", &diagnostics)
        // A misspelt key of the header is reported as such, and not as a header that is missing.
        let isHeader = reader.mapping.keys.contains { NearestName.to($0, among: ["plan", "uses"]) != nil }
        guard let nameNode, let text = nameNode.string(&diagnostics) else { return }
        note(text, at: nameNode.location, &diagnostics)
        let plan = reader.optional("plan").flatMap { self.plan($0, &diagnostics) }
        let uses = reader.optional("uses").map { self.uses($0, &diagnostics) } ?? []
        let rulesNode = reader.optional("rules")
        reader.finish(&diagnostics)
        if isHeader { takeHeader(Ruleset(name: text, plan: plan, location: nameNode.location), uses: uses, &diagnostics) }
        if let rulesNode {
            for item in rulesNode.items(&diagnostics) {
                if let rule = RuleLoader(ruleset: text).read(item, &diagnostics) { rules.append(rule) }
            }
        }
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

    mutating func takeHeader(_ header: Ruleset, uses: [Use], _ diagnostics: inout Diagnostics) {
        guard ruleset == nil else {
            diagnostics.append(.secondHeader(header.name, at: header.location))
            return
        }
        ruleset = header
        self.uses = uses
    }

    func plan(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Ruleset.Plan? {
        guard var reader = MappingReader(node, as: Localized(zh: "规划", en: "a plan"), &diagnostics) else { return nil }
        let title = reader.required("title", &diagnostics)?.localized(&diagnostics)
        let document = reader.optional("document")?.string(&diagnostics)
        let from = reader.optional("from").flatMap { CalendarDate.read($0, &diagnostics) }
        let to = reader.optional("to").flatMap { CalendarDate.read($0, &diagnostics) }
        reader.finish(&diagnostics)
        if let from, let to, from > to, let node = reader.mapping["to"] {
            diagnostics.append(.planEndsBeforeItBegins(at: node.location))
        }
        return title.map { Ruleset.Plan(title: $0, document: document, from: from, to: to) }
    }

    /// Relative paths only: reading a rule fetches nothing from elsewhere.
    func uses(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [Use] {
        node.items(&diagnostics).compactMap { item in
            guard let path = item.string(&diagnostics) else { return nil }
            guard !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("://"), !path.contains("\\") else {
                diagnostics.append(.pathNotRelative(path, at: item.location))
                return nil
            }
            return Use(path: path, location: item.location)
        }
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
