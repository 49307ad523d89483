/// The aggregates over lists, named as they are written.
public enum Aggregate: String, CaseIterable, Sendable, Hashable {
    /// How many elements there are, or for how many a condition holds.
    case count
    /// The sum of numbers; zero for none.
    case sum
    /// The arithmetic mean of numbers.
    case average = "avg"
    /// The smallest value.
    case least = "min"
    /// The largest value.
    case greatest = "max"
    /// The middle of the ordered numbers, or the mean of the two in the middle.
    case median
    /// The part of the elements for which a condition holds, 0 to 1.
    case share
    /// The sum of one number of each element over the sum of another.
    case ratio
    /// How many different values there are.
    case distinct
}

extension Aggregate {
    /// The function over a list of values that stands behind the aggregate, for expressions that code builds; its tail
    /// keeps texts from naming it. `count` of a whole list goes by its own name.
    public var listFunction: String { "\(rawValue)@list" }
}
