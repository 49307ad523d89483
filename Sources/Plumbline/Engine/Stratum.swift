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

    /// Of each column, the values that would tell a sensitive cell by themselves.
    private(set) var tellers: [Tellers]

    init(columns: Int) {
        self.columns = Array(repeating: [], count: columns)
        tellers = Array(repeating: Tellers(), count: columns)
        owners = Array(repeating: [], count: columns)
    }

    private var ownerCount = 0

    /// Whether of nobody it is known that they belong to the group.
    var isEmpty: Bool { columns.allSatisfy(\.isEmpty) }

    var lists: [Value] { columns.map { .list($0) } }

    /// - Parameters:
    ///   - contribution: What a record contributes that is known to be in the scope; nil for any other.
    ///   - sensitive: Of each column, whether its values are made from anything sensitive.
    mutating func add(_ member: GroupJudge.Member, _ contribution: Contribution?, to comparison: ComparisonPlan, sensitive: [Bool]) {
        ledger.add(member.verdict.reason)
        guard let contribution else {
            if member.verdict.reason.outcome == .error { error = error ?? member.verdict }
            return cause = min(cause ?? .coverageMet, member.verdict.reason)
        }
        if comparison.sides.isEmpty { members.append(member.view) }
        for (place, value) in contribution.values.enumerated() {
            guard let value else { continue }
            append(value, to: place)
            if sensitive[place], !tellers[place].areMore(than: comparison.minGroup) { note(value, of: comparison.columns[place].value, member.view, in: place) }
        }
        ownerCount += 1
        if let reason = contribution.cause { cause = min(cause ?? .coverageMet, reason) }
        error = error ?? contribution.error
    }

    /// A value that is not known tells nothing; of the two ends between which one lies nothing but what a list adds up tells
    /// a cell.
    private mutating func note(_ value: Value, of program: FieldProgram, _ view: RecordView, in column: Int) {
        guard value.released.isKnown, value.interval == nil || !program.isSensitive else { return }
        tellers[column].add(view.persons(toldBy: program))
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
