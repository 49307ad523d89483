import OrderedCollections
import YAML

/// Puts what was filled in into the places of a template's YAML that consist of a parameter and nothing else.
///
/// Parameters within longer expressions stay there: they are filled in as parts of the expression's tree, see
/// ``FilledParameters``. Nothing is ever pasted into a text.
struct TemplateSubstitution {
    private let arguments: OrderedDictionary<String, TemplateUse.Argument>
    /// How many nodes may still be made; 0 where there were too many.
    private(set) var nodesLeft: Int

    init(_ use: TemplateUse, nodesLeft: Int) {
        arguments = use.arguments
        self.nodesLeft = nodesLeft
    }

    /// The node with the values in it, each at the place where its author wrote it.
    mutating func filled(_ node: YAMLNode) -> YAMLNode {
        guard nodesLeft > 0 else { return node }
        nodesLeft -= 1
        // A limit that is a parameter is what was filled in, with its unit: `{value: params.least}` is `85%`.
        if let mapping = node.mapping, mapping.entries.count == 1, let value = mapping["value"], let argument = argument(value),
           !argument.isPath {
            return taken(argument)
        }
        if let argument = argument(node) { return taken(argument) }
        return node.mapChildren { child, key in isListInExpression(child, under: key) ? child : filled(child) }
    }

    /// A list of values for which an expression stands: it is filled in as a part of the expression's tree, where YAML's list
    /// would be none.
    private func isListInExpression(_ node: YAMLNode, under key: String?) -> Bool {
        guard let key, Self.expressionKeys.contains(key), let argument = argument(node), !argument.isPath else { return false }
        return argument.value.sequence != nil
    }

    private static let expressionKeys: Set<String> = ["as", "observe", "require", "value", "where", "when", "test", "against"]

    private func argument(_ node: YAMLNode) -> TemplateUse.Argument? {
        node.scalar.flatMap { ParameterName($0.text) }.flatMap { arguments[$0.name] }
    }

    private mutating func taken(_ argument: TemplateUse.Argument) -> YAMLNode {
        nodesLeft -= argument.value.sequence?.count ?? 0
        return argument.value
    }
}
