public import Diagnostics

/// Where in a plan a rule comes from.
public struct RuleSource: Hashable, Sendable {
    /// The plan's section, as the plan numbers it.
    public var section: String
    /// The clauses of the register that the rule encodes.
    public var clauses: [String]
    /// Where the rule names each of the clauses; empty for a source that no file says.
    public var clauseLocations: [Location]

    public init(section: String, clauses: [String] = [], clauseLocations: [Location] = []) {
        self.section = section
        self.clauses = clauses
        self.clauseLocations = clauseLocations
    }
}
