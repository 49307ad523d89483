import CEL

extension Expression {
    /// The tree with loops spelt out: `fold accumulator = initial; variables in range; while condition; step; result`.
    var written: String {
        switch node {
        case .constant(let value): return value.description
        case .identifier(let name): return name
        case .select(let operand, let field, _): return "\(operand.written).\(field)"
        case .call(let function, let target, let arguments):
            let call = "\(function)(\(arguments.map(\.written).joined(separator: ", ")))"
            return target.map { "\($0.written).\(call)" } ?? call
        case .list(let elements): return "[\(elements.map(\.written).joined(separator: ", "))]"
        case .map(let entries):
            return "{\(entries.map { "\($0.key.written): \($0.value.written)" }.joined(separator: ", "))}"
        case .record(let type, _): return "\(type){…}"
        case .comprehension(let loop):
            let variables = [loop.variable, loop.secondVariable].compactMap { $0 }.joined(separator: ", ")
            return "fold \(loop.accumulator) = \(loop.initial.written); \(variables) in \(loop.range.written); "
                + "while \(loop.condition.written); \(loop.step.written); \(loop.result.written)"
        }
    }

    /// How many nodes the tree has.
    var nodeCount: Int {
        var count = 0
        visit { (_: Expression) in
            count += 1
            return true
        }
        return count
    }
}
