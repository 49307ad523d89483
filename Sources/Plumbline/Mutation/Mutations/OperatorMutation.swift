import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Another operator or quantifier in an expression, another kind of limit under a target.
struct OperatorMutation: Mutation {
    let kind = MutationKind.comparison

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard let call = node.writtenCall else { return [] }
        let swaps = (Self.spellings[call.function] ?? []).map { spelling in
            ExpressionEdit(
                range: expression.name(of: node), text: spelling, shown: shown(node, spelling, in: expression),
                hint: hint(call, spelling, in: expression), noticedBy: Self.outcome(of: expression.text(expression.name(of: node)), spelling))
        }
        return swaps + negations(node, call, in: expression)
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.kind == .limit, case .entry? = part.steps.last else { return [] }
        return (Self.limits[part.key] ?? []).filter { !Self.isSame(part, $0, rule) }.map { key in
            RuleChange(
                root: rule.replacing(part, key: key), before: Self.shown(part.key, part), after: Self.shown(key, part),
                location: part.node.location, hint: Self.hint(part.key, key, part), noticedBy: Self.outcome(of: part.key, key))
        }
    }
}

private extension OperatorMutation {
    static let spellings: [String: [String]] = [
        Operator.greaterOrEqual: [">", "<="], Operator.greater: [">=", "<"], Operator.lessOrEqual: ["<", ">="],
        Operator.less: ["<=", ">"], Operator.equals: ["!="], Operator.notEquals: ["=="], Operator.and: ["||"],
        Operator.or: ["&&"], Operator.add: ["-"], Operator.subtract: ["+"], Operator.multiply: ["/"],
        "all": ["exists"], "exists": ["all"], "exists_one": ["exists"],
    ]

    static let limits: [String: [String]] = [
        "at_least": ["more_than", "at_most"], "more_than": ["at_least", "less_than"], "at_most": ["less_than", "at_least"],
        "less_than": ["at_most", "more_than"], "equals": ["at_least", "at_most"], "reaches": ["at_most"],
        "any_of": ["all_of"], "all_of": ["any_of"], "growth": ["change"], "rising": ["falling"], "falling": ["rising"],
    ]

    /// By what is written, the others in whose place mostly a case that fails comes out otherwise.
    static let turnsFailed: [String: Set<String>] = [
        ">": [">="], "<": ["<="], "all": ["exists"], "exists_one": ["exists"], "more_than": ["at_least"], "less_than": ["at_most"],
        "equals": ["at_least", "at_most"], "at_least": ["at_most"], "at_most": ["at_least"], "all_of": ["any_of"],
    ]

    /// The same of cases that pass.
    static let turnsPassed: [String: Set<String>] = [
        ">=": [">"], "<=": ["<"], "exists": ["all"], "at_least": ["more_than"], "at_most": ["less_than"], "any_of": ["all_of"],
        "==": ["!="], "!=": ["=="], "more_than": ["less_than"], "less_than": ["more_than"],
    ]

    static func outcome(of written: String, _ other: String) -> Outcome? {
        if turnsFailed[written]?.contains(other) == true { return .fail }
        return turnsPassed[written]?.contains(other) == true ? .pass : nil
    }

    /// A count is none where it is at most none.
    static func isSame(_ part: RulePart, _ other: String, _ rule: MutableRule) -> Bool {
        guard part.key == "equals", other == "at_most", let text = part.node.scalar?.text, (try? Quantity.parse(text))?.value.isZero == true,
              case .target(let observe, _) = rule.rule.requirement
        else { return false }
        let field = rule.vocabulary.tables[rule.rule.table]?.fields[CellText.trimmed(observe.text)]
        let isCount = [".count(", ".distinct("].contains { observe.text.contains($0) }
        return isCount || field?.range?.lower.map { !$0.isNegative } == true
    }

    static func shown(_ key: String, _ part: RulePart) -> String {
        part.node.scalar.map { "\(key): \($0.text)" } ?? "\(key): …"
    }

