import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// A place in a rule's text where its author could have erred.
struct RulePart {
    /// What stands there, so that a mutation knows what can be wrong with it.
    enum Kind {
        /// A CEL expression.
        case expression
        /// A quantity, a value, or a word that says how a limit is meant.
        case limit
        /// Which periods are judged, or another period that is compared with.
        case period
        /// A day, or a period whose last day is meant.
        case day
        /// Records by their names.
        case names
        /// What missing cells do.
        case policy
    }

    let kind: Kind
    /// The keys from the rule inwards; items of lists add none.
    let keys: [String]
    /// The way to the node from the rule's own.
    let steps: [YAMLStep]
    let node: YAMLNode
    /// The parameter of the rule's template for which the part was filled in; nil for what the rule's own text has.
    var parameter: String?

    var key: String { keys.last ?? "" }

    /// All parts of a rule that decide something, each before those below it.
    static func all(of rule: YAMLNode) -> [RulePart] {
        var parts: [RulePart] = []
        collect(rule, RuleKey.Manner.of(.limit), keys: [], steps: [], into: &parts)
        return parts
    }

    /// What was filled in for a template and stands within the rule's expressions, so that the rule's own text does not have it.
    static func filledIn(_ use: TemplateUse?, in rule: YAMLNode) -> [RulePart] {
        guard let use else { return [] }
        let texts = all(of: rule).filter { $0.kind == .expression }.compactMap(\.node.scalar?.text)
        return use.arguments.values.compactMap { argument in
            let name = argument.parameter.name
            guard !argument.isPath, texts.contains(where: { $0.hasWholeName("params.\(name)") }) else { return nil }
            let kind: Kind = argument.parameter.type == "period" ? .period : .limit
            return RulePart(kind: kind, keys: ["with", name], steps: [], node: argument.value, parameter: name)
        }
    }

    private static func collect(
        _ node: YAMLNode, _ manner: RuleKey.Manner, keys: [String], steps: [YAMLStep], into parts: inout [RulePart]
    ) {
        guard case .of(let kind) = manner else { return }
        if !keys.isEmpty { parts.append(RulePart(kind: RuleKey.kind(of: node, kind, under: keys), keys: keys, steps: steps, node: node)) }
        switch node.content {
        case .scalar: break
        case .sequence(let items):
            for (place, item) in items.enumerated() { collect(item, manner, keys: keys, steps: steps + [.item(place)], into: &parts) }
        case .mapping(let mapping):
            for (place, entry) in mapping.entries.enumerated() {
                guard let key = entry.key.scalar?.text else { continue }
                collect(entry.value, RuleKey.manner(of: key) ?? manner, keys: keys + [key], steps: steps + [.entry(place)], into: &parts)
            }
        }
    }
}
