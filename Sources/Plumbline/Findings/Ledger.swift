/// How a rule's records were accounted for: nobody is left out without a word.
///
/// Invariant: every record of the table stands in exactly one of the counts, so that
/// `counted + excluded + scopeUnknown + notMeasured + failed == records`.
public struct Ledger: Hashable, Sendable {
    /// All records of the rule's table.
    public private(set) var records = 0
    /// Records that were decided: pass or fail.
    public private(set) var counted = 0
    /// Records that `where` leaves out.
    public private(set) var excluded = 0
    /// Records of which `where` could not tell.
    public private(set) var scopeUnknown = 0
    /// Records in scope that could not be decided.
    public private(set) var notMeasured = 0
    /// Of those not measured: how many rest on a cell that was not reported.
    public private(set) var missing = 0
    /// Records whose key another record had before; each is counted above all the same.
    public private(set) var duplicates = 0
    /// Records on which the rule itself failed.
    public private(set) var failed = 0

    public init() {}

    /// Notes that a record has a key that another had before.
    public mutating func addDuplicate() { duplicates += 1 }

    /// Counts a record that came to this.
    public mutating func add(_ reason: Reason) {
        records += 1
        switch reason.outcome {
        case .pass, .fail, .notDue, .waived: counted += 1
        case .notApplicable: excluded += 1
        case .error: failed += 1
        case .notMeasured where reason == .scopeUnknown: scopeUnknown += 1
        case .notMeasured:
            notMeasured += 1
            if reason == .missing { missing += 1 }
        }
        assert(counted + excluded + scopeUnknown + notMeasured + failed == records)
    }
}
