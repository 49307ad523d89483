/// The numbers that aggregates reckon with.
///
/// The values handed in are proper values, never unknowns or errors. What cannot be computed is
/// given back as an `.error` or an `.unknown`.
public protocol AggregateArithmetic: Sendable {
    /// The types that can be summed.
    var numberTypes: [Type] { get }
    /// The types that have a least and a greatest value, numbers among them.
    var orderedTypes: [Type] { get }
    /// The type of an aggregate over a list of elements of one type. `count`, `share` and `distinct`
    /// are asked with the element type `dyn`, `ratio` with the type of the part that is divided.
    func resultType(of aggregate: Aggregate, over element: Type) -> Type
    /// A number of elements as a value.
    func count(_ count: Int) -> Value
    /// The sum; `element` tells which zero is the sum of nothing.
    func sum(_ values: [Value], of element: Type) -> Value
    /// The arithmetic mean of at least one value.
    func mean(_ values: [Value]) -> Value
    /// The middle value, or the mean of the two middle ones, of at least one value.
    func median(_ values: [Value]) -> Value
    /// `part` of `whole`; `whole` is at least 1.
    func share(_ part: Int, of whole: Int) -> Value
    /// The sum of the parts over the sum of the wholes, of at least one pair.
    func ratio(_ parts: [Value], to wholes: [Value]) -> Value
    /// What an aggregate other than `count`, `sum` and `distinct` gives for an empty list.
    func emptyGroup(_ aggregate: Aggregate) -> Value
}
