import OrderedCollections
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
        // What a list's entry fills in for a template may be a parameter of the ruleset.
        return texts + (coverage?.target.limit.texts ?? []) + (template?.arguments.values.flatMap(\.value.texts) ?? [])
    }
}
