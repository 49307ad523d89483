/// How much a YAML text may ask for. Each limit is enforced while events arrive, before anything is built.
public struct YAMLLimits: Sendable, Hashable {
    /// How many sequences and mappings may stand inside one another, aliases counted as what they stand for.
    public var depth: Int
    /// How many bytes a text may have.
    public var bytes: Int
    /// How many nodes a text may have, aliases counted as what they stand for; keys are nodes too.
    public var nodes: Int

    public init(depth: Int = 100, bytes: Int = 10_000_000, nodes: Int = 1_000_000) {
        self.depth = depth
        self.bytes = bytes
        self.nodes = nodes
    }
}
