/// How many may pass, and of how many: what a group's records could come to, whatever is open of them.
struct CoverageSpan {
    /// How many pass, of how many.
    struct Counts: Hashable {
        var passed: Int
        var counted: Int
    }

    let passed: Int
    let failed: Int
    /// Who belong to the group, and of whom it is open whether they pass.
    let open: Int
    let perhaps: CoverageTally.Perhaps

    /// Whether it may be that nobody is to be counted.
    var mayBeEmpty: Bool { passed + failed + open == 0 }

    /// The smallest share and the smallest number.
    var least: Counts { Counts(passed: passed, counted: passed + failed + open + perhaps.failed + perhaps.open) }

    /// The greatest share and the greatest number.
    var most: Counts {
        let more = open + perhaps.passed + perhaps.open
        return Counts(passed: passed + more, counted: passed + failed + more)
    }

    /// What it could be, from the least to the most: each number, or of a share its two ends where it is open how many
    /// are to be counted.
    ///
    /// - Complexity: O(open), for limits with two ends can be met between what both extremes miss.
    func all(ofShare isShare: Bool) -> [Counts] {
        if isShare, !perhaps.isEmpty || mayBeEmpty { return [least, most].filter { $0.counted > 0 } }
        return (least.passed...most.passed).map { Counts(passed: $0, counted: max(least.counted, most.counted)) }
    }
}
