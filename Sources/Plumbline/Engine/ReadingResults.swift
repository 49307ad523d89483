import Diagnostics

/// What a reading of a rule came to, record by record and group by group.
struct ReadingResults {
    fileprivate struct Entry {
        let reason: Reason
        /// The outcome that it would have without a waiver.
        let outcome: Outcome
        let measurement: Measurement
        let period: CalendarPeriod?
        let address: RecordAddress?
        /// Until when it is not due yet; nil where it is.
        let awaited: Due?
        /// Whether it is on all records together, so that its figures are those of any of them.
        let isOfAll: Bool
    }

    /// A record or a group, in whatever period; rows without a key are told apart by their places.
    private struct Subject: Hashable {
        let table: String
        let key: String
        let kind: RecordReference.Kind
        let file: String?

        init(_ record: RecordReference) {
            (table, key, kind) = (record.table, record.key, record.kind)
            file = record.key.hasPrefix("#") ? record.address?.file : nil
        }
    }

    /// How many verdicts of a kind there are, and the first reason of each outcome.
    private struct Tally {
        private(set) var counts: [Outcome: Int] = [:]
        private var reasons: [Outcome: Reason] = [:]
        private var withoutWaivers: Set<Outcome> = []

        mutating func add(_ entry: Entry) {
            add(entry.reason, count: 1)
            withoutWaivers.insert(entry.outcome)
        }

        private mutating func add(_ reason: Reason, count: Int) {
            counts[reason.outcome, default: 0] += count
            reasons[reason.outcome] = min(reasons[reason.outcome] ?? reason, reason)
        }

        /// Adds verdicts of another day.
        ///
        /// - Parameter isAwaited: Whether they are not due yet, whatever they come to today.
        mutating func add(_ other: Tally, isAwaited: Bool) {
            withoutWaivers.formUnion(other.withoutWaivers)
            if isAwaited { return add(.beforeDue, count: other.count) }
            for (outcome, count) in other.counts { if let first = other.reasons[outcome] { add(first, count: count) } }
        }

        var count: Int { counts.values.reduce(0, +) }

        /// One that fails fails them all, and all of them pass only if each does.
        var worst: Reason? {
            Self.order.lazy.compactMap { reasons[$0] }.first
        }

        /// The same without waivers.
        var worstOutcome: Outcome? { Self.order.first(where: withoutWaivers.contains) }

        private static let order: [Outcome] = [.fail, .error, .notMeasured, .notDue, .waived, .pass]
    }

    private var entries: [Entry] = []
    /// Of all entries, by the day that the reading states for them where that is still to come.
    private var tallies: [CalendarDate?: Tally] = [:]
    private var places: [Subject: [Int]] = [:]
    /// Whether a record is one row, so that another row of its key is another record.
    var isOfRows = false
    /// Whether the reading's table did not come.
    var isTableMissing = false
    /// Whether the reading judges records that the rule judges too, so that one that it does not judge is out of its scope; worked
    /// out where there is one.
    var sharing: Deferred<Bool>?

    private var sharesRecords: Bool { sharing?.value ?? false }

    /// Whether the reading judged nothing.
    var isEmpty: Bool { entries.isEmpty }

    /// Notes a finding; one of a record that the reading does not judge is none.
    mutating func note(_ finding: Finding) {
        guard finding.outcome != .notApplicable else { return }
        places[Subject(finding.record), default: []].append(entries.count)
        let entry = Entry(
            reason: finding.waiver == nil ? finding.reasonToday ?? finding.reason : finding.reason,
            outcome: finding.outcomeWithoutWaiver, measurement: finding.measurement, period: finding.record.period,
            address: finding.record.address, awaited: finding.reason == .beforeDue ? finding.due : nil, isOfAll: finding.record.kind == .all)
        tallies[entry.statedDay, default: Tally()].add(entry)
        entries.append(entry)
    }

    /// Whether any record is among those of other results, too.
    func shares(_ other: ReadingResults) -> Bool { places.keys.contains { other.places[$0] != nil } }

    /// What a finding of the rule would be: the same record's verdict of the same period, else of whatever period; else
    /// all that the reading judges, where that is other records. Whether a verdict holds has nothing to do with whom a
    /// profile lets pass.
    func verdict(on finding: Finding, called name: Localized) -> ReadingVerdict {
        var verdict = ReadingVerdict(name: name, reason: isTableMissing ? .listNotSubmitted : .outOfScope, holds: false)
        var outcome = verdict.outcome
        let found = entries(on: finding.record)
        if found.count == 1 {
            (verdict.reason, verdict.measurement, outcome) = (found[0].reason, found[0].measurement, found[0].outcome)
            verdict.period = found[0].period == finding.record.period ? nil : found[0].period
            if Self.isAwaited(found[0].statedDay, finding) { verdict.reason = .beforeDue }
        } else if let tally = tally(of: found, finding), let worst = tally.worst {
            (verdict.reason, verdict.counts) = (worst, tally.counts)
            outcome = tally.worstOutcome ?? worst.outcome
        }
        verdict.holds = outcome == finding.outcomeWithoutWaiver
        return verdict
    }
}

private extension ReadingResults {
    /// What is due with the rule itself is told as it is today, as the rule is; another day that the reading states is its own.
    static func isAwaited(_ day: CalendarDate?, _ finding: Finding) -> Bool {
        guard let day, let own = finding.due else { return false }
        return day != own.date
    }

    /// Those on one record, or the single one on all together; empty where the reading does not judge it.
    private func entries(on record: RecordReference) -> [Entry] {
        guard let own = places[Subject(record)] else { return sharesRecords || entries.count > 1 ? [] : entries.filter(\.isOfAll) }
        // Of a key that came twice the reading may judge the other row alone.
        let isOfRow = isOfRows && record.kind == .record && record.address != nil
        let all = own.map { entries[$0] }.filter { !isOfRow || $0.address == nil || $0.address == record.address }
        let ofPeriod = all.filter { $0.period == record.period }
        let ofRow = ofPeriod.filter { $0.address == record.address }
        return !ofRow.isEmpty ? ofRow : ofPeriod.isEmpty ? all : ofPeriod
    }

    /// Several verdicts on one record; where there is none, all that the reading judges, where these are other records than
    /// the rule's.
    private func tally(of found: [Entry], _ finding: Finding) -> Tally? {
        if found.isEmpty, sharesRecords { return nil }
        let parts = found.isEmpty ? tallies : Dictionary(grouping: found, by: \.statedDay).mapValues { entries in
            entries.reduce(into: Tally()) { $0.add($1) }
        }
        return parts.reduce(into: Tally()) { $0.add($1.value, isAwaited: Self.isAwaited($1.key, finding)) }
    }
}

private extension ReadingResults.Entry {
    /// The day that the reading itself states, where it is still to come.
    var statedDay: CalendarDate? { awaited.flatMap { $0.isStated ? $0.date : nil } }
}

private extension Finding {
    /// What it comes to today, whomever a profile lets pass.
    var outcomeWithoutWaiver: Outcome { (reasonToday ?? reasonWithoutWaiver ?? reason).outcome }
}
