import OrderedCollections

/// Runs two versions of a ruleset over the same data, and finds the records whose outcome changes.
///
/// Memory: a few words for each finding of the old version.
public struct FindingComparison: Sendable {
    /// The records whose outcome differs, in the order of the new version's rules and its findings; what only the old version
    /// spoke of stands at the end.
    public private(set) var differences: [FindingDifference] = []
    /// How many verdicts are the same in both.
    public private(set) var unchangedCount = 0
    /// What the earlier run came to in all.
    public let oldTotals: RunTotals
    /// What the later run came to in all.
    public let newTotals: RunTotals

    /// - Parameters:
    ///   - old: The submission as the old version's vocabulary takes it.
    ///   - new: The same files, as the new version's does.
    public init(_ comparison: RulesetComparison, asOf: CalendarDate, old: Submission, new: Submission) {
        var before = VerdictLog(rules: comparison.old.rules.map(\.rule.id))
        oldTotals = Audit(plan: comparison.old, asOf: asOf).run(old, into: &before)
        var after = VerdictLog(rules: comparison.new.rules.map(\.rule.id))
        newTotals = Audit(plan: comparison.new, asOf: asOf).run(new, into: &after)
        for (place, verdict) in after.verdicts {
            let earlier = before.verdicts[place]
            if earlier?.side.reason.outcome == verdict.side.reason.outcome { unchangedCount += 1; continue }
            differences.append(
                FindingDifference(rule: place.rule, record: verdict.record, old: earlier?.side, new: verdict.side))
        }
        for (place, verdict) in before.verdicts where after.verdicts[place] == nil {
            differences.append(FindingDifference(rule: place.rule, record: verdict.record, old: verdict.side, new: nil))
        }
        // What is out of a version's scope on the one side and not spoken of on the other is no change.
        differences.removeAll { ($0.old == nil || $0.new == nil) && ($0.old ?? $0.new)?.reason.outcome == .notApplicable }
    }
}

/// Every verdict of a run, by rule and record.
private struct VerdictLog: FindingCollector {
    /// Which rule spoke of what.
    struct Place: Hashable {
        var rule: String
        var table: String
        var key: String
        var period: CalendarPeriod?
        var kind: RecordReference.Kind
    }

    let rules: [String]
    private(set) var verdicts: OrderedDictionary<Place, (record: RecordReference, side: FindingDifference.Side)> = [:]

    init(rules: [String]) { self.rules = rules }

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) {
        let place = Place(
            rule: rules[finding.rule], table: finding.record.table, key: finding.record.key, period: finding.record.period,
            kind: finding.record.kind)
        let side = FindingDifference.Side(
            reason: finding.reason, measurement: finding.measurement, reasonToday: finding.reasonToday)
        verdicts[place] = (finding.record, side)
    }
}
