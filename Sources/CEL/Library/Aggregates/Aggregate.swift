/// The aggregates over lists, named as they are written.
public enum Aggregate: String, CaseIterable, Sendable, Hashable {
    case count
    case sum
    case average = "avg"
    case least = "min"
    case greatest = "max"
    case median
    case share
    case ratio
    case distinct
}

extension Aggregate {
    /// The function over a list of values that stands behind the aggregate, for expressions that code builds; its tail
    /// keeps texts from naming it. `count` of a whole list goes by its own name.
    public var listFunction: String { "\(rawValue)@list" }
}
