/// What a run says of one rule: how many records had which outcome.
public struct RuleSummary: Hashable, Sendable {
    /// Whether the rule met any record at all; nothing passes vacuously.
    public enum Status: String, Hashable, Sendable {
        case judged
        /// No record was in the rule's scope.
        case noRecords = "no_records"
        /// No file supplied the rule's table.
        case tableMissing = "table_missing"
        /// A profile has the rule not judged for the time being.
        case disabled
        /// A file that could not be read to its end ended the run before the rule met a record.
        case notJudged = "not_judged"
    }

    /// How many findings have each outcome.
    public private(set) var outcomes: [Outcome: Int] = [:]
    /// Where the records went.
    public private(set) var ledger = Ledger()
    /// Whether any file held the rule's table.
    public var tableWasSupplied = false
    /// Whether a profile turned the rule off.
    public var isDisabled = false
    /// Whether a file that could not be read to its end ended the run, so that what is counted here is not all there is.
    public internal(set) var isUnfinished = false

    public init() {}

    /// What the rule came to in all.
    public var status: Status {
        if isDisabled { return .disabled }
        if isUnfinished, outcomes.isEmpty { return .notJudged }
        if !tableWasSupplied { return .tableMissing }
        // Where nobody at all is in scope a required number is missed all the same; nothing else is decided.
        return ledger.records == ledger.excluded && count(.fail) == 0 ? .noRecords : .judged
    }

    public func count(_ outcome: Outcome) -> Int { outcomes[outcome] ?? 0 }

    /// Whether the rule came to a verdict on a record or a group.
    public var decidedAnything: Bool {
        status == .judged && [.pass, .fail, .notDue].contains { count($0) > 0 }
    }

    /// Notes that a record of the rule's table has a key that came before.
    public mutating func addDuplicate() { ledger.addDuplicate() }

    /// Notes what a record came to.
    public mutating func add(_ reason: Reason) {
        addGroup(reason)
        account(reason)
    }

    /// Notes what a group came to, whose records ``account(_:)`` is told of.
    public mutating func addGroup(_ reason: Reason) { outcomes[reason.outcome, default: 0] += 1 }

    /// Notes how one record of a group was accounted for.
    public mutating func account(_ reason: Reason) { ledger.add(reason) }
}
