import Diagnostics
import OrderedCollections
import YAML

/// Reads one rule.
struct RuleLoader {
    let ruleset: String

    static let what = Localized(zh: "规则", en: "a rule")

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Rule? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let id = reader.required("id", &diagnostics).flatMap { self.id($0, &diagnostics) }
        let title = reader.required("title", &diagnostics)?.localized(&diagnostics)
        let source = reader.optional("source").flatMap { self.source($0, &diagnostics) }
        let binding = reader.optional("binding")?.choice(of: Binding.self, &diagnostics) ?? .required
        let severity = reader.optional("severity")?.choice(of: Severity.self, &diagnostics)
        let hedge = reader.optional("hedge")?.string(&diagnostics)
        let tableNode = reader.required("for", &diagnostics)
        let scopeNode = reader.optional("where")
        let scope = scopeNode?.expression(&diagnostics)
        let requirement = requirement(&reader, &diagnostics)
        let responsible = reader.optional("responsible")?.strings(&diagnostics) ?? []
        let message = reader.optional("message")?.localized(&diagnostics)
        let fix = reader.optional("fix")?.localized(&diagnostics)
        let related = reader.optional("related")?.strings(&diagnostics) ?? []
        let example = reader.optional("example").map { CaseLoader.given($0, &diagnostics) } ?? [:]
        let caseNodes = reader.optional("cases")?.items(&diagnostics) ?? []
        let cases = caseNodes.compactMap { CaseLoader(example: example).read($0, &diagnostics) }
        reader.finish(&diagnostics)
        guard let id, let title, let requirement, let tableNode, let table = tableNode.string(&diagnostics),
              (scopeNode == nil) == (scope == nil)
        else { return nil }
        return Rule(
            ruleset: ruleset, id: id, title: title, source: source, binding: binding, hedge: hedge,
            severity: severity ?? binding.severity, table: table, tableLocation: tableNode.location, scope: scope,
            requirement: requirement, responsible: responsible, message: message, fix: fix, related: related,
            cases: cases, location: reader.mapping["id"]?.location ?? node.location)
    }
}

private extension RuleLoader {
    /// Kebab case: it names the fault, and waivers and reports call the rule by it.
    func id(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let id = node.string(&diagnostics) else { return nil }
        let words = id.split(separator: "-", omittingEmptySubsequences: false)
        let isKebab = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        guard isKebab else {
            diagnostics.append(.badRuleID(id, at: node.location))
            return nil
        }
        return id
    }

    func source(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleSource? {
        guard var reader = MappingReader(node, as: Localized(zh: "出处", en: "a source"), &diagnostics) else { return nil }
        let section = reader.required("section", &diagnostics)?.string(&diagnostics)
        let clauses = reader.optional("clause")?.strings(&diagnostics) ?? []
        reader.finish(&diagnostics)
        return section.map { RuleSource(section: $0, clauses: clauses) }
    }

    func requirement(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) -> Rule.Requirement? {
        let (observe, target, require) = (reader.optional("observe"), reader.optional("target"), reader.optional("require"))
        switch (observe, target, require) {
        case (let observe?, let target?, nil):
            let scalar = observe.expression(&diagnostics)
            let text = targetText(target, &diagnostics)
            guard let scalar, let text else { return nil }
            return .target(observe: scalar, target: text)
        case (nil, nil, let require?):
            return require.expression(&diagnostics).map { .condition($0) }
        default:
            diagnostics.append(.noRequirement(at: reader.mapping["id"]?.location ?? reader.location))
            return nil
        }
    }

    func targetText(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Rule.TargetText? {
        let what = Localized(zh: "目标", en: "a target")
        let entries = node.entries(as: what, &diagnostics)
        guard entries.count == 1, let kind = entries[0].key.scalar else {
            if node.mapping != nil { diagnostics.append(.oneTarget(at: node.location)) }
            return nil
        }
        return Rule.TargetText(kind: kind.text, kindLocation: kind.location, limit: entries[0].value)
    }
}
