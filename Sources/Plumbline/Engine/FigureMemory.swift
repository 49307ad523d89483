import CEL

/// What figures come to, worked out once by each of those who judge a run: the peers of each period, and the table of published figures.
///
/// It belongs to one of those who judge, each on a thread of his own; that is why it may be changed without a lock.
final class FigureMemory: @unchecked Sendable {
    private struct Key: Hashable {
        var plan: ObjectIdentifier
        var period: CalendarPeriod?
    }

    private var groups: [Key: PeerGroups] = [:]
    private var table: BenchmarkTable?

    /// - Parameter make: Goes over all records of the period.
    func peers(_ plan: PeersPlan, _ period: CalendarPeriod?, _ make: () -> PeerGroups) -> PeerGroups {
        let key = Key(plan: ObjectIdentifier(plan), period: period)
        if let found = groups[key] { return found }
        let made = make()
        groups[key] = made
        return made
    }

    func benchmarks(_ make: () -> BenchmarkTable) -> BenchmarkTable {
        if let table { return table }
        let made = make()
        table = made
        return made
    }
}
