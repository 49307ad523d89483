import YAML

extension Rule {
    /// The texts of everything in the rule that can name a parameter: expressions and limits.
    var expressionTexts: [String] {
        var texts = [scope?.text, coverage?.per?.text].compactMap(\.self)
        switch requirement {
        case .target(let observe, let target): texts += [observe.text] + target.limit.texts
        case .condition(let condition): texts.append(condition.text)
        case .bareTarget(let target): texts += target.limit.texts
        case .membership: break
        }
        return texts + (coverage?.target.limit.texts ?? [])
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
