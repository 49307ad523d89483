import CEL
import Diagnostics
import Quantities
import YAML

/// A unit mistaken for another: percent for permille or points, 万 left out.
struct UnitMutation: Mutation {
    let kind = MutationKind.unit

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard let call = node.writtenCall, call.function == "q", call.target == nil, let argument = call.arguments.first,
              case .constant(.string(let text)) = argument.node
        else { return [] }
        return Self.others(of: text).map { other in
            ExpressionEdit(range: argument.range, text: "'\(other)'", hint: Self.hint(text), noticedBy: .fail)
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.kind == .limit, let text = part.node.scalar?.text else { return [] }
        // Points differ from percent only where percent are of something.
        let isRelative = part.key == "tolerance"
        return Self.others(of: text, apartFromPoints: isRelative).map { other in
            RuleChange(
                root: rule.replacing(part, text: other), before: "\(part.key): \(text)", after: "\(part.key): \(other)",
                location: part.node.location, hint: Self.hint(text), noticedBy: .fail)
        }
    }

    private static let swaps = [("%", "‰"), ("%", "pp"), ("‰", "%"), ("百分点", "%"), ("pp", "%"), ("万", ""), ("亿", "万")]

    private static func others(of text: String, apartFromPoints: Bool = false) -> [String] {
        // Nought is nought in every unit.
        guard let quantity = try? Quantity.parse(text), quantity.unit != nil, !quantity.value.isZero else { return [] }
        return swaps.compactMap { unit, other in
            guard let place = text.firstRange(of: unit) else { return nil }
            let mutant = text.replacingCharacters(in: place, with: other)
            guard let changed = try? Quantity.parse(mutant), changed.value != quantity.value || apartFromPoints else { return nil }
            return mutant
        }
    }

    private static func hint(_ text: String) -> Localized {
        Localized(zh: "一个恰好为 \(text) 的用例", en: "a case at exactly \(text)")
    }
}

private extension String {
    func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
