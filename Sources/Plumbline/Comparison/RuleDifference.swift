/// What became of a rule from one version of a ruleset to another.
public struct RuleDifference: Sendable {
    /// What the difference does to verdicts.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case added
        case gone
        /// It asks for more, or more of them, or sooner.
        case tighter
        case looser
        /// It asks for something else: some verdicts may become better, and others worse.
        case changed
        /// Only its words or its cases differ: no verdict can change.
        case reworded
    }

    public var kind: Kind
    /// The rule's id.
    public var id: String
    /// The rule's place in the old plan's `rules`; nil for one that was added.
    public var old: Int?
    /// The rule's place in the new plan's `rules`; nil for one that is gone.
    public var new: Int?
    /// In the order of the rule's keys.
    public var changes: [KeyChange]

    init(id: String, old: Int?, new: Int?, changes: [KeyChange] = []) {
        self.id = id
        self.old = old
        self.new = new
        self.changes = changes
        kind = old == nil ? .added : new == nil ? .gone : Self.kind(of: changes)
    }

    private static func kind(of changes: [KeyChange]) -> Kind {
        let directions = Set(changes.map(\.direction)).subtracting([.words])
        return switch directions {
        case []: .reworded
        case [.tighter]: .tighter
        case [.looser]: .looser
        default: .changed
        }
    }
}
