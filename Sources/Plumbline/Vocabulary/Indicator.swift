/// What makes a field an indicator: a value that plans set targets on, defined once for all of them.
public struct Indicator: Hashable, Sendable {
    /// Which way is good.
    public enum Better: String, CaseIterable, Hashable, Sendable {
        case higher
        case lower
    }

    /// Which way it gets better; nil where that is not said.
    public var better: Better?

    public init(better: Better? = nil) { self.better = better }
}
