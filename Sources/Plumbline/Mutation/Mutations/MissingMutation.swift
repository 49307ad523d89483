import Diagnostics
import YAML

/// Another way to take missing cells.
struct MissingMutation: Mutation {
    let kind = MutationKind.missing

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.keys == ["missing"] else { return [] }
        return MissingPolicy.Name.allCases.map(\.rawValue).filter { $0 != rule.plan.missing.name || part.node.mapping != nil }.map { name in
            RuleChange(
                root: rule.replacing(part, text: name), before: "missing: \(part.node.scalar?.text ?? rule.plan.missing.name)",
                after: "missing: \(name)", location: part.node.location,
                hint: Localized(
                    zh: "一个部分数据未填报、其余足以判定的用例", en: "a case in which some cells are missing and the others would decide"))
        }
    }
}
