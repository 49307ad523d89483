import CEL

/// What a group's records contribute to the columns by which groups are compared.
struct Stratum {
    /// What one record contributes.
    struct Contribution {
        /// A value for each column; nil where the record is in none.
        var values: [Value?]
        /// Why it could not be told what the record contributes.
        var cause: Reason?
        var error: Verdict?

        /// - Parameter member: A record of the rule's scope, as far as anybody knows.
        init(of member: GroupJudge.Member, to comparison: ComparisonPlan) {
            values = Array(repeating: nil, count: comparison.columns.count)
            for (place, column) in comparison.columns.enumerated() {
                switch column.filter.map(member.view.value) ?? .bool(true) {
                case .bool(true): values[place] = member.view.asOneOfMany.value(of: column.value).held
                case .bool(false): break
                case .unknown(let causes): cause = min(cause ?? .coverageMet, Verdict.reason(of: causes))
                default: error = error ?? Verdict(.ruleError)
                }
            }
        }
    }

    /// The values of each column; an unknown one stays among them.
    private(set) var columns: [[Value]]
    /// Of each value in a column, which record's it is, counted from 0 in the order in which they came.
    private(set) var owners: [[Int]]
    /// Whether there are others in it of whom nobody knows whether they belong to it.
    private(set) var isJoined = false
    private(set) var ledger = Ledger()
    /// The first reason for which a record's place or scope could not be told.
    private(set) var cause: Reason?
    private(set) var error: Verdict?
    /// The records themselves, for a comparison that has no sides to show in their place.
    private(set) var members: [RecordView] = []

    /// Of each column, how many records have a value that is known, and the first of them.
    private var known: [(count: Int, first: RecordView?)]

    init(columns: Int) {
        self.columns = Array(repeating: [], count: columns)
        owners = Array(repeating: [], count: columns)
        known = Array(repeating: (0, nil), count: columns)
    }

    private var ownerCount = 0

    /// The record whose value is all that is known of a column; nil where there are none or several.
    func only(in column: Int) -> RecordView? { known[column].count == 1 ? known[column].first : nil }

    /// Whether of nobody it is known that they belong to the group.
    var isEmpty: Bool { columns.allSatisfy(\.isEmpty) }

    var lists: [Value] { columns.map { .list($0) } }

    mutating func add(_ member: GroupJudge.Member, to comparison: ComparisonPlan) {
        ledger.add(member.verdict.reason)
        guard member.verdict.reason == .conditionTrue else {
            if member.verdict.reason.outcome == .error { error = error ?? member.verdict }
            return cause = min(cause ?? .coverageMet, member.verdict.reason)
        }
        if comparison.sides.isEmpty { members.append(member.view) }
        let contribution = Contribution(of: member, to: comparison)
        for (place, value) in contribution.values.enumerated() {
            guard let value else { continue }
            if value.released.isKnown, value.interval == nil { known[place] = (known[place].count + 1, known[place].first ?? member.view) }
            append(value, to: place)
        }
        ownerCount += 1
        if let reason = contribution.cause { cause = min(cause ?? .coverageMet, reason) }
        error = error ?? contribution.error
    }

    /// The group with the contributions of others beside its own.
    func joined(by others: [[Value?]]) -> Stratum {
        var joined = self
        joined.isJoined = isJoined || !others.isEmpty
        for values in others {
            for (place, value) in values.enumerated() { if let value { joined.append(value, to: place) } }
            joined.ownerCount += 1
        }
        return joined
    }

    private mutating func append(_ value: Value, to column: Int) {
        columns[column].append(value)
        owners[column].append(ownerCount)
    }
}
