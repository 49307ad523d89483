/// One thing in which two versions of a rule differ.
public struct KeyChange: Sendable {
    /// What the change does to those whom the rule judges.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// Whoever met the new version met the old one, and not the other way round.
        case tighter
        /// Whoever met the old version meets the new one.
        case looser
        /// Both can be: a verdict may change either way.
        case other
        /// No verdict can change: only words do.
        case words
    }

    /// The key of the rule that differs, such as `target`.
    public var key: String
    /// What stood there, as the rule writes it; nil where nothing did.
    public var before: String?
    /// What stands there now; nil where nothing does.
    public var after: String?
    /// Whether the change asks for more or for less.
    public var direction: Direction

    public init(key: String, before: String?, after: String?, direction: Direction) {
        self.key = key
        self.before = before
        self.after = after
        self.direction = direction
    }
}
