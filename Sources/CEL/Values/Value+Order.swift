extension Value {
    /// How the value stands to another; nil where the two have no order, such as a text and a number,
    /// two lists, or NaN and anything.
    ///
    /// int, uint and double compare with each other; a whole number compares with a double as the
    /// double nearest to it.
    public func order(against other: Value) -> Ordering? {
        switch (self, other) {
        case (.int(let a), .int(let b)): Ordering(a, b)
        case (.double(let a), .double(let b)): Value.order(a, b)
        case (.uint(let a), .uint(let b)): Ordering(a, b)
        case (.string(let a), .string(let b)): CodePoints.order(a, b)
        case (.bool(let a), .bool(let b)): Ordering(a ? 1 : 0, b ? 1 : 0)
        case (.object(let a), _): a.order(against: other)
        case (_, .object(let b)): b.order(against: self)?.reversed
        case (.int(let a), .uint(let b)): a < 0 ? .ascending : Ordering(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .descending : Ordering(a, UInt64(b))
        case (.int(let a), .double(let b)): Value.order(Double(a), b)
        case (.uint(let a), .double(let b)): Value.order(Double(a), b)
        case (.double(let a), .int(let b)): Value.order(a, Double(b))
        case (.double(let a), .uint(let b)): Value.order(a, Double(b))
        case (.bytes(let a), .bytes(let b)): CodePoints.order(a, b)
        case (.timestamp(let a), .timestamp(let b)): Ordering(a, b)
        case (.duration(let a), .duration(let b)): Ordering(a, b)
        default: nil
        }
    }

    private static func order(_ lhs: Double, _ rhs: Double) -> Ordering? {
        lhs.isNaN || rhs.isNaN ? nil : Ordering(lhs, rhs)
    }
}
