import CEL
import Diagnostics
import OrderedCollections
import YAML

/// One figure of a list taken for another: the mean for the median, the least for the most.
struct AggregateMutation: Mutation {
    let kind = MutationKind.aggregate

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard let call = node.writtenCall, let list = call.target, let other = Self.others[call.function] else { return [] }
        if Self.ofOne.contains(call.function), Self.ofOne.contains(other), expression.holdsOneAtMost(list) { return [] }
        return [ExpressionEdit(
            range: expression.name(of: node), text: other,
            hint: Localized(
                zh: "一个 \(call.function) 与 \(other) 不相等、且结论不同的用例", en: "a case with a list of which \(call.function) and \(other) differ"))]
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.key == "compare", let scalar = part.node.scalar else { return [] }
        return (Self.comparisons[scalar.text] ?? []).map { other in
            RuleChange(
                root: rule.replacing(part, text: other), before: "compare: \(scalar.text)", after: "compare: \(other)",
                location: part.node.location,
                hint: Localized(
                    zh: "一个一方至少三人、均值与中位数不同的用例", en: "a case with at least three on a side, of which mean and median differ"))
        }
    }

    /// What is the same of a list with one element, and of an empty one.
    private static let ofOne: Set<String> = ["avg", "median", "min", "max"]

    private static let others = [
        "avg": "median", "median": "avg", "min": "max", "max": "min", "latest": "earliest", "earliest": "latest", "sum": "avg",
    ]
    private static let comparisons = ["mean": ["median"], "median": ["mean"], "each": ["mean"]]
}

private extension MutableExpression {
    /// Whether a list cannot have two records: those of one period, where a record of it is its parent and the period.
    func holdsOneAtMost(_ list: Expression) -> Bool {
        guard let call = list.writtenCall, call.function == "at", call.arguments.count == 1 else { return false }
        switch call.target?.node {
        case .identifier(let name)?: return scope.vocabulary.lists(of: scope.table).first { $0.name == name }.map(holdsOneAPeriod) ?? false
        // What record it is a list of is not known here: so it is with all that are called so.
        case .select(_, let name, false)?:
            let lists = scope.vocabulary.tables.keys.flatMap { scope.vocabulary.lists(of: $0) }.filter { $0.name == name }
            return !lists.isEmpty && lists.allSatisfy(holdsOneAPeriod)
        default: return false
        }
    }

    private func holdsOneAPeriod(_ list: Vocabulary.List) -> Bool {
        guard let field = list.field, let table = scope.vocabulary.tables[list.table], table.keyNamesPeriod else { return false }
        return table.entityFields == [field]
    }
}
