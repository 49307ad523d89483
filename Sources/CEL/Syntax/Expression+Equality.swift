/// Equality of what expressions say.
///
/// Ids, ranges and focus do not count. A node that a macro made equals one that the same call made: the calls are
/// compared and not what became of them, so that trees of environments with different macros can be equal too.
/// Constants are equal where they are identical: `1`, `1u` and `1.0` differ, `0.0` and `-0.0` differ, NaN equals
/// itself, a map has its entries in the same order. Texts and names are compared by code points.
///
/// - Complexity: O(*n*) in the nodes of the expression as it is written, on a stack that does not grow.
extension Expression: Equatable {
    public static func == (lhs: Expression, rhs: Expression) -> Bool {
        var comparison = TreeComparison()
        return comparison.isEqual(lhs, rhs)
    }
}

/// Compares trees side by side. What is left to compare is held in a list, so that deep trees take no stack.
private struct TreeComparison {
    private var pending: [(Expression, Expression)] = []

    mutating func isEqual(_ lhs: Expression, _ rhs: Expression) -> Bool {
        pending = [(lhs, rhs)]
        while let (left, right) = pending.popLast() {
            let isSame: Bool =
                switch (left.macroCall, right.macroCall) {
                case (let a?, let b?): matches(a, b)
                case (nil, nil): matches(left.node, right.node)
                default: false
                }
            guard isSame else { return false }
        }
        return true
    }

    /// Whether two nodes agree but for the nodes below, which are put off.
    private mutating func matches(_ lhs: Expression.Node, _ rhs: Expression.Node) -> Bool {
        switch (lhs, rhs) {
        case (.constant(let a), .constant(let b)): return ConstantComparison.isIdentical(a, b)
        case (.identifier(let a), .identifier(let b)): return CodePoints.same(a, b)
        case (.select(let a, let fieldA, let isTestA), .select(let b, let fieldB, let isTestB)):
            pending.append((a, b))
            return isTestA == isTestB && CodePoints.same(fieldA, fieldB)
        case (.call(let a, let targetA, let argumentsA), .call(let b, let targetB, let argumentsB)):
            return CodePoints.same(a, b) && putOff(targetA.map { [$0] } ?? [], targetB.map { [$0] } ?? [])
                && putOff(argumentsA, argumentsB)
        case (.list(let a), .list(let b)): return putOff(a, b)
        case (.map(let a), .map(let b)):
            return putOff(a.map(\.key), b.map(\.key)) && putOff(a.map(\.value), b.map(\.value))
        case (.record(let a, let fieldsA), .record(let b, let fieldsB)):
            return CodePoints.same(a, b) && putOff(fieldsA.map(\.value), fieldsB.map(\.value))
                && zip(fieldsA, fieldsB).allSatisfy { CodePoints.same($0.name, $1.name) }
        case (.comprehension(let a), .comprehension(let b)): return matches(a, b)
        default: return false
        }
    }

    private mutating func matches(_ lhs: Expression.Comprehension, _ rhs: Expression.Comprehension) -> Bool {
        guard lhs.names.count == rhs.names.count, zip(lhs.names, rhs.names).allSatisfy(CodePoints.same) else {
            return false
        }
        return putOff(
            [lhs.range, lhs.initial, lhs.condition, lhs.step, lhs.result],
            [rhs.range, rhs.initial, rhs.condition, rhs.step, rhs.result])
    }

    /// Puts pairs of nodes off; false where there are more on one side.
    private mutating func putOff(_ lhs: [Expression], _ rhs: [Expression]) -> Bool {
        guard lhs.count == rhs.count else { return false }
        pending += zip(lhs, rhs)
        return true
    }
}

/// Compares constants by kind and value.
private enum ConstantComparison {
    static func isIdentical(_ lhs: Value, _ rhs: Value) -> Bool {
        var pending = [(lhs, rhs)]
        while let (left, right) = pending.popLast() {
            switch (left, right) {
            case (.list(let a), .list(let b)):
                guard a.count == b.count else { return false }
                pending += zip(a, b)
            case (.map(let a), .map(let b)):
                guard a.count == b.count else { return false }
                for (x, y) in zip(a, b) { pending += [(x.key, y.key), (x.value, y.value)] }
            case (.object(let a as OptionalValue), .object(let b as OptionalValue)):
                guard (a.wrapped == nil) == (b.wrapped == nil) else { return false }
                if let x = a.wrapped, let y = b.wrapped { pending.append((x, y)) }
            default: guard isIdenticalLeaf(left, right) else { return false }
            }
        }
        return true
    }

    private static func isIdenticalLeaf(_ lhs: Value, _ rhs: Value) -> Bool {
        switch (lhs, rhs) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || (a == b && a.sign == b.sign)
        case (.string(let a), .string(let b)): CodePoints.same(a, b)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        // What a host calls equal may still be two things: a grade, and the band of grades in which it lies.
        case (.object(let a), .object(let b)): a.type == b.type && a.equals(rhs) && CodePoints.same(a.description, b.description)
        case (.unknown(let a), .unknown(let b)): a == b
        case (.error(let a), .error(let b)): a == b
        default: false
        }
    }
}
