/// How many may pass, and of how many: what a group's records could come to, whatever is open of them.
struct CoverageSpan: Hashable {
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

    /// Of a share its two ends, where it is open how many are to be counted; nil where each number between has to be
    /// thought of, for limits with two ends can be met between what both extremes miss.
    func ends(ofShare isShare: Bool) -> [Counts]? {
        isShare && (!perhaps.isEmpty || mayBeEmpty) ? [least, most].filter { $0.counted > 0 } : nil
    }

    /// Each number, from the least to the most.
    var all: some Collection<Counts> { (least.passed...most.passed).lazy.map(counts) }

    /// The first and the last number, and the two on either side of every place at which a sign changes.
    ///
    /// - Parameter sign: That of something that never falls as the number grows.
    /// - Complexity: O(log *n*) in how many are open.
    func turns(_ sign: (Counts) -> Int) -> [Counts] {
        let (first, last) = (least.passed, most.passed)
        var numbers: Set = [first, last]
        for wanted in [0, 1] {
            var (below, reached) = (first - 1, last + 1)
            while reached - below > 1 {
                let middle = (below + reached) / 2
                if sign(counts(middle)) < wanted { below = middle } else { reached = middle }
            }
            numbers.formUnion([below, reached].filter { (first...last).contains($0) })
        }
        return numbers.sorted().map(counts)
    }

    private func counts(_ passed: Int) -> Counts { Counts(passed: passed, counted: max(least.counted, most.counted)) }
}
