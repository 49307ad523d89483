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
        let clauses = reader.optional("clause")?.names(&diagnostics) ?? []
        reader.finish(&diagnostics)
        return section.map {
            RuleSource(section: $0, clauses: clauses.map(\.text), clauseLocations: clauses.map(\.location))
        }
    }

    func requirement(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) -> Rule.Requirement? {
        let (observe, target, require) = (reader.optional("observe"), reader.optional("target"), reader.optional("require"))
        // A misspelt one is reported as such, and not as one that is missing.
        let words = ["observe", "target", "require"]
        guard !reader.mapping.keys.contains(where: { !words.contains($0) && NearestName.to($0, among: words) != nil })
        else { return nil }
        switch (observe, target, require) {
        case (let observe?, let target?, nil):
            let scalar = observe.expression(&diagnostics)
            let text = targetText(target, &diagnostics)
            guard let scalar, let text else { return nil }
            return .target(observe: scalar, target: text)
        case (nil, nil, let require?):
            return require.expression(&diagnostics).map { .condition($0) }
        case (let observe?, nil, nil): diagnostics.append(.valueWithoutTarget(at: observe.location))
        case (nil, let target?, nil): diagnostics.append(.targetWithoutValue(at: target.location))
        case (_, _, let require?): diagnostics.append(.twoRequirements(at: require.location))
        case (nil, nil, nil): diagnostics.append(.noRequirement(at: reader.mapping["id"]?.location ?? reader.location))
        }
        return nil
    }

    func targetText(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Rule.TargetText? {
        guard node.mapping != nil else {
            diagnostics.append(.notATarget(node.shape, at: node.location))
            return nil
        }
        let entries = node.entries(as: Localized(zh: "目标", en: "a target"), &diagnostics)
        guard entries.count == 1, let kind = entries[0].key.scalar else {
            diagnostics.append(faultOfSplitNumber(entries) ?? .oneTarget(at: node.location))
            return nil
        }
        return Rule.TargetText(kind: kind.text, kindLocation: kind.location, limit: entries[0].value)
    }

    /// `{at_least: 1,000 万元}`: in braces the comma begins another key.
    func faultOfSplitNumber(_ entries: [YAMLMapping.Entry]) -> Diagnostic? {
        guard entries.count == 2, entries[1].value.isNull, let head = entries[0].value.scalar, head.kind == .integer,
              let tail = entries[1].key.scalar, tail.text.first?.isNumber == true
        else { return nil }
        return .splitNumber("\(head.text),\(tail.text)", plain: head.text + tail.text, at: head.location)
    }
}
