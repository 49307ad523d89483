import Diagnostics
import YAML

/// A named record that was forgotten: one of `subjects`, one of `except`, or all of `except`.
struct ExceptionMutation: Mutation {
    let kind = MutationKind.exception

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.kind == .names, part.keys.count == 1, part.key == "subjects" || part.key == "except" else { return [] }
        if case .item? = part.steps.last { return [without(part, of: rule)] }
        return part.key == "except" ? [without(part, of: rule)] : []
    }

    private func without(_ part: RulePart, of rule: MutableRule) -> RuleChange {
        let name = part.node.scalar?.text ?? part.node.mapping?["record"]?.scalar?.text
        let shown = name ?? part.key
        return RuleChange(
            root: rule.replacing(part, with: nil), before: "\(part.key): \(name ?? "…")", after: "", location: part.node.location,
            hint: part.key == "subjects"
                ? Localized(zh: "一个“\(shown)”的用例", en: "a case of '\(shown)'")
                : Localized(zh: "一个“\(shown)”的用例，结论为 not_applicable", en: "a case of '\(shown)', which is not_applicable"))
    }
}
