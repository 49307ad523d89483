public import Quantities

/// Whether a requirement that is not due yet is on its way.
public struct Track: Hashable, Sendable {
    /// Where a value stands beside the line from the baseline to the limit.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case onTrack = "on_track"
        case offTrack = "off_track"
        /// Nothing is known of where it stands, or of where it started.
        case cannotTell = "cannot_tell"
    }

    public var state: State
    /// What the value should have come to by now on the way from the baseline to the limit, in base units; nil where
    /// no such line is drawn.
    public var line: Number?
    /// By how much it still has to change a year, in base units; nil where it is there, and where nothing tells.
    public var yearly: Number?

    public init(_ state: State, line: Number? = nil, yearly: Number? = nil) {
        self.state = state
        self.line = line
        self.yearly = yearly
    }
}
