import Diagnostics
import YAML

/// A coverage that was forgotten, or the groups that it asks for.
struct CoverageMutation: Mutation {
    let kind = MutationKind.coverage

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        switch part.keys {
        case ["coverage"]:
            [RuleChange(
                root: rule.replacing(part, with: nil), before: "coverage: …", after: "", location: part.node.location,
                hint: Localized(zh: "一个有的达标、有的不达标的用例", en: "a case with some records that pass and some that do not"))]
        case ["coverage", "per"]:
            [RuleChange(
                root: rule.replacing(part, with: nil), before: "per: \(part.node.scalar?.text ?? "…")", after: "",
                location: part.node.location,
                hint: Localized(zh: "一个合计达标、其中一组不达标的用例", en: "a case with two groups, one of which falls short while all together do not"))]
        default: []
        }
    }
}
