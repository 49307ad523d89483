/// Finds the terms of a chain of `&&` or of `||` in the balanced tree that the parser makes of it.
///
/// A chain of *k* terms has the first *k* / 2 of them on its left. A tree of another shape was written with brackets,
/// or was built by code: some of its terms are chains themselves.
struct LogicalChain {
    private let function: String

    init(_ function: String) { self.function = function }

    /// The terms of the longest chain that makes this very tree, in order.
    ///
    /// - Complexity: O(*n* log *n*) in the operators of the tree.
    func terms(of expression: Expression) -> [Expression] {
        var terms: [Expression] = []
        collect(expression, count: lengths(of: expression).last ?? 1, into: &terms)
        return terms
    }

    private func collect(_ expression: Expression, count: Int, into terms: inout [Expression]) {
        guard count > 1, let (left, right) = sides(of: expression) else { return terms.append(expression) }
        collect(left, count: count / 2, into: &terms)
        collect(right, count: count - count / 2, into: &terms)
    }

    /// How many terms a chain may have that makes this tree, in ascending order; a tree is one term of itself.
    private func lengths(of expression: Expression) -> [Int] {
        guard let (left, right) = sides(of: expression) else { return [1] }
        let rights = Set(lengths(of: right))
        var lengths = [1]
        for half in self.lengths(of: left) {
            if rights.contains(half) { lengths.append(2 * half) }
            if rights.contains(half + 1) { lengths.append(2 * half + 1) }
        }
        return lengths
    }

    private func sides(of expression: Expression) -> (left: Expression, right: Expression)? {
        guard expression.macroCall == nil, case .call(function, nil, let arguments) = expression.node,
            arguments.count == 2
        else { return nil }
        return (arguments[0], arguments[1])
    }
}
