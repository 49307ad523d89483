/// Takes the findings of a run, in the order of table, record and rule; counting is the run's own business.
public protocol FindingCollector {
    /// Whether findings with this outcome are wanted.
    func wants(_ outcome: Outcome) -> Bool

    mutating func receive(_ finding: Finding)
}
