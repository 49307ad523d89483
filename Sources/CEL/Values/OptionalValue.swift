/// A value that may be absent: what `optional.of(x)`, `optional.none()`, `a.?b` and `a[?b]` give.
///
/// Two optional values are equal where both are absent, or both are there and equal.
public struct OptionalValue: ObjectValue {
    /// What is there; nil for `optional.none()`. Always a value proper.
    public let wrapped: Value?

    /// The optional that holds a value, or the absent one.
    public init(_ wrapped: Value?) { self.wrapped = wrapped }

    /// As far as the value itself shows it: an optional value within is `optional_type(dyn)`, as the elements of a list
    /// are anything.
    public var type: Type {
        guard let wrapped, OptionalValue(other: wrapped) == nil else { return .optional(wrapped == nil ? .dyn : .optional(.dyn)) }
        return .optional(wrapped.type)
    }

    public func equals(_ other: Value) -> Bool {
        guard let other = OptionalValue(other: other) else { return false }
        guard let wrapped, let otherWrapped = other.wrapped else { return wrapped == nil && other.wrapped == nil }
        return wrapped == otherWrapped
    }

    public func order(against other: Value) -> Ordering? { nil }
    public func hash(into hasher: inout Hasher) { Value.object(self).hash(into: &hasher) }
    public var description: String { wrapped == nil ? "optional.none()" : Value.object(self).description }

    /// The optional value that `value` is; nil for every other kind of value.
    init?(other value: Value) {
        // Comparing types is far cheaper than a cast, and this is asked of every object.
        guard case .object(let object) = value, Swift.type(of: object) == OptionalValue.self,
            let optional = object as? OptionalValue
        else { return nil }
        self = optional
    }
}

extension Value {
    /// The value as an optional one, as `optional.of(x)` makes it; nil makes `optional.none()`.
    public static func optional(_ wrapped: Value?) -> Value { .object(OptionalValue(wrapped)) }
}

extension Type {
    /// The type of values that may be absent, `optional_type(wrapped)`.
    public static func optional(_ wrapped: Type) -> Type { .abstract(Type.optionalName, [wrapped]) }

    static let optionalName = "optional_type"
}
