import OrderedCollections
import YAML

extension Rule {
    /// The texts of everything in the rule that can name a parameter: expressions and limits.
    var expressionTexts: [String] {
        [scope?.text, coverage?.per?.text].compactMap(\.self) + requirement.expressionTexts
            + (coverage?.target.limit.texts ?? []) + otherReadings.flatMap(\.rule.expressionTexts)
            // What a list's entry fills in for a template may be a parameter of the ruleset.
            + (template?.arguments.values.flatMap(\.value.texts) ?? [])
    }
}

private extension Rule.Requirement {
    var expressionTexts: [String] {
        switch self {
        case .target(let observe, let target): [observe.text] + target.limit.texts
        case .condition(let condition): [condition.text]
        case .bareTarget(let target): target.limit.texts
        case .membership: []
        case .arms(let arms): arms.arms.flatMap { [$0.scope?.text].compactMap(\.self) + $0.requirement.expressionTexts }
        }
    }
}
