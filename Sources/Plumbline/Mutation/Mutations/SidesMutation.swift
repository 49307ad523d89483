import CEL
import Diagnostics
import YAML

/// The two sides of a comparison confused: `test` and `against`, numerator and denominator.
struct SidesMutation: Mutation {
    let kind = MutationKind.sides

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard let call = node.writtenCall, call.target == nil || call.function == "ratio" else { return [] }
        switch (call.function, call.arguments.count) {
        case (Operator.divide, 2): return [swapped(call.arguments[0], call.arguments[1], in: expression)]
        case ("ratio", 3): return [swapped(call.arguments[1], call.arguments[2], in: expression)]
        default: return []
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard let mapping = part.node.mapping, let test = mapping["test"], let against = mapping["against"],
              let first = mapping.keys.firstIndex(of: "test"), let second = mapping.keys.firstIndex(of: "against")
        else { return [] }
        let root = rule.root.replacing(at: part.steps + [.entry(first)], with: against)
            .replacing(at: part.steps + [.entry(second)], with: test)
        return [RuleChange(
            root: rule.changed(root), before: "test: \(test.scalar?.text ?? "…")", after: "test: \(against.scalar?.text ?? "…")", location: test.location,
            hint: Localized(zh: "一个一方低于另一方的用例", en: "a case in which one side is below the other"))]
    }

    private func swapped(_ left: Expression, _ right: Expression, in expression: MutableExpression) -> ExpressionEdit {
        let range = left.range.lowerBound..<right.range.upperBound
        let between = expression.text(left.range.upperBound..<right.range.lowerBound)
        return ExpressionEdit(
            range: range, text: expression.text(right) + between + expression.text(left),
            hint: Localized(zh: "一个分子与分母不相等的用例", en: "a case in which numerator and denominator differ"))
    }
}
