/// A value of an abstract type or a record, brought by a host.
public protocol ObjectValue: Sendable {
    /// The value's own type, an ``Type/abstract(_:_:)`` or a ``Type/record(_:)``.
    var type: Type { get }
    /// Whether the value equals another, which may be of another kind (a number that equals an int).
    ///
    /// `==`, `!=` and `in` ask the left operand if it is an object, else the right one.
    func equals(_ other: Value) -> Bool
    /// How the value stands to another; nil where they have no order.
    func order(against other: Value) -> Ordering?
    /// Feeds the value's essence into a hasher. Values that are equal have to hash alike: one that
    /// equals an int, uint or double hashes with ``Value/hash(number:into:)``.
    func hash(into hasher: inout Hasher)
    /// The value of a record's field; nil where there is no such field. The default has none.
    func select(_ field: String) -> Value?
    /// The value as a person reads it.
    var description: String { get }
}

extension ObjectValue {
    public func select(_ field: String) -> Value? { nil }
}

/// How one value stands to another.
public enum Ordering: Sendable, Hashable {
    /// The one is before the other: `1 < 2`.
    case ascending
    /// Neither is before the other.
    case same
    /// The one is after the other: `2 > 1`.
    case descending

    /// The order seen from the other side.
    public var reversed: Ordering {
        switch self {
        case .ascending: .descending
        case .same: .same
        case .descending: .ascending
        }
    }

    init<T: Comparable>(_ lhs: T, _ rhs: T) {
        self = lhs < rhs ? .ascending : (rhs < lhs ? .descending : .same)
    }
}
