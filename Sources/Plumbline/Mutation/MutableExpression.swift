import CEL
import Diagnostics
import YAML

/// An expression with its text, so that mistakes are made in what the author wrote.
struct MutableExpression {
    let scalar: YAMLScalar
    let scope: MutationScope
    let tree: Expression
    private let text: [Unicode.Scalar]

    /// nil for what does not parse.
    init?(_ scalar: YAMLScalar, in scope: MutationScope) {
        guard let tree = Self.tree(scalar.text) else { return nil }
        (self.scalar, self.scope, self.tree) = (scalar, scope, tree)
        text = Array(scalar.text.unicodeScalars)
    }

    /// Parsing needs the macros of the rule language, and no table.
    private static let environment = RuleLanguage(Vocabulary()).environment(missing: .bounds)

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

    func text(_ range: Range<Int>) -> String { text.text(in: range) }

    /// Where an operator's sign or a function's name stands, a macro's too.
    func name(of node: Expression) -> Range<Int> {
        guard node.macroCall != nil, let call = node.writtenCall, let target = call.target else { return node.focus }
        let point = text[target.range.upperBound...].firstIndex(of: ".") ?? target.range.upperBound
        let start = text[(point + 1)...].firstIndex { !$0.properties.isWhitespace } ?? point
        return start..<min(start + call.function.unicodeScalars.count, text.count)
    }

    func text(_ node: Expression) -> String { CellText.trimmed(text(node.range)) }

    /// The text with an edit made, and what reports say of it.
    func changed(_ edit: ExpressionEdit) -> (text: String, mistake: Mistake) {
        let whole = text(0..<edit.range.lowerBound) + edit.text + text(edit.range.upperBound..<text.count)
        let mistake = Mistake(
            before: edit.shown?.before ?? text(edit.range), after: edit.shown?.after ?? edit.text,
            location: scalar.location(of: edit.place ?? edit.range), hint: edit.hint, noticedBy: edit.noticedBy, smaller: edit.smaller)
        return (whole, mistake)
    }
}
