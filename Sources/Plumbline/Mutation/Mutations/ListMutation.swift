import CEL
import Diagnostics
import YAML

/// An element that was forgotten in a list that is written out, in an expression or in the rule.
struct ListMutation: Mutation {
    let kind = MutationKind.list

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard node.macroCall == nil, case .list(let elements) = node.node, elements.count > 1 else { return [] }
        return elements.indices.map { place in
            let left = elements.indices.filter { $0 != place }.map { expression.text(elements[$0]) }
            let dropped = expression.text(elements[place])
            return ExpressionEdit(
                range: node.range, text: "[\(left.joined(separator: ", "))]", shown: (dropped, ""), place: elements[place].range,
                hint: Localized(zh: "一个取值为 \(dropped) 的用例", en: "a case with \(dropped)"))
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.kind == .limit || part.kind == .expression, case .item? = part.steps.last,
              let list = rule.root.node(at: part.steps.dropLast())?.sequence, list.count > 1
        else { return [] }
        let shown = part.node.scalar?.text ?? part.node.mapping?["when"]?.scalar.map { "when: \($0.text)" } ?? "\(part.key): …"
        return [RuleChange(
            root: rule.replacing(part, with: nil), before: shown, after: "", location: part.node.location,
            hint: Localized(zh: "一个只与这一项有关的用例：\(shown)", en: "a case that rests on this one: \(shown)"))]
    }
}
