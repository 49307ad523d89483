import Quantities

/// A coverage's limit, asked of what groups could come to.
///
/// Groups of one size may come to the same: each is asked once. It belongs to one run, which judges on one thread; that
/// is why it may remember without a lock.
final class CoverageLimit {
    private let plan: CoveragePlan
    private var telling: [CoverageSpan: [CoverageSpan.Counts]] = [:]

    init(_ plan: CoveragePlan) { self.plan = plan }

    func holds(_ counts: CoverageSpan.Counts) -> Verdict {
        Verdict(plan.verdict.value(counts), ifTrue: .coverageMet, ifFalse: .coverageShort)
    }

    /// Whether any number of records more, whatever they come to, leaves a group at what it is known to come to.
    func stands(_ known: Reason, withAnyMoreThan span: CoverageSpan) -> Bool {
        guard plan.hasSteadyGap else { return false }
        let open = span.open + span.perhaps.passed + span.perhaps.failed + span.perhaps.open
        let more = CoverageSpan(
            passed: span.passed, failed: span.failed, open: open + Self.many, perhaps: CoverageTally.Perhaps())
        let tried = telling(more)
        // Between what is too little and what is too much, some number more may be right.
        let sides = Set(tried.map(side))
        return tried.allSatisfy { holds($0).reason == known } && !(sides.contains(-1) && sides.contains(1))
    }

    /// So many more that those who are there hardly matter beside them.
    private static let many = 1_000_000_000

    func gap(_ counts: CoverageSpan.Counts) -> Number? { plan.gap?.value(counts).number }

    /// What a group could come to, from the least to the most, as far as the limit tells it apart.
    ///
    /// - Complexity: O(log *n*) in how many are open for a limit that is the same for all counts, O(*n*) for others.
    func telling(_ span: CoverageSpan) -> [CoverageSpan.Counts] {
        if let found = telling[span] { return found }
        let found = span.ends(ofShare: plan.isShare) ?? (plan.hasSteadyGap ? span.turns(side(of:)) : stretches(of: span))
        telling[span] = found
        return found
    }
}

private extension CoverageLimit {
    /// Of all numbers in a row of which the limit says the same, the first and the one that is farthest from it.
    func stretches(of span: CoverageSpan) -> [CoverageSpan.Counts] {
        var found: [(first: CoverageSpan.Counts, farthest: CoverageSpan.Counts)] = []
        var last: (reason: Reason, side: Int, distance: Number)?
        for counts in span.all {
            let own = (reason: holds(counts).reason, side: side(of: counts), distance: gap(counts)?.magnitude ?? .zero)
            if let last, last.reason == own.reason, last.side == own.side {
                guard own.distance > last.distance else { continue }
                found[found.count - 1].farthest = counts
            } else {
                found.append((counts, counts))
            }
            last = own
        }
        return found.flatMap { $0.first == $0.farthest ? [$0.first] : [$0.first, $0.farthest] }
    }

    /// -1 below the limit, 1 above it.
    func side(of counts: CoverageSpan.Counts) -> Int { gap(counts).map { $0.isZero ? 0 : $0 < 0 ? -1 : 1 } ?? 0 }
}
