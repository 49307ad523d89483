import Diagnostics
import OrderedCollections
import YAML

/// Makes the rules of a list of rules, with templates filled in.
struct TemplateExpander {
    /// A rule as YAML, with the template that it was made of.
    struct RuleText {
        var node: YAMLNode
        var use: TemplateUse?
    }

    let templates: OrderedDictionary<String, Template>
    /// Whether all files with templates could be read, so that a name that is not there was never written.
    let isWhole: Bool
    /// Where templates may be that the ruleset does not use.
    let shelf: TemplateShelf
    /// How many nodes may still be made: long lists of entries, each of a long template, would fill the memory.
    private var nodesLeft = 2_000_000

    init(templates: OrderedDictionary<String, Template>, isWhole: Bool, shelf: TemplateShelf) {
        self.templates = templates
        self.isWhole = isWhole
        self.shelf = shelf
    }

    /// The rules that an item of a list of rules stands for: itself, or one for each entry of its list.
    mutating func rules(of item: YAMLNode, _ diagnostics: inout Diagnostics) -> [RuleText] {
        guard let mapping = item.mapping, let use = mapping["use"] else { return [RuleText(node: item)] }
        guard let name = use.string(&diagnostics) else { return [] }
        guard let template = templates[name] else {
            if isWhole {
                let path = shelf.path(defining: name, from: use.location.file)
                diagnostics.append(.unknownTemplate(name, among: templates.keys, definedIn: path, at: use.location))
            }
            return []
        }
        let shared = item.removing(["use", "each", "with"])
        guard let each = mapping["each"] else {
            return rule(template, shared, nil, mapping["with"], sharedWith: nil, at: item, &diagnostics).map { [$0] } ?? []
        }
        // What stands beside the list is read again for each of its entries.
        let sharedSize = shared.size + (mapping["with"]?.size ?? 0)
        let entries = each.items(&diagnostics)
        if entries.isEmpty, each.sequence != nil { diagnostics.append(.noEntries(at: each.location)) }
        return entries.compactMap { entry in
            guard let own = entry.mapping else {
                _ = MappingReader(entry, as: Localized(zh: "模板的一项", en: "an entry of a template's list"), &diagnostics)
                return nil
            }
            guard nodesLeft > 0 else { return nil }
            nodesLeft -= sharedSize
            return rule(
                template, entry.removing(["with"]), shared.mapping, own["with"], sharedWith: mapping["with"], at: entry,
                &diagnostics)
        }
    }
}

private extension TemplateExpander {
    /// - Parameters:
    ///   - entry: The rule's own keys.
    ///   - shared: The keys that stand beside the list for all of its entries.
    mutating func rule(
        _ template: Template, _ entry: YAMLNode, _ shared: YAMLMapping?, _ with: YAMLNode?, sharedWith: YAMLNode?,
        at place: YAMLNode, _ diagnostics: inout Diagnostics
    ) -> RuleText? {
        guard nodesLeft > 0 else {
            diagnostics.append(.templatesTooLarge(at: template.location))
            return nil
        }
        let filling = TemplateFilling(template, at: place.mapping?["id"]?.location ?? place.location)
        guard let use = filling.use(with, sharedWith, &diagnostics) else { return nil }
        var substitution = TemplateSubstitution(use, nodesLeft: nodesLeft)
        var node = entry
        let common = (shared?.entries ?? []) + (template.rule.mapping?.entries ?? []).map { inner in
            YAMLMapping.Entry(key: inner.key, value: substitution.filled(inner.value))
        }
        nodesLeft = substitution.nodesLeft
        guard nodesLeft > 0 else {
            diagnostics.append(.templatesTooLarge(at: template.location))
            return nil
        }
        node = node.adding(common)
        // A key without a value takes out what the template has.
        let emptied = (node.mapping?.entries ?? []).filter(\.value.isNull).compactMap(\.key.scalar?.text)
        return RuleText(node: node.removing(Set(emptied)), use: use)
    }
}

private extension YAMLNode {
    /// How many nodes it is made of.
    var size: Int {
        switch content {
        case .scalar: 1
        case .sequence(let items): items.reduce(1) { $0 + $1.size }
        case .mapping(let mapping): mapping.entries.reduce(1) { $0 + 1 + $1.value.size }
        }
    }
}
