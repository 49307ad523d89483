import CEL
import YAML

/// Writes expressions in one form, whatever their authors' spaces and brackets.
struct ExpressionsInOneForm {
    let environment: Environment

    func tree(_ scalar: YAMLScalar) -> Expression? { environment.filledRule(scalar.text) }

    func text(_ scalar: YAMLScalar) -> String? { tree(scalar)?.unparsed() }

    func text(_ scalar: YAMLScalar?) -> String { scalar.flatMap { text($0) } ?? "" }

    /// What a condition joins by `&&`; nil where it does not parse.
    func conditions(_ scalar: YAMLScalar?) -> Set<String>? {
        guard let scalar else { return [] }
        return tree(scalar).map { Set(Self.joined($0).map { $0.unparsed() }) }
    }

    private static func joined(_ tree: Expression) -> [Expression] {
        if case .call(Operator.and, nil, let sides) = tree.node { return sides.flatMap(joined) }
        return [tree]
    }
}
