import YAML

extension Rule {
    /// The texts of everything in the rule that can name a parameter: expressions and limits.
    var expressionTexts: [String] {
        [scope?.text, coverage?.per?.text].compactMap(\.self) + requirement.expressionTexts
            + (coverage?.target.limit.texts ?? []) + otherReadings.flatMap(\.rule.expressionTexts)
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

private extension YAMLNode {
    /// All texts in the node.
    var texts: [String] {
        if let scalar { return [scalar.text] }
        if let sequence { return sequence.flatMap(\.texts) }
        return mapping?.entries.flatMap(\.value.texts) ?? []
    }
}
