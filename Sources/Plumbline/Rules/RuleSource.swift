/// Where in a plan a rule comes from.
public struct RuleSource: Hashable, Sendable {
    /// The plan's section, as the plan numbers it.
    public var section: String
    /// The clauses of the register that the rule encodes.
    public var clauses: [String]

    public init(section: String, clauses: [String] = []) {
        self.section = section
        self.clauses = clauses
    }
}
