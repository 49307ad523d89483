public import CEL

extension Value {
    /// Whether both are of the same kind and value, maps in the same order: 1, 1u and 1.0 differ, NaN is NaN, -0.0
    /// is not 0.0.
    public func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)): (a.isNaN && b.isNaN) || a.bitPattern == b.bitPattern
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let a), .map(let b)):
            a.count == b.count
                && zip(a, b).allSatisfy { $0.key.isIdentical(to: $1.key) && $0.value.isIdentical(to: $1.value) }
        case (.object, .object): description == other.description
        default: type.runtimeName == other.type.runtimeName && self == other
        }
    }
}
