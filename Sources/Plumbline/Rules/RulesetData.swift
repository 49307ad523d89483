public import Diagnostics

/// A file of data that a ruleset itself brings: a roster, or figures that the plan leans on.
public struct RulesetData: Sendable {
    /// The table whose records the file holds.
    public var table: String
    /// The file, relative to the folder of the rule file that names it, resolved.
    public var path: String
    /// Whether the file lists who must answer.
    public var isRoster: Bool
    /// Who published it, and when.
    public var source: String?
    public var location: Location
    /// Where the table is named.
    public var tableLocation: Location

    public init(
        table: String, path: String, isRoster: Bool, source: String? = nil, location: Location, tableLocation: Location
    ) {
        self.table = table
        self.path = path
        self.isRoster = isRoster
        self.source = source
        self.location = location
        self.tableLocation = tableLocation
    }
}
