public import CEL

extension Value {
    /// Whether both are of the same kind and value: 1, 1u and 1.0 differ, NaN is NaN, -0.0 is not 0.0, and the
    /// order of a map's entries does not count.
    ///
    /// - Complexity: O(*n*²) in the entries of a map.
    public func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || (a == b && a.sign == b.sign)
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && a.allSatisfy { key, value in
                    b.contains { $0.key.isIdentical(to: key) && $0.value.isIdentical(to: value) }
                }
        default: type.runtimeName == other.type.runtimeName && self == other
        }
    }
}
