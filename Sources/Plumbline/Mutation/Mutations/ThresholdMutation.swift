import CEL
import Diagnostics
import Quantities
import YAML

/// A limit that is a little off: one step of its last written digit up and down, and ten; of a limit to one side ten only where no case
/// notices the one.
struct ThresholdMutation: Mutation {
    let kind = MutationKind.threshold

    private static let steps: [Int64] = [1, -1, 10, -10]

    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] {
        guard case .constant(let value) = node.node, node.macroCall == nil else { return [] }
        let (text, quote) = Self.literal(expression.text(node), value)
        guard let text, quote.isEmpty || Self.isQuantity(node, in: expression) else { return [] }
        let sense = Self.comparison(with: node, in: expression)
        // What comes of a count of elements on this side of a limit need not change the same way with ten steps as with one.
        let isOfElements = expression.nodes.contains { $0.macroCall != nil && $0.range.contains(node.range.lowerBound) }
        return Self.neighbours(of: text).map { number, step in
            ExpressionEdit(
                range: node.range, text: quote + number + quote, hint: Self.hint(of: node, text, step, in: expression),
                noticedBy: sense.outcome(turnedBy: step),
                smaller: isOfElements ? nil : Self.smaller(SteppedNumber(text), step, sense).map { quote + $0 + quote })
        }
    }

    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] {
        guard part.kind == .limit, let scalar = part.node.scalar, Self.isLimit(part, scalar.text) else { return [] }
        let (number, sense) = (SteppedNumber(scalar.text), Self.sense(of: part))
        return Self.neighbours(of: scalar.text).map { text, step in
            RuleChange(root: rule.replacing(part, text: text), mistake: Mistake(
                before: "\(part.key): \(scalar.text)", after: "\(part.key): \(text)", location: part.node.location,
                hint: Self.hint(number, step, sense, scalar.text), noticedBy: sense.outcome(turnedBy: step),
                smaller: Self.smaller(number, step, sense).map { "\(part.key): \($0)" }))
        }
    }
}

private extension ThresholdMutation {
    /// On which side of a limit a value passes.
    enum Sense {
        case atLeast, moreThan, atMost, lessThan, other

        /// What comes out otherwise near a limit that is moved: what passed where it becomes stricter.
        func outcome(turnedBy step: Int64) -> Outcome? {
            switch self {
            case .atLeast, .moreThan: step > 0 ? .pass : .fail
            case .atMost, .lessThan: step < 0 ? .pass : .fail
            case .other: nil
            }
        }
    }

    static func neighbours(of text: String) -> [(text: String, step: Int64)] {
        guard let number = SteppedNumber(text) else { return [] }
        return steps.map { (number.stepped(by: $0), $0) }.filter { isSensible($0.text) || text.hasPrefix("-") }
    }

    /// One step the same way, where more than one was made. Only of limits that are moved to one side: a value that is one step off a
    /// figure to be met exactly is noticed by a case with that value, to which ten steps make no difference.
    static func smaller(_ number: SteppedNumber?, _ step: Int64, _ sense: Sense) -> String? {
        sense == .other || abs(step) == 1 ? nil : number?.stepped(by: step.signum())
    }

    /// A limit below zero is no step from one above, but another thing.
    static func isSensible(_ text: String) -> Bool { !text.hasPrefix("-") }

    static func isLimit(_ part: RulePart, _ text: String) -> Bool {
        guard !["pattern", "matches", "side", "unit"].contains(part.key) else { return false }
        return (try? Quantity.parse(text)) != nil
    }

    /// The text of a number or of a quantity in quotes, without these.
    static func literal(_ text: String, _ value: Value) -> (String?, quote: String) {
        if case .string(let inner) = value { return (inner, text.hasPrefix("\"") ? "\"" : "'") }
        return (text.first?.isNumber == true || text.hasPrefix("-") ? text : nil, "")
    }

