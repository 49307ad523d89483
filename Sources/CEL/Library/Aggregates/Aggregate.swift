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
