import CEL
import Diagnostics
import OrderedCollections
import YAML

/// A neighbouring value of an ordered enumeration.
struct EnumerationMutation: Mutation {
    let kind = MutationKind.enumeration

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard case .constant(.string(let text)) = node.node, node.macroCall == nil else { return [] }
        return Self.neighbours(of: text, in: expression.scope.vocabulary).map { other in
            ExpressionEdit(range: node.range, text: "'\(other)'", hint: Self.hint(text, other))
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.kind == .limit, let text = part.node.scalar?.text else { return [] }
        return Self.neighbours(of: text, in: rule.vocabulary).map { other in
            RuleChange(
                root: rule.replacing(part, text: other), before: "\(part.key): \(text)", after: "\(part.key): \(other)",
                location: part.node.location, hint: Self.hint(text, other))
        }
    }

    /// The values just above and below; of a band, those around it.
    private static func neighbours(of text: String, in vocabulary: Vocabulary) -> [String] {
        for enumeration in vocabulary.enumerations.values where enumeration.isOrdered {
            let ranks = enumeration.rank(of: text).map { $0...$0 } ?? enumeration.band(named: text)?.ranks
            guard let ranks else { continue }
            return [ranks.lowerBound + 1, ranks.lowerBound - 1].filter(enumeration.members.indices.contains).map { enumeration.members[$0].id }
        }
        return []
    }

    private static func hint(_ text: String, _ other: String) -> Localized {
        Localized(zh: "“\(text)”与“\(other)”各一个用例", en: "a case at '\(text)' and one at '\(other)'")
    }
}
