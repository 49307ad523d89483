/// A part of a checked expression that has a value of its own.
public struct ExpressionPart: Sendable {
    /// The node, as it stands in the checked tree.
    public let expression: Expression
    /// How many parts it is nested in.
    public let depth: Int
}

extension CheckedExpression {
    /// The parts of the expression that have one value whatever is evaluated, each before those it is made of: the
    /// whole, and everything below it but literals and what stands inside of loops, which has a value for each turn.
    ///
    /// Nodes without a text of their own, such as those that macros make, are left out.
    ///
    /// - Complexity: O(*n*) in the nodes of the tree.
    public var parts: [ExpressionPart] {
        var parts: [ExpressionPart] = []
        Self.collect(root, depth: 0, within: nil, into: &parts)
        return parts
    }

    private static func collect(_ node: Expression, depth: Int, within outer: Range<Int>?, into parts: inout [ExpressionPart]) {
        if case .constant = node.node, outer != nil { return }
        let isPart = !node.range.isEmpty && node.range != outer
        if isPart { parts.append(ExpressionPart(expression: node, depth: depth)) }
        for child in node.constantChildren {
            collect(child, depth: isPart ? depth + 1 : depth, within: isPart ? node.range : outer, into: &parts)
        }
    }
}

private extension Expression {
    /// The nodes directly below that are evaluated once.
    var constantChildren: [Expression] {
        if case .comprehension(let loop) = node { return [loop.range] }
        return children
    }
}
