public import Diagnostics

/// How a rule expects the way from its baseline to its limit to be gone.
public enum Pace: String, CaseIterable, Hashable, Sendable {
    /// In a straight line: the same step every year.
    case linear
    /// In one step at the end: until the due period nothing more is asked than not to fall behind the baseline.
    case stepped
    /// Nothing is said of the way.
    case none
}

/// A pace that a rule states, and where.
public struct StatedPace: Sendable {
    /// How the way to the limit is to be gone.
    public var pace: Pace
    public var location: Location
}
