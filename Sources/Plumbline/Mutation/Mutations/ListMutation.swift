import CEL
import Diagnostics
import YAML

/// An element that was forgotten in a list that is written out, in an expression or in the rule: a value, a limit's `when`, an
/// arm, a part of a composition, what peers have in common.
struct ListMutation: Mutation {
    let kind = MutationKind.list

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard node.macroCall == nil, case .list(let elements) = node.node, elements.count > 1 else { return [] }
        return elements.indices.map { place in
            let left = elements.indices.filter { $0 != place }.map { expression.text(elements[$0]) }
            let dropped = expression.text(elements[place])
            return ExpressionEdit(
                range: node.range, text: "[\(left.joined(separator: ", "))]", shown: (dropped, ""), place: elements[place].range,
                hint: Localized(zh: "一个取值为 \(dropped) 的用例", en: "a case with \(dropped)"), noticedBy: .fail)
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        if Self.parts.contains(part.keys.dropLast().last ?? ""), case .entry? = part.steps.last { return [without(part, of: rule)] }
        if part.key == "among", part.node.scalar != nil { return [ofAll(part, of: rule)] }
        guard part.kind == .limit || part.kind == .expression, case .item(let place)? = part.steps.last,
              let list = rule.root.node(at: part.steps.dropLast())?.sequence
        else { return [] }
        switch list.count {
        case 1: return part.key == "among" ? [ofAll(part, of: rule)] : []
        case 2 where Arms.Manner(rawValue: part.key) != nil: return [onlyArm(list[1 - place], in: part, of: rule)]
        default: return [without(part, of: rule)]
        }
    }
}

private extension ListMutation {
    /// The keys under which a composition's parts stand.
    static let parts: Set<String> = ["parts", "at_or_above"]

    func without(_ part: RulePart, of rule: MutableRule) -> RuleChange { change(part, rule.replacing(part, with: nil)) }

    /// Of two arms one by itself: an arm that stands twice asks no more than once.
    func onlyArm(_ kept: YAMLNode, in part: RulePart, of rule: MutableRule) -> RuleChange {
        let steps = Array(part.steps.dropLast())
        let list = rule.root.node(at: steps)?.replacing(items: [kept, kept.removing(["name"])])
        return change(part, rule.changed(rule.root.replacing(at: steps, with: list)))
    }

    /// Peers that need have nothing in common.
    func ofAll(_ part: RulePart, of rule: MutableRule) -> RuleChange { change(part, rule.replacing(part, text: "true")) }

    func change(_ part: RulePart, _ root: TemplateExpander.RuleText) -> RuleChange {
        let shown = Self.shown(part)
        return RuleChange(
            root: root, before: shown, after: "", location: part.node.location,
            hint: Localized(zh: "一个只与这一项有关的用例：\(shown)", en: "a case that rests on this one: \(shown)"), noticedBy: .fail)
    }

    static func shown(_ part: RulePart) -> String {
        if parts.contains(part.keys.dropLast().last ?? "") { return "\(part.key): \(part.node.flowText)" }
        if let text = part.node.scalar?.text { return text }
        if let condition = part.node.mapping?["when"]?.scalar { return "when: \(condition.text)" }
        return "\(part.key): \((part.node.mapping?["name"] ?? part.node).flowText)"
    }
}
