import OrderedCollections

/// Compares lists, maps and optional values with all their parts. Pairs that are left to compare are held in a list, so
/// that deep values take no stack.
enum PartComparison {
    static func areEqual(_ lhs: Value, _ rhs: Value) -> Bool {
        var pending = [(lhs, rhs)]
        while let (left, right) = pending.popLast() {
            guard matches(left, right, &pending) else { return false }
        }
        return true
    }

    /// Whether two values are equal but for parts that have parts of their own, which are put off.
    private static func matches(_ lhs: Value, _ rhs: Value, _ pending: inout [(Value, Value)]) -> Bool {
        switch (lhs, rhs) {
        case (.list(let a), .list(let b)):
            // Not by the lists' own equality: a list with NaN in it does not equal even itself.
            guard a.count == b.count else { return false }
            for (x, y) in zip(a, b) {
                guard isSame(x, y, &pending) else { return false }
            }
            return true
        case (.map(let a), .map(let b)):
            guard a.count == b.count else { return false }
            for (key, value) in a.entries {
                guard let other = b[key], isSame(value, other, &pending) else { return false }
            }
            return true
        case (.object(let a), _):
            guard let left = OptionalValue(other: lhs) else { return a.equals(rhs) }
            guard let right = OptionalValue(other: rhs) else { return false }
            guard let x = left.wrapped, let y = right.wrapped else { return left.wrapped == nil && right.wrapped == nil }
            return isSame(x, y, &pending)
        default: return lhs == rhs
        }
    }

    private static func isSame(_ lhs: Value, _ rhs: Value, _ pending: inout [(Value, Value)]) -> Bool {
        guard lhs.mayHaveParts, rhs.mayHaveParts else { return lhs == rhs }
        pending.append((lhs, rhs))
        return true
    }
}
