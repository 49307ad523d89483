public import Diagnostics
public import OrderedCollections

/// Every testable clause of a plan's text, and the rules that encode it.
public struct Register: Sendable {
    public var name: String
    /// By their ids, in the order of the files.
    public var clauses: OrderedDictionary<String, Clause>
    public var location: Location

    /// The clauses in the order of the files.
    public var clauseList: [Clause] { Array(clauses.values) }

    /// The clause of an id; nil where there is none.
    public func clause(_ id: String) -> Clause? { clauses[id] }

    public init(name: String, clauses: OrderedDictionary<String, Clause>, location: Location) {
        self.name = name
        self.clauses = clauses
        self.location = location
    }
}
