/// The numbers that aggregates reckon with, and what becomes of elements that are unknown.
///
/// The values handed in are proper values, never unknowns or errors, but for those of
/// ``selection(of:for:)``. What cannot be computed is given back as an `.error` or an `.unknown`.
public protocol AggregateArithmetic: Sendable {
    /// The types that can be summed.
    var numberTypes: [Type] { get }
    /// The types that have a least and a greatest value, numbers among them.
    var orderedTypes: [Type] { get }
    /// The type of an aggregate over a list of elements of one type. `count`, `share` and `distinct`
    /// are asked with the element type `dyn`, `ratio` with the type of the part that is divided.
    func resultType(of aggregate: Aggregate, over element: Type) -> Type
    /// Which elements a loop goes on with, or what it gives without more ado. Asked before everything else.
    ///
    /// The default makes the whole unknown where an element is, with the causes of all of them; `ratio` takes the
    /// elements where both parts are measured.
    ///
    /// - Parameter elements: Proper values and unknowns in the list's order, no errors. `all` is not asked where an
    ///   element is false, nor `exists` where one is true. For `ratio`, pairs: lists of the part and the whole.
    func selection(of elements: [Value], for use: ElementUse) -> ElementSelection
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

extension AggregateArithmetic {
    public func selection(of elements: [Value], for use: ElementUse) -> ElementSelection {
        if case .aggregate(.ratio, _) = use { return .taken(elements.filter(\.isKnown)) }
        let unknowns = elements.lazy.compactMap { element -> UnknownSet? in
            if case .unknown(let causes) = element { causes } else { nil }
        }
        return UnknownSet(joining: unknowns).map { .answered(.unknown($0)) } ?? .taken(elements)
    }
}
