/// A record whose outcome by one rule differs between two versions of a ruleset.
public struct FindingDifference: Sendable {
    /// What a version came to.
    public struct Side: Sendable {
        /// Why the record came out as it did.
        public var reason: Reason
        /// Its figures.
        public var measurement: Measurement
        /// Before the due date: the reason that it would have today.
        public var reasonToday: Reason?
    }

    /// The rule's id.
    public var rule: String
    public var record: RecordReference
    /// Nil where the old version said nothing of the record.
    public var old: Side?
    /// Nil where the new version says nothing of it.
    public var new: Side?
}
