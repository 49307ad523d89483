import CEL
import Diagnostics
import YAML

/// A condition that was forgotten: one of those that `&&` or `||` join, the whole of `where`, the condition of an aggregate.
struct FilterMutation: Mutation {
    let kind = MutationKind.filter

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard let call = node.writtenCall else { return [] }
        switch (call.function, call.arguments.count) {
        case (Operator.and, 2), (Operator.or, 2): return joined(node, call.function, call.arguments, in: expression)
        case ("count", 2): return [ExpressionEdit(
            range: (call.target?.range.upperBound ?? node.range.lowerBound)..<node.range.upperBound, text: ".count()",
            hint: .caseWithout(expression.text(call.arguments[1])))]
        case ("filter", 2):
            guard let target = call.target else { return [] }
            return [ExpressionEdit(
                range: target.range.upperBound..<node.range.upperBound, text: "", hint: .caseWithout(expression.text(call.arguments[1])))]
        default: return []
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.key == "where", let scalar = part.node.scalar else { return [] }
        return [RuleChange(
            root: rule.replacing(part, with: nil), before: "where: \(CellText.trimmed(scalar.text))", after: "",
            location: part.node.location,
            hint: Localized(zh: "一个不在适用范围内的用例", en: "a case of a record that the rule does not apply to"),
            noticedBy: .notApplicable)]
    }

    /// Each term by itself; a term that is a chain again is taken apart further down.
    private func joined(
        _ node: Expression, _ function: String, _ sides: [Expression], in expression: MutableExpression
    ) -> [ExpressionEdit] {
        [(sides[0], sides[1]), (sides[1], sides[0])].compactMap { dropped, kept in
            if case .call(function, nil, _) = dropped.node, dropped.macroCall == nil { return nil }
            let term = expression.text(dropped)
            let hint = function == Operator.and ? Localized.caseWithout(term)
                : Localized(zh: "一个只有 \(term) 满足的用例", en: "a case in which only \(term) holds")
            // Brackets that the joined terms stood in are kept, whatever stands around.
            let text = expression.text(kept)
            return ExpressionEdit(
                range: node.range, text: Self.needsBrackets(kept) ? "(\(text))" : text, shown: (term, ""), place: dropped.range, hint: hint,
                noticedBy: .notApplicable)
        }
    }

    private static func needsBrackets(_ node: Expression) -> Bool {
        guard case .call(let function, nil, _) = node.node else { return false }
        return [Operator.and, Operator.or, Operator.conditional].contains(function)
    }
}
