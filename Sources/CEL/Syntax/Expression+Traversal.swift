/// Going through a tree, and making another one of it.
extension Expression {
    /// The nodes directly below, in the order of the text.
    public var children: [Expression] {
        switch node {
        case .constant, .identifier: []
        case .select(let operand, _, _): [operand]
        case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
        case .list(let elements): elements
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .record(_, let fields): fields.map(\.value)
        case .comprehension(let loop): [loop.range, loop.initial, loop.condition, loop.step, loop.result]
        }
    }

    /// Shows every node to a visitor, each before those below it.
    ///
    /// - Parameter visitor: Says whether to go on below the node.
    /// - Complexity: O(*n*) in the nodes.
    public func visit<Failure: Error>(_ visitor: (Expression) throws(Failure) -> Bool) throws(Failure) {
        guard try visitor(self) else { return }
        for child in children { try child.visit(visitor) }
    }

    /// The same node with each of the nodes directly below replaced, in the order of the text. It keeps its
    /// range; the call that a macro made into it no longer tells what it is, and is dropped.
    public func mapChildren<Failure: Error>(
        _ transform: (Expression) throws(Failure) -> Expression
    ) throws(Failure) -> Expression {
        Expression(id: id, range: range, focus: focus, node: try node.mapChildren(transform))
    }

    /// The same where a macro's call is changed as its node is, so that it still tells what the node is.
    ///
    /// - Parameter transform: Means the same in what is written and in what a macro made of it, such as another name for a name.
    public func mapChildrenAndCalls<Failure: Error>(
        _ transform: (Expression) throws(Failure) -> Expression
    ) throws(Failure) -> Expression {
        Expression(
            id: id, range: range, focus: focus, node: try node.mapChildren(transform), macroCall: try macroCall?.mapChildren(transform))
    }
}

extension Expression.Comprehension {
    /// The names that stand for something else within the loop: its variables and its accumulator.
    public var names: [String] { [variable] + (secondVariable.map { [$0] } ?? []) + [accumulator] }
}

private extension Expression.Node {
    func mapChildren<Failure: Error>(_ transform: (Expression) throws(Failure) -> Expression) throws(Failure) -> Self {
        switch self {
        case .constant, .identifier: return self
        case .select(let operand, let field, let isTest):
            return .select(operand: try transform(operand), field: field, isTest: isTest)
        case .call(let function, let target, let arguments):
            var newTarget: Expression?
            if let target { newTarget = try transform(target) }
            return .call(function: function, target: newTarget, arguments: try arguments.map(transform))
        case .list(let elements): return .list(try elements.map(transform))
        case .map, .record: return try mapEntries(transform)
        case .comprehension: return try mapLoop(transform)
        }
    }

    @inline(never)
    private func mapEntries<Failure: Error>(_ transform: (Expression) throws(Failure) -> Expression) throws(Failure) -> Self {
        switch self {
        case .map(let entries):
            return .map(try entries.map { (entry) throws(Failure) in
                Expression.MapEntry(key: try transform(entry.key), value: try transform(entry.value))
            })
        case .record(let type, let fields):
            return .record(type: type, fields: try fields.map { (field) throws(Failure) in
                Expression.FieldEntry(name: field.name, value: try transform(field.value))
            })
        default: return self
        }
    }

    /// Apart from the others, because a loop takes much room on the stack.
    @inline(never)
    private func mapLoop<Failure: Error>(_ transform: (Expression) throws(Failure) -> Expression) throws(Failure) -> Self {
        guard case .comprehension(var loop) = self else { return self }
        loop.range = try transform(loop.range)
        loop.initial = try transform(loop.initial)
        loop.condition = try transform(loop.condition)
        loop.step = try transform(loop.step)
        loop.result = try transform(loop.result)
        return .comprehension(loop)
    }
}
