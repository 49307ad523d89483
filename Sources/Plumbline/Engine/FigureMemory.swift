import CEL

/// What figures come to, worked out once for a run: the peers of each period, and the table of published figures.
///
/// It belongs to one run, which judges on one thread; that is why it may be changed without a lock.
final class FigureMemory: @unchecked Sendable {
    private struct Key: Hashable {
        var figure: ObjectIdentifier
        var period: CalendarPeriod?
    }

    private var groups: [Key: PeerGroups] = [:]
    private var lists: [Key: [RecordGroup: Value]] = [:]
    private var table: BenchmarkTable?

    /// - Parameter make: Goes over all records of the period.
    func list(_ figure: FigurePlan, _ period: CalendarPeriod?, of group: RecordGroup, _ make: () -> PeerGroups) -> Value {
        let key = Key(figure: ObjectIdentifier(figure), period: period)
        if let list = lists[key]?[group] { return list }
        let found = groups[key] ?? make()
        groups[key] = found
        let list = found.list(of: group)
        lists[key, default: [:]][group] = list
        return list
    }

    func benchmarks(_ make: () -> BenchmarkTable) -> BenchmarkTable {
        if let table { return table }
        let made = make()
        table = made
        return made
    }
}
