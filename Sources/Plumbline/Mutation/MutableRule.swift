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

/// A rule with one mistake in it.
struct RuleChange {
    var root: TemplateExpander.RuleText
    var before: String
    /// What stands there instead; empty for what was taken out.
    var after: String
    var location: Location
    var hint: Localized
}

/// A mistake in the text of an expression.
struct ExpressionEdit {
    /// What is replaced, in code points.
    var range: Range<Int>
    var text: String
    /// What a report shows as changed, where that is more than what is replaced.
    var shown: (before: String, after: String)?
    /// Where a report points, where that is less than what is replaced.
    var place: Range<Int>?
    var hint: Localized
}

/// An expression of a rule, with its text, so that mistakes are made in what the author wrote.
struct MutableExpression {
    let part: RulePart
    let rule: MutableRule
    let tree: Expression
    private let text: [Unicode.Scalar]

    /// nil for what is no expression, or does not parse.
    init?(_ part: RulePart, of rule: MutableRule) {
        guard part.kind == .expression, let scalar = part.node.scalar, let tree = Self.tree(scalar.text)
        else { return nil }
        (self.part, self.rule, self.tree) = (part, rule, tree)
        text = Array(scalar.text.unicodeScalars)
    }

    /// Parsing needs the macros of the rule language, and no table.
    private static let environment = RuleEnvironment.of(
        variables: [:], vocabulary: Vocabulary(), setting: RuleSetting(), functions: [])

    /// The tree of an expression as it is written, macros' calls and all; nil where it does not parse.
    static func tree(_ text: String) -> Expression? { try? environment.parse(text) }

    /// Every node as it is written: within a macro's call, what the call says.
    var nodes: [Expression] {
        var nodes: [Expression] = []
        var open = [tree]
        while let node = open.popLast() {
            nodes.append(node)
            open += node.written.reversed()
        }
        return nodes
    }

    func text(_ range: Range<Int>) -> String {
        var string = ""
        string.unicodeScalars.append(contentsOf: text[range.clamped(to: 0..<text.count)])
        return string
    }

    /// Where an operator's sign or a function's name stands, a macro's too.
    func name(of node: Expression) -> Range<Int> {
        guard node.macroCall != nil, let call = node.writtenCall, let target = call.target else { return node.focus }
        let point = text[target.range.upperBound...].firstIndex(of: ".") ?? target.range.upperBound
        let start = text[(point + 1)...].firstIndex { !$0.properties.isWhitespace } ?? point
        return start..<min(start + call.function.unicodeScalars.count, text.count)
    }

    func text(_ node: Expression) -> String { CellText.trimmed(text(node.range)) }

    /// The rule with an edit made, as a change of the whole.
    func change(_ edit: ExpressionEdit) -> RuleChange? {
        guard let scalar = part.node.scalar else { return nil }
        let whole = text(0..<edit.range.lowerBound) + edit.text + text(edit.range.upperBound..<text.count)
        return RuleChange(
            root: rule.replacing(part, text: whole), before: edit.shown?.before ?? text(edit.range),
            after: edit.shown?.after ?? edit.text, location: scalar.location(of: edit.place ?? edit.range), hint: edit.hint)
    }
}

extension Expression {
    /// The nodes directly below as the text has them: of a macro's call its target and arguments.
    var written: [Expression] {
        guard case .call(_, let target, let arguments)? = macroCall else { return children }
        return (target.map { [$0] } ?? []) + arguments
    }

    /// The function, target and arguments of a call as it is written, a macro's too.
    var writtenCall: (function: String, target: Expression?, arguments: [Expression])? {
        guard case .call(let function, let target, let arguments) = macroCall ?? node else { return nil }
        return (function, target, arguments)
    }
}
