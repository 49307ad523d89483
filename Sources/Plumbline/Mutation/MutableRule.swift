import CEL
import Diagnostics
import OrderedCollections
import YAML

/// A rule as mutations see it: its text as a tree, with the parts that decide something.
struct MutableRule {
    let rule: Rule
    let plan: RulePlan
    let vocabulary: Vocabulary
    let root: YAMLNode
    let parts: [RulePart]

    /// nil for a rule that was read from no text.
    init?(_ plan: RulePlan, vocabulary: Vocabulary) {
        guard let node = plan.rule.node else { return nil }
        (rule, self.plan, self.vocabulary) = (plan.rule, plan, vocabulary)
        // The cases are what the mistakes are held against, and stay as they are.
        root = node.removing(["cases", "example"])
        parts = RulePart.all(of: root) + RulePart.filledIn(plan.rule.template, in: root)
    }

    /// The rule with another node in a part's place, or without the part where that is nil.
    func replacing(_ part: RulePart, with node: YAMLNode?) -> TemplateExpander.RuleText {
        guard let name = part.parameter, let node, var use = rule.template else { return changed(root.replacing(at: part.steps, with: node)) }
        use.arguments[name]?.value = node
        return TemplateExpander.RuleText(node: root, use: use)
    }

    func replacing(_ part: RulePart, text: String) -> TemplateExpander.RuleText { replacing(part, with: part.node.replacing(text: text)) }

    func replacing(_ part: RulePart, key: String) -> TemplateExpander.RuleText { changed(root.renamingKey(at: part.steps, to: key)) }

    /// A text in place of the rule's own, with the same values filled in.
    func changed(_ root: YAMLNode) -> TemplateExpander.RuleText { TemplateExpander.RuleText(node: root, use: rule.template) }
}
