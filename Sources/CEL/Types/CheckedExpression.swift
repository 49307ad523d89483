/// An expression whose names and types are settled.
public struct CheckedExpression: Sendable {
    /// The tree with full names, with literals converted, and with a distinct id for every node.
    public let root: Expression
    /// Every variable that the expression mentions, once, in the order of the text.
    public let referencedVariables: [String]
    /// The type of each node, by id.
    private let types: [Type]
    /// The overloads that a call may mean, by the call's id.
    private let overloads: [Int: [Overload]]

    init(root: Expression, types: [Type], overloads: [Int: [Overload]], referencedVariables: [String]) {
        self.root = root
        self.types = types
        self.overloads = overloads
        self.referencedVariables = referencedVariables
    }

    /// The type of the whole expression.
    public var type: Type { type(of: root) }

    /// How many ids there are for nodes.
    var nodeCount: Int { types.count }

    /// The type of a node of `root`.
    public func type(of expression: Expression) -> Type {
        types.indices.contains(expression.id) ? types[expression.id] : .dyn
    }

    /// The ids of the overloads that a call in `root` may mean: one where the types decide, several
    /// where the values have to; empty for other nodes and for what is built in (`&&`, `||`, `?:`).
    public func overloadIDs(of expression: Expression) -> [String] { overloads[expression.id]?.map(\.id) ?? [] }

    func overloads(of expression: Expression) -> [Overload] { overloads[expression.id] ?? [] }
}