    func negations(
        _ node: Expression, _ call: (function: String, target: Expression?, arguments: [Expression]), in expression: MutableExpression
    ) -> [ExpressionEdit] {
        switch (call.function, call.arguments.first) {
        case (Operator.not, let operand?) where call.arguments.count == 1:
            [ExpressionEdit(range: node.range, text: expression.text(operand), hint: .caseOnBothSides(expression.text(operand)))]
        case (Operator.isIn, _):
            [ExpressionEdit(range: node.range, text: "!(\(expression.text(node)))", hint: .caseOnBothSides(expression.text(node)))]
        default: []
        }
    }

    /// The operator with what stands on its sides, where that is short enough to read.
    func shown(_ node: Expression, _ spelling: String, in expression: MutableExpression) -> (before: String, after: String)? {
        let (range, name) = (node.range, expression.name(of: node))
        guard range.count <= 48, range.lowerBound <= name.lowerBound, name.upperBound <= range.upperBound else { return nil }
        let (before, after) = (expression.text(range.lowerBound..<name.lowerBound), expression.text(name.upperBound..<range.upperBound))
        return (CellText.trimmed(expression.text(range)), CellText.trimmed(before + spelling + after))
    }

    func hint(
        _ call: (function: String, target: Expression?, arguments: [Expression]), _ spelling: String, in expression: MutableExpression
    ) -> Localized {
        let sides = call.arguments.map { expression.text($0) }
        let (left, right) = (sides.first ?? "", sides.last ?? "")
        switch (call.function, spelling) {
        case (Operator.greaterOrEqual, ">"), (Operator.greater, ">="), (Operator.lessOrEqual, "<"), (Operator.less, "<="):
            return Localized(zh: "一个 \(left) 恰好等于 \(right) 的用例", en: "a case in which \(left) is exactly \(right)")
        case (Operator.and, _), (Operator.or, _):
            return Localized(zh: "一个只满足其中一项的用例：\(left)，\(right)", en: "a case in which only one of \(left) and \(right) holds")
        case ("all", _), ("exists", _):
            return Localized(zh: "一个列表中有的满足、有的不满足的用例", en: "a case with a list of which some meet the condition and some do not")
        case ("exists_one", _):
            return Localized(zh: "一个有两项满足条件的用例", en: "a case in which two of the list meet the condition")
        case (Operator.add, _), (Operator.subtract, _):
            return Localized(zh: "一个 \(right) 不为零、且结论取决于它的用例", en: "a case in which \(right) is not zero and decides")
        default: return .caseOnBothSides("\(left) \(Operator.spelling(of: call.function) ?? call.function) \(right)")
        }
    }

    static func hint(_ key: String, _ other: String, _ part: RulePart) -> Localized {
        let limit = part.node.scalar?.text
        switch (key, other) {
        case ("at_least", "more_than"), ("more_than", "at_least"), ("at_most", "less_than"), ("less_than", "at_most"):
            return limit.map { Localized(zh: "一个恰好为 \($0) 的用例", en: "a case at exactly \($0)") }
                ?? Localized(zh: "一个恰好在限值上的用例", en: "a case exactly at the limit")
        case ("any_of", _), ("all_of", _):
            return Localized(zh: "一个只满足其中一项要求的用例", en: "a case that meets one of the alternatives and not the others")
        case ("equals", "at_least"), ("reaches", _):
            return Localized(zh: "一个高于限值的用例", en: "a case above the limit")
        case ("equals", _): return Localized(zh: "一个低于限值的用例", en: "a case below the limit")
        default: return Localized(zh: "限值两侧各一个用例", en: "a case on either side of the limit")
        }
    }
}

extension Localized {
    static func caseOnBothSides(_ condition: String) -> Localized {
        Localized(zh: "一个满足、一个不满足 \(condition) 的用例", en: "a case in which \(condition) holds, or one in which it does not")
    }

    static func caseWithout(_ condition: String) -> Localized {
        Localized(zh: "一个其余条件都满足、只有 \(condition) 不满足的用例", en: "a case in which all else holds and \(condition) does not")
    }
}
