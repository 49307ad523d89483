import CEL
import OrderedCollections
import YAML

extension MutableRule {
    /// Every mistake in the rule, its template's among them, kind by kind, in the order of the text.
    var changes: [(MutationKind, RuleChange)] {
        let scope = MutationScope(rule, vocabulary: vocabulary)
        let expressions = parts.filter { $0.kind == .expression }.compactMap { part in
            part.node.scalar.flatMap { MutableExpression($0, in: scope) }.map { (part, $0, $0.nodes) }
        }
        return builtInMutations.flatMap { mutation in
            let inText = parts.flatMap { mutation.changes(at: $0, of: self) }
            let inExpressions = expressions.flatMap { part, expression, nodes in
                nodes.flatMap { mutation.edits(at: $0, of: expression) }.map { edit in
                    let (text, mistake) = expression.changed(edit)
                    return RuleChange(root: replacing(part, text: text), mistake: mistake)
                }
            }
            return (inText + inExpressions).map { (mutation.kind, $0) }
        }
    }

    /// Whether a mistake stands in the rule's template, or in what that fills in where an entry does not: it is one in every rule that
    /// the template makes so.
    func isOfTemplate(_ mistake: Mistake) -> Bool {
        guard let use = rule.template else { return false }
        return TemplateFaults(use).isOfTemplate(mistake.location)
            || use.arguments.values.contains { $0.isFallback && $0.value.holds(mistake.location) }
    }
}
