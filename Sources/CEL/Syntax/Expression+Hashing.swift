/// Expressions that say the same hash alike; what equality leaves out is left out here.
///
/// - Complexity: O(*n*) in the nodes of the expression as it is written, on a stack that does not grow.
extension Expression: Hashable {
    public func hash(into hasher: inout Hasher) {
        var pending = [self]
        while let next = pending.popLast() { next.hashNode(into: &hasher, &pending) }
    }

    /// Hashes the node by itself; those below are put off.
    private func hashNode(into hasher: inout Hasher, _ pending: inout [Expression]) {
        switch macroCall ?? node {
        case .constant(let value): value.hashConstant(into: &hasher)
        case .identifier(let name): hasher.combine(name)
        case .select(let operand, let field, let isTest):
            hasher.combine(field)
            hasher.combine(isTest)
            pending.append(operand)
        case .call(let function, let target, let arguments):
            hasher.combine(function)
            if let target { pending.append(target) }
            pending += arguments
        case .list(let elements): pending += elements
        case .map(let entries): pending += entries.flatMap { [$0.key, $0.value] }
        case .record(let type, let fields):
            hasher.combine(type)
            pending += fields.map(\.value)
        case .comprehension(let loop): pending += [loop.range, loop.step]
        }
    }
}

private extension Value {
    /// Hashes what a constant is; of those with parts, and of numbers with several texts, only the kind.
    func hashConstant(into hasher: inout Hasher) {
        switch self {
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .uint(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .object(let value): value.hash(into: &hasher)
        case .null, .double, .bytes, .list, .map, .type, .timestamp, .duration, .unknown, .error: break
        }
    }
}
