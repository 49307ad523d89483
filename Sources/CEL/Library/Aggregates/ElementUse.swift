/// What the elements of a list are gathered for.
public enum ElementUse: Sendable, Hashable {
    /// An aggregate. The type is the one that its overload wants of the elements; `bool` for `count` and `share`,
    /// a list of two numbers for `ratio`.
    case aggregate(Aggregate, of: Type)
    /// Whether a condition holds of all elements.
    case all
    /// Whether a condition holds of any element.
    case exists
    /// The elements of which a condition holds. What is gathered are the conditions.
    case filter
}
