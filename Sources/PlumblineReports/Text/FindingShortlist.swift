import Plumbline

/// The findings of one kind that a report prints: the worst few, and how many there were.
struct FindingShortlist {
    struct Entry: Comparable {
        let shortfall: Shortfall
        /// The finding's place in the run's order.
        let sequence: Int
        let finding: Finding

        /// Worse ones stand first, ties in the run's order.
        static func < (lhs: Entry, rhs: Entry) -> Bool {
            lhs.shortfall == rhs.shortfall ? lhs.sequence < rhs.sequence : lhs.shortfall > rhs.shortfall
        }

        static func == (lhs: Entry, rhs: Entry) -> Bool { lhs.sequence == rhs.sequence }
    }

    let limit: Int
    /// The worst first.
    private(set) var entries: [Entry] = []
    private(set) var count = 0
    /// The place of the first of them in the run's order.
    private(set) var firstSequence = Int.max

    init(limit: Int) { self.limit = limit }

    /// - Complexity: O(1) for one that is not among the worst, else O(*k*) for the `limit`.
    mutating func add(_ finding: Finding, sequence: Int) {
        count += 1
        firstSequence = min(firstSequence, sequence)
        let entry = Entry(shortfall: Shortfall(finding), sequence: sequence, finding: finding)
        if entries.count == limit {
            guard let last = entries.last, entry < last else { return }
            entries.removeLast()
        }
        entries.insert(entry, at: place(of: entry))
    }

    /// The first place whose entry is not before the new one.
    private func place(of entry: Entry) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