    /// Whether a text is the argument of `q`.
    static func isQuantity(_ node: Expression, in expression: MutableExpression) -> Bool {
        expression.nodes.contains { call in
            call.isQuantity(of: node)
        }
    }

    /// A number that something is compared with is a value that a case can have. One that another is made with, a factor or an
    /// exponent, is none: there a case has to lie where the two come apart.
    static func hint(of node: Expression, _ text: String, _ step: Int64, in expression: MutableExpression) -> Localized {
        let compared = expression.nodes.filter { senses.keys.contains($0.writtenCall?.function ?? "") || $0.writtenCall?.function == Operator.equals }
        let sides = compared.flatMap { $0.writtenCall?.arguments ?? [] }
        if sides.contains(where: { $0.range == node.range || $0.isQuantity(of: node) }) {
            return hint(SteppedNumber(text), step, comparison(with: node, in: expression), text)
        }
        if let comparison = compared.last(where: { $0.range.contains(node.range.lowerBound) }) {
            return .caseOnBothSides(expression.text(comparison))
        }
        return Localized(zh: "一个结论取决于 \(text) 的用例", en: "a case whose verdict rests on \(text)")
    }

    static func comparison(with node: Expression, in expression: MutableExpression) -> Sense {
        for call in expression.nodes {
            guard let (function, _, sides) = call.writtenCall, sides.count == 2, let sense = senses[function] else { continue }
            if sides[1].range == node.range || sides[1].isQuantity(of: node) { return sense }
            if sides[0].range == node.range || sides[0].isQuantity(of: node) { return mirrored(sense) }
        }
        return .other
    }

    static let senses: [String: Sense] = [
        Operator.greaterOrEqual: .atLeast, Operator.greater: .moreThan, Operator.lessOrEqual: .atMost, Operator.less: .lessThan,
    ]

    static func mirrored(_ sense: Sense) -> Sense {
        switch sense {
        case .atLeast: .atMost
        case .moreThan: .lessThan
        case .atMost: .atLeast
        case .lessThan: .moreThan
        case .other: .other
        }
    }

    static func sense(of part: RulePart) -> Sense {
        switch part.keys.last(where: { $0 != "limit" && $0 != "value" }) {
        case "at_least": .atLeast
        case "more_than": .moreThan
        case "at_most": .atMost
        case "less_than": .lessThan
        default: .other
        }
    }

    /// A value that one of the two limits lets pass and the other does not.
    static func hint(_ number: SteppedNumber?, _ step: Int64, _ sense: Sense, _ text: String) -> Localized {
        let between = number?.towards(step > 0 ? 1 : -1) ?? text
        return switch (sense, step > 0) {
        case (.atLeast, true), (.atMost, false), (.moreThan, false), (.lessThan, true), (.other, _): at(text, isExact: true)
        default: between == number?.stepped(by: step > 0 ? 1 : -1) ? at(between, isExact: false) : .caseBetween(number?.stepped(by: step) ?? text, text, between, isAbove: step > 0)
        }
    }

    static func at(_ text: String, isExact: Bool) -> Localized {
        isExact ? Localized(zh: "一个恰好为 \(text) 的用例", en: "a case at exactly \(text)")
            : Localized(zh: "一个 \(text) 的用例", en: "a case with \(text)")
    }
}

private extension Localized {
    /// A share need not have so many digits: any figure between the two will do.
    ///
    /// - Parameter isAbove: Whether the other figure is the greater one.
    static func caseBetween(_ other: String, _ text: String, _ example: String, isAbove: Bool) -> Localized {
        let (low, high) = isAbove ? (text, other) : (other, text)
        return Localized(
            zh: "一个介于 \(low) 和 \(high) 之间的用例，例如 \(example)", en: "a case between \(low) and \(high), such as \(example)")
    }
}

private extension Expression {
    /// Whether this is `q(…)` of a text.
    func isQuantity(of text: Expression) -> Bool {
        guard let (function, target, arguments) = writtenCall else { return false }
        return function == "q" && target == nil && arguments.first?.range == text.range
    }
}
